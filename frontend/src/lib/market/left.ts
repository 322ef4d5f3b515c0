import type { LastRound } from "#lib/api/proposals";
import { sumKg } from "#lib/format";

export interface Left {
  /** The weeks that share the reason, in order; none for an offer. */
  weeks: string[];
  kg: string;
  reason: LastRound["left"][number]["reason"];
}

/** What a round left, one entry a reason: eleven weeks that want the same certificate are one sentence. */
export function byReason(rows: LastRound["left"]): Left[] {
  const found = new Map<string, Left>();
  for (const { week, kg, reason } of rows) {
    const key = JSON.stringify(reason);
    const before = found.get(key) ?? { weeks: [], kg: "0", reason };
    found.set(key, { ...before, weeks: week == null ? before.weeks : [...before.weeks, week].sort(), kg: sumKg([before.kg, kg]) });
  }
  return [...found.values()];
}
