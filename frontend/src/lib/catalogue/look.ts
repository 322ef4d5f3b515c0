import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleX from "@lucide/svelte/icons/circle-x";
import Hourglass from "@lucide/svelte/icons/hourglass";
import type { VarietyRequest } from "#lib/api/types";
import type { Look } from "#lib/market/status";

const looks: Record<VarietyRequest["status"], Look> = {
  open: { icon: Hourglass, tone: "cham", words: "wanted.state.open" },
  taken: { icon: CircleCheck, tone: "la", words: "wanted.state.taken" },
  refused: { icon: CircleX, tone: "nghe", words: "wanted.state.refused" },
};

export function requestLook(status: VarietyRequest["status"]): Look {
  return looks[status];
}
