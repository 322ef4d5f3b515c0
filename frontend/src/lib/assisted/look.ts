import Archive from "@lucide/svelte/icons/archive";
import Ban from "@lucide/svelte/icons/ban";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import Hourglass from "@lucide/svelte/icons/hourglass";
import type { Assisted, AskedBy } from "#lib/api/types";
import type { PlainKey } from "#lib/i18n";
import type { Look } from "#lib/market/status";

export const states = ["waiting", "confirmed", "refused", "withdrawn", "lapsed"] as const;
type State = (typeof states)[number];

const looks: Record<State, Look> = {
  waiting: { icon: Hourglass, tone: "nghe", words: "assisted.state.waiting" },
  confirmed: { icon: CircleCheck, tone: "la", words: "assisted.state.confirmed" },
  refused: { icon: Ban, tone: "gac", words: "assisted.state.refused" },
  withdrawn: { icon: Archive, tone: "grey", words: "assisted.state.withdrawn" },
  lapsed: { icon: Archive, tone: "grey", words: "assisted.state.lapsed" },
};
export function assistedLook({ status }: { status: string }): Look {
  return states.some((state) => state === status) ? looks[status as State] : looks.waiting;
}

export const ways = ["phone", "office", "paper", "visit"] as const satisfies readonly AskedBy[];
export function wayWords(way: AskedBy): PlainKey {
  return `assisted.way.${way}`;
}

/** The page on which a post is shown. */
export function postPath(entry: Pick<Assisted, "side" | "post">): string {
  return entry.side === "supplier" ? `/nguon-hang/${entry.post}` : `/nhu-cau/${entry.post}`;
}
