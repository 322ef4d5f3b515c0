import { demands } from "#lib/api/demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { demandStatusIn } from "#lib/market/filters";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "buyer" });
  const query = { ...demandStatusIn(url.searchParams), q: url.searchParams.get("q") ?? "", limit: 20 };
  return { query, list: Promise.all([demands.list(query), names()]) };
};
