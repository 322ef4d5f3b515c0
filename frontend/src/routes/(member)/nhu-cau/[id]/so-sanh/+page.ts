import { demands, type CompareQuery } from "#lib/api/demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

const statuses = ["open", "agreed", "declined", "expired", "stopped"] as const;
const orders = ["weight", "distance", "newest"] as const;

export const load: PageLoad = async ({ parent, params, url }) => {
  await parent();
  only({ side: "buyer" });
  const status = statuses.find((one) => one === url.searchParams.get("trang-thai"));
  const order = orders.find((one) => one === url.searchParams.get("xep"));
  const query: CompareQuery = { limit: 50, ...(status ? { status } : {}), ...(order ? { order } : {}) };
  return { id: params.id, query, all: Promise.all([demands.get(params.id), names(), demands.proposals(params.id, query)]) };
};
