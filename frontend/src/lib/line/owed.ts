import { grams } from "#lib/format";

/** What accepted kilograms cost, at the price that the planned ones tell; the server's own figure comes with its answer. */
export function owed(line: { planned_amount: number; planned_kg: string }, accepted: string): number {
  const planned = BigInt(grams(line.planned_kg));
  if (planned === 0n) return 0;
  return Number((2n * BigInt(line.planned_amount) * BigInt(grams(accepted)) + planned) / (2n * planned));
}
