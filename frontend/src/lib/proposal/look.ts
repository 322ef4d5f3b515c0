import ArrowLeftRight from "@lucide/svelte/icons/arrow-left-right";
import Handshake from "@lucide/svelte/icons/handshake";
import Hourglass from "@lucide/svelte/icons/hourglass";
import MessageSquare from "@lucide/svelte/icons/message-square";
import X from "@lucide/svelte/icons/x";
import type { ProposalRow, ProposalStatus } from "#lib/api/proposals";
import type { Look } from "#lib/market/status";
import { session } from "#lib/session.svelte";

type Turn = Pick<ProposalRow, "status" | "my_side" | "waits_for" | "revision">;

/** Whether the reader's own side has to answer. */
export function myTurn({ status, my_side, waits_for }: Turn): boolean {
  return status === "open" && !!my_side && waits_for.includes(my_side);
}

/** How a proposal stands where it is not known whose turn it is. */
export function statusLook(status: ProposalStatus): Look {
  switch (status) {
    case "agreed":
      return { icon: Handshake, tone: "la", words: "state.proposal.agreed" };
    case "declined":
      return { icon: X, tone: "grey", words: "state.proposal.declined" };
    case "expired":
      return { icon: X, tone: "grey", words: "state.proposal.expired" };
    case "stopped":
      return { icon: X, tone: "grey", words: "state.proposal.stopped" };
    default:
      return { icon: Hourglass, tone: "cham", words: "state.proposal.open" };
  }
}

/** Seen from the reader's side: the same proposal waits for one and is under way for the other. What a clerk asked waits for a director. */
export function proposalLook(row: Turn & Pick<ProposalRow, "asks_director">): Look {
  if (row.status !== "open") return statusLook(row.status as ProposalStatus);
  if (row.asks_director && session.role !== "director") return { icon: Hourglass, tone: "cham", words: "state.proposal.asked" };
  if (myTurn(row)) return { icon: MessageSquare, tone: "nghe", words: "state.proposal.mine" };
  if (!row.my_side) return statusLook("open");
  // Whoever accepts a counter closes it, so one that waits for the other side is the reader's own.
  if (row.revision > 1) return { icon: ArrowLeftRight, tone: "cham", words: "state.proposal.countered" };
  return { icon: Hourglass, tone: "cham", words: "state.proposal.theirs" };
}
