import { decimal, NBSP } from "./number";

/** Weights travel as decimal strings of kilograms ("12.5") and are counted here in whole grams. */
export function grams(kg: string): number {
  const [whole = "0", fraction = ""] = kg.split(".");
  return Number(whole) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
}

export function fromGrams(value: number): string {
  const whole = Math.floor(value / 1000);
  const rest = value % 1000;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}

export function sumKg(parts: Iterable<string>): string {
  let total = 0;
  for (const part of parts) total += grams(part);
  return fromGrams(total);
}

/** "12.500,25 kg". */
export function kg(weight: string): string {
  return `${kgNumber(weight)}${NBSP}kg`;
}

/** The figure alone, for columns whose head names the unit. */
export function kgNumber(weight: string): string {
  return decimal(fromGrams(grams(weight)));
}

/** Kilograms up to 99.999, above that tonnes with one decimal: for summaries, where the figure and the unit are set apart. */
export function weightParts(weight: string, tonnes: string): { figure: string; unit: string } {
  const total = grams(weight);
  if (total < 100_000_000) return { figure: decimal(fromGrams(total)), unit: "kg" };
  return { figure: decimal((Math.round(total / 100_000) / 10).toFixed(1)), unit: tonnes };
}

export function weight(value: string, tonnes: string): string {
  const { figure, unit } = weightParts(value, tonnes);
  return `${figure}${NBSP}${unit}`;
}
