import { market } from "#lib/api/market";
import { names } from "#lib/market/catalogue";
import { queryIn, searchIn, sideIn } from "#lib/search/address";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

async function tools() {
  const [bar, table, known] = await Promise.all([
    import("#lib/search/MemberBar.svelte"),
    import("#lib/search/DemandTable.svelte"),
    names(),
  ]);
  return { MemberBar: bar.default, DemandTable: table.default, names: known };
}

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  // Demands and the finer filters are for members: their screens and words are loaded for them alone.
  const member = session.current !== null && session.role !== "operator";
  const side = member ? sideIn(url.searchParams) : "supplier";
  const search = searchIn(url.searchParams);
  const query = queryIn(url.searchParams);
  const offers = side === "supplier" ? market.offers(query) : null;
  const demands = side === "buyer" ? market.demands(query) : null;
  return { query, side, search, market: Promise.all([market.summary(), offers, demands, member ? tools() : null]) };
};
