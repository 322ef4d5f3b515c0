import ArrowLeftRight from "@lucide/svelte/icons/arrow-left-right";
import Handshake from "@lucide/svelte/icons/handshake";
import Hourglass from "@lucide/svelte/icons/hourglass";
import MessageSquare from "@lucide/svelte/icons/message-square";
import X from "@lucide/svelte/icons/x";
import type { ProposalRow } from "#lib/api/proposals";
import type { Look } from "#lib/market/status";

type Turn = Pick<ProposalRow, "status" | "my_side" | "waits_for" | "revision">;

/** Whether the reader's own side has to answer. */
export function myTurn({ status, my_side, waits_for }: Turn): boolean {
  return status === "open" && !!my_side && waits_for.includes(my_side);
}

/** Seen from the reader's side: the same proposal waits for one and is under way for the other. */
export function proposalLook(row: Turn): Look {
  if (row.status === "agreed") return { icon: Handshake, tone: "la", words: "state.proposal.agreed" };
  if (row.status === "declined") return { icon: X, tone: "grey", words: "state.proposal.declined" };
  if (row.status === "expired") return { icon: X, tone: "grey", words: "state.proposal.expired" };
  if (myTurn(row)) return { icon: MessageSquare, tone: "nghe", words: "state.proposal.mine" };
  if (!row.my_side) return { icon: Hourglass, tone: "cham", words: "state.proposal.open" };
  // Whoever accepts a counter closes it, so one that waits for the other side is the reader's own.
  if (row.revision > 1) return { icon: ArrowLeftRight, tone: "cham", words: "state.proposal.countered" };
  return { icon: Hourglass, tone: "cham", words: "state.proposal.theirs" };
}
