import { market } from "#lib/api/market";
import { sideIn } from "#lib/search/address";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const product = url.searchParams.get("nhom") ?? "";
  return { side: sideIn(url.searchParams), product, market: Promise.all([market.summary(), market.map(product)]) };
};
