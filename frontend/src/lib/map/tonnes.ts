import type { components } from "#lib/api/schema";
import type { Side } from "#lib/api/types";

export type Province = components["schemas"]["ProvinceTotals"];

/** Whole tonnes that a side has open in a province. */
export function tonnes(row: Province, side: Side): number {
  const kg = Number(side === "supplier" ? row.kg_offered : (row.kg_demanded ?? "0"));
  return kg > 0 ? Math.max(1, Math.round(kg / 1000)) : 0;
}

/** How dark a province is, in percent: by the square root, so that small ones are told from none. */
export function shade(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.round(14 + 76 * Math.sqrt(value / most));
}

interface Label {
  code: string;
  text: string;
  at: readonly [number, number];
}

/** The figures that fit beside each other, the largest first; the table has them all. */
export function placed(labels: readonly Label[], size: number): Label[] {
  const kept: Label[] = [];
  const half = ({ text }: Label) => (text.length * size * 0.56) / 2;
  for (const label of labels) {
    const free = kept.every(
      (other) => Math.abs(other.at[0] - label.at[0]) > half(other) + half(label) + 3 || Math.abs(other.at[1] - label.at[1]) > size,
    );
    if (free) kept.push(label);
  }
  return kept;
}
