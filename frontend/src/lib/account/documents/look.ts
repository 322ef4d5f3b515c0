import Ban from "@lucide/svelte/icons/ban";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleMinus from "@lucide/svelte/icons/circle-minus";
import FileQuestionMark from "@lucide/svelte/icons/file-question-mark";
import Hourglass from "@lucide/svelte/icons/hourglass";
import type { Checklist, DocumentRow, DocumentStep } from "#lib/api/types";
import type { Look } from "#lib/market/status";

export const stepLooks: Record<DocumentStep, Look> = {
  sent: { icon: Hourglass, tone: "cham", words: "document.state.sent" },
  withdrawn: { icon: CircleMinus, tone: "grey", words: "document.state.withdrawn" },
  accepted: { icon: CircleCheck, tone: "la", words: "document.state.accepted" },
  revise: { icon: CircleAlert, tone: "nghe", words: "document.state.revise" },
  refused: { icon: Ban, tone: "gac", words: "document.state.refused" },
  waived: { icon: CircleMinus, tone: "grey", words: "document.state.waived" },
};
const missing: Look = { icon: FileQuestionMark, tone: "nghe", words: "document.state.missing" };
const none: Look = { icon: CircleMinus, tone: "grey", words: "document.state.none" };

/** What the whole list says. */
export function checklistWords({ complete, items }: Pick<Checklist, "complete" | "items">) {
  if (complete) return "document.complete";
  return items.some(({ lacking }) => lacking) ? "document.incomplete" : "document.waits";
}

/** Where a paper stands. */
export function documentLook(row: Pick<DocumentRow, "step" | "lacking">): Look {
  if (row.step) return stepLooks[row.step];
  return row.lacking ? missing : none;
}
