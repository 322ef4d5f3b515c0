import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleMinus from "@lucide/svelte/icons/circle-minus";
import FileQuestionMark from "@lucide/svelte/icons/file-question-mark";
import Hourglass from "@lucide/svelte/icons/hourglass";
import PackageCheck from "@lucide/svelte/icons/package-check";
import RotateCcw from "@lucide/svelte/icons/rotate-ccw";
import type { Import, ImportKind, RowState } from "#lib/api/types";
import type { Look } from "#lib/market/status";
import { isOfOffice } from "./addresses";

/** How a row stands, in the order of the filter. */
export const rowLooks: Record<RowState, Look> = {
  review: { icon: FileQuestionMark, tone: "nghe", words: "import.row.review" },
  accepted: { icon: CircleCheck, tone: "cham", words: "import.row.accepted" },
  made: { icon: PackageCheck, tone: "la", words: "import.row.made" },
  known: { icon: RotateCcw, tone: "grey", words: "import.row.known" },
  left: { icon: CircleMinus, tone: "grey", words: "import.row.left" },
  skipped: { icon: CircleMinus, tone: "grey", words: "import.row.skipped" },
};

/** What the office makes is entered, not posted. */
export function rowLook(state: RowState, kind: ImportKind): Look {
  const own: Partial<Record<RowState, Look["words"]>> = { made: "import.row.entered", skipped: "import.row.noEntry" };
  return { ...rowLooks[state], words: (isOfOffice(kind) ? own[state] : undefined) ?? rowLooks[state].words };
}

export function importLook({ state, counts, kind }: Import): Look {
  if (state === "reading") return { icon: Hourglass, tone: "cham", words: "import.state.reading" };
  if (state === "making")
    return { icon: Hourglass, tone: "cham", words: isOfOffice(kind) ? "import.state.entering" : "import.state.making" };
  if (counts.review > 0) return { icon: FileQuestionMark, tone: "nghe", words: "import.state.review" };
  if (counts.accepted > 0)
    return { icon: CircleCheck, tone: "cham", words: isOfOffice(kind) ? "import.state.toEnter" : "import.state.ready" };
  return { icon: PackageCheck, tone: "la", words: "import.state.done" };
}
