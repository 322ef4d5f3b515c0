import { market } from "#lib/api/market";
import { names } from "#lib/market/catalogue";
import { queryIn, searchIn, sideIn, withoutDistance } from "#lib/search/address";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

async function tools() {
  const [bar, table, known] = await Promise.all([
    import("#lib/search/MemberBar.svelte"),
    import("#lib/search/MarketDemands.svelte"),
    names(),
  ]);
  return { MemberBar: bar.default, MarketDemands: table.default, names: known };
}

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  // Demands and the finer filters are for members: their screens and words are loaded for them alone.
  const member = session.current !== null && session.role !== "operator" && session.role !== "driver";
  const side = member ? sideIn(url.searchParams) : "supplier";
  // A link may come from somebody who has an organisation to start from.
  const address = session.current?.organisation ? url.searchParams : withoutDistance(url.searchParams);
  const search = searchIn(address);
  const query = queryIn(address);
  const list = Promise.all([side === "supplier" ? market.offers(query) : null, side === "buyer" ? market.demands(query) : null]);
  // What is refused is shown below the filters, which may come later.
  list.catch(() => undefined);
  return { query, side, search, order: address.get("xep") ?? "", bar: Promise.all([market.summary(), member ? tools() : null]), list };
};
