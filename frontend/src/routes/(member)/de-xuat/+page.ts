import { proposals, type ProposalQuery, type ProposalStatus } from "#lib/api/proposals";
import type { PageLoad } from "./$types";

const statuses: readonly string[] = ["open", "agreed", "declined", "expired", "stopped"] satisfies ProposalStatus[];

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const chosen = url.searchParams.get("trang-thai") ?? "";
  const query: ProposalQuery = { limit: 20 };
  if (chosen === "mine") Object.assign(query, { status: "open", waits_for: "me" });
  else if (statuses.includes(chosen)) query.status = chosen as ProposalStatus;
  return { chosen, query, list: proposals.list(query) };
};
