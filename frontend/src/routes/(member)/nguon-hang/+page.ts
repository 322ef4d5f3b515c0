import { offers } from "#lib/api/offers";
import { only } from "#lib/guard";
import { statusIn } from "#lib/market/filters";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "supplier" });
  const query = { ...statusIn(url.searchParams), q: url.searchParams.get("q") ?? "", limit: 20 };
  return { query, list: offers.list(query) };
};
