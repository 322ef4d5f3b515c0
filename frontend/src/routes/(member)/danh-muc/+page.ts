import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  return { words: url.searchParams.get("q") ?? "", state: url.searchParams.get("loc") ?? "", names: names() };
};
