import { decimal } from "#lib/format/number";

const M2_PER_HA = 10_000;

/** Hectares as they are typed, "4,1" or "0.25", in square metres; nothing when they have no meaning. */
export function readHectares(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(trimmed)) return null;
  const [whole = "0", fraction = ""] = trimmed.split(".");
  return Number(whole) * M2_PER_HA + Number(fraction.padEnd(4, "0"));
}

/** Square metres as hectares: "4,1". */
export function hectares(m2: number): string {
  const fraction = String(m2 % M2_PER_HA)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return decimal(`${Math.trunc(m2 / M2_PER_HA)}${fraction ? `.${fraction}` : ""}`);
}
