import { decimal, NBSP } from "./number";
import { fromGrams, grams } from "./kg";
import { plain } from "./plain";

/** Units a weight may be typed in, in grams. */
export const units = { kg: 1_000, tạ: 100_000, tấn: 1_000_000 } as const;
export type Unit = keyof typeof units;

/** A weight as it is typed in a unit: "8,5" for 8500 kg in tonnes. Thousands are grouped in kilograms alone, where no other reading exists. */
export function inUnit(kg: string, unit: Unit): string {
  return unit === "kg" ? decimal(kg) : String(grams(kg) / units[unit]).replace(".", ",");
}

/** One way to read what was typed: the words to show and the weight it means. */
export interface Reading {
  label: string;
  kg: string;
}
export type WeightFault =
  "empty" | "format" | "range" | "approximate" | "negative" | "no_number" | "unit_needs_product" | "too_fine" | "out_of_range";
export type Weight = { kg: string } | { ambiguous: [Reading, Reading] } | { fault: WeightFault };

/** From 1 kg to 100,000 tonnes, as the market takes them. */
const MOST_GRAMS = 100_000_000_000;

const gramsPerUnit: Record<string, number> = {
  g: 1,
  gam: 1,
  lang: 100,
  kg: 1_000,
  can: 1_000,
  yen: 10_000,
  ta: 100_000,
  tan: 1_000_000,
  t: 1_000_000,
};

/** "1.500 tấn" may be one and a half tonnes or fifteen hundred: a dot with three digits is a group only for kilograms. */
function number(text: string, unitGrams: number): { value: string } | { readings: [string, string] } | null {
  if (/^\d+$/.test(text)) return { value: text };
  if (/^\d{1,3}(\.\d{3})*,\d+$/.test(text) || /^\d+,\d+$/.test(text)) {
    const value = text.replaceAll(".", "").replace(",", ".");
    const looksGrouped = /^\d{1,3},\d{3}$/.test(text) && unitGrams === units.kg;
    return looksGrouped ? { readings: [value, text.replace(",", "")] } : { value };
  }
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) {
    const grouped = text.replaceAll(".", "");
    const once = text.split(".").length === 2;
    return once && unitGrams !== units.kg ? { readings: [text, grouped] } : { value: grouped };
  }
  if (/^\d+\.\d+$/.test(text)) return { readings: [text, text.replace(".", "")] };
  return null;
}

/** Whole grams, or nothing when the figure is finer than a gram. */
function toGrams(value: string, unitGrams: number): number | null {
  const [whole = "0", fraction = ""] = value.split(".");
  if (whole.length > 12 || fraction.length > 9) return null;
  const scaled = BigInt(whole + fraction) * BigInt(unitGrams);
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? Number(scaled / divisor) : null;
}

const bounded = (total: number): Weight => (total > 0 && total <= MOST_GRAMS ? { kg: fromGrams(total) } : { fault: "out_of_range" });

/** Reads a typed weight; a figure without a unit is in `unit`. Never guesses between two readings. */
export function parseKg(typed: string, unit: Unit): Weight {
  const text = plain(typed);
  if (text === "") return { fault: "empty" };
  if (text.startsWith("-")) return { fault: "negative" };
  if (/\d\s*-\s*\d/.test(text)) return { fault: "range" };
  if (/^(khoang|chung|tam|hon|gan)\b/.test(text)) return { fault: "approximate" };
  if (!/\d/.test(text)) return { fault: "no_number" };

  const parts = [...text.matchAll(/([\d.,]+)\s*([a-z]*)\s*/g)];
  if (parts.map((part) => part[0]).join("") !== text.replace(/\bruoi$/, "")) return { fault: "format" };
  let total = 0;
  let last = 0;
  for (const [, figure = "", word = ""] of parts) {
    const unitGrams = word === "" ? units[unit] : gramsPerUnit[word];
    if (unitGrams === undefined) return { fault: "unit_needs_product" };
    if (last !== 0 && unitGrams >= last) return { fault: "format" };
    const read = number(figure, unitGrams);
    if (!read) return { fault: "format" };
    if ("readings" in read) {
      if (parts.length > 1) return { fault: "format" };
      const readings = read.readings.map((value) => ({ value, total: toGrams(value, unitGrams) }));
      const [small, large] = readings;
      if (!small?.total || !large?.total) return { fault: "too_fine" };
      const name = word === "" ? unit : unitName(unitGrams);
      const reading = (value: string, sum: number): Reading => ({
        label: `${decimal(trimZeros(value))}${NBSP}${name}`,
        kg: fromGrams(sum),
      });
      if (large.total > MOST_GRAMS) return bounded(small.total);
      return { ambiguous: [reading(small.value, small.total), reading(large.value, large.total)] };
    }
    const sum = toGrams(read.value, unitGrams);
    if (sum === null) return { fault: "too_fine" };
    total += sum;
    last = unitGrams;
  }
  if (/\bruoi$/.test(text)) total += last / 2;
  return bounded(total);
}

function trimZeros(value: string): string {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

function unitName(unitGrams: number): string {
  const found = Object.entries(units).find(([, grams]) => grams === unitGrams);
  return found?.[0] ?? "kg";
}
