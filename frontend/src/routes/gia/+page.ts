import { reference } from "#lib/api/reference";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  return { q: url.searchParams.get("q") ?? "", board: Promise.all([reference.board(), names()]) };
};
