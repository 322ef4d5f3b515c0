import { error } from "@sveltejs/kit";
import { proposals, type ProposalRow } from "#lib/api/proposals";
import { only } from "#lib/guard";
import { MOST } from "#lib/proposal/desk";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

/** Everything that waits for the reader, as far as one answer reaches. */
async function waiting(): Promise<{ rows: ProposalRow[]; more: boolean }> {
  const rows: ProposalRow[] = [];
  let after: string | null | undefined;
  do {
    const page = await proposals.list({ status: "open", waits_for: "me", limit: 100, ...(after ? { after } : {}) });
    rows.push(...page.items);
    after = page.next;
  } while (after && rows.length < MOST);
  return { rows, more: !!after };
}

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ works: true });
  if (session.side === null) error(404);
  return { list: waiting() };
};
