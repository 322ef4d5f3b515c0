import CircleCheck from "@lucide/svelte/icons/circle-check";
import Hourglass from "@lucide/svelte/icons/hourglass";
import PenLine from "@lucide/svelte/icons/pen-line";
import Truck from "@lucide/svelte/icons/truck";
import X from "@lucide/svelte/icons/x";
import type { ContractStatus } from "#lib/api/contracts";
import type { Look } from "#lib/market/status";

export const contractStatuses = [
  "signing",
  "half_signed",
  "in_force",
  "completed",
  "terminated",
  "expired",
] as const satisfies readonly ContractStatus[];

/** Seen from the reader's side: the same contract waits for one and is under way for the other. */
export function contractLook({ status, my_turn }: { status: string; my_turn: boolean }): Look {
  if (my_turn) return { icon: PenLine, tone: "nghe", words: "state.contract.mine" };
  if (status === "in_force") return { icon: Truck, tone: "cham", words: "state.contract.in_force" };
  if (status === "completed") return { icon: CircleCheck, tone: "la", words: "state.contract.completed" };
  if (status === "terminated") return { icon: X, tone: "grey", words: "state.contract.terminated" };
  if (status === "expired") return { icon: X, tone: "grey", words: "state.contract.expired" };
  return { icon: Hourglass, tone: "cham", words: "state.contract.theirs" };
}

/** Whether signatures are still missing. */
export function inSigning({ status }: { status: string }): boolean {
  return status === "signing" || status === "half_signed";
}
