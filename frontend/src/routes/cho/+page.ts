import { market } from "#lib/api/market";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const query = { q: url.searchParams.get("q") ?? "", product: url.searchParams.get("nhom") ?? "", limit: 50 };
  return { query, market: Promise.all([market.summary(), market.offers(query)]) };
};
