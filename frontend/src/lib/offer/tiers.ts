import type { OfferTerms, Tier } from "#lib/api/types";
import { grams, kg, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";

/** A lower ask for much, as it is typed. */
export interface TierDraft {
  from_kg: string | null;
  discount: number | null;
}

export const MOST_TIERS = 3;

/** Who may not know the discount is told of no amount. */
export function tierDrafts(tiers: readonly { from_kg: string; discount?: number | null }[] | undefined): TierDraft[] {
  return (tiers ?? []).map(({ from_kg, discount }) => ({ from_kg, discount: discount ?? null }));
}

export function tierFaults(rows: readonly TierDraft[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ from_kg, discount }, at) => [
      ...(from_kg === null ? [[`tiers.${at}.from_kg`, "required"] as const] : []),
      ...(discount === null ? [[`tiers.${at}.discount`, "required"] as const] : []),
    ]),
  );
}

/** The part of the body, the smallest first; nothing while there is none. */
export function tierTerms(rows: readonly TierDraft[]): Pick<OfferTerms, "tiers"> {
  const tiers = rows.flatMap(({ from_kg, discount }) => (from_kg === null || discount === null ? [] : [{ from_kg, discount }]));
  return tiers.length === 0 ? {} : { tiers };
}

/** Tiers that a total and a smallest lot leave within reach. */
export function reachable(tiers: readonly Tier[], total: string, least: string): Tier[] {
  return tiers.filter(({ from_kg }) => grams(from_kg) <= grams(total) && grams(from_kg) >= grams(least));
}

/** "từ 5.000 kg bớt 600 ₫/kg; từ 9.000 kg bớt 1.000 ₫/kg" */
export function tierWords(tiers: readonly { from_kg: string; discount?: number | null }[]): string {
  return tiers
    .map(({ from_kg, discount }) =>
      discount == null ? t("tiers.from", { kg: kg(from_kg) }) : t("tiers.row", { kg: kg(from_kg), discount: vndPerKg(discount) }),
    )
    .join("; ");
}
