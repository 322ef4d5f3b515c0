import type { DemandLine } from "#lib/api/types";
import { fromGrams, grams, weeksOf } from "#lib/format";

/** What all lines come to: the weight of every week, and every kilogram at the highest price. */
export function sums(lines: readonly DemandLine[]): { lines: number; kg: string; most: number } {
  let weight = 0;
  let most = 0n;
  for (const { from, to, kg_per_week, bid } of lines) {
    const line = grams(kg_per_week) * weeksOf(from, to).length;
    weight += line;
    most += (BigInt(line) * BigInt(bid) + 500n) / 1000n;
  }
  return { lines: lines.length, kg: fromGrams(weight), most: Number(most) };
}
