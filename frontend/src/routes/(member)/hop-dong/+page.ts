import { contracts, type ContractQuery } from "#lib/api/contracts";
import { contractStatuses } from "#lib/contract/look";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const chosen = url.searchParams.get("trang-thai") ?? "";
  const query: ContractQuery = { limit: 20 };
  if (chosen === "mine") query.waits_for = "me";
  else query.status = contractStatuses.find((status) => status === chosen);
  return { chosen, query, list: contracts.list(query) };
};
