import type { Offer } from "#lib/api/types";
import type { Grade, OfferTerms } from "#lib/api/types";
import { fromGrams, grams, weeksOf } from "#lib/format";
import type { Unit } from "#lib/format";
import { exactPoint, pointIn, type ChosenPlace, type ExactPoint } from "#lib/market/places";
import { reachable, tierDrafts, tierFaults, tierTerms, type TierDraft } from "./tiers";
import { qualityDraft, qualityFaults, qualityTerms, type QualityDraft } from "./quality";

/** The offer form as it is typed and kept on the device. */
export interface OfferDraft {
  variety: { slug: string; name: string } | null;
  grade: Grade;
  kg_total: string | null;
  /** Above the total, which is the low figure; nothing when the quantity is firm. */
  forecast?: { mid: string | null; high: string | null } | null;
  unit: Unit;
  ask: number | null;
  from: string | null;
  to: string | null;
  min_lot: string | null;
  /** All or nothing: the smallest lot is the whole. */
  whole: boolean;
  /** Nothing: the total spread evenly over the weeks. */
  kg_per_week: string | null;
  max_payment_days: string;
  pickup: ChosenPlace | null;
  /** From a list; no field of the form shows it. */
  exact?: ExactPoint;
  note: string;
  /** What was measured beyond the grade; drafts kept by an older page have none. */
  quality?: QualityDraft;
  /** A lower ask for much; drafts kept by an older page have none. */
  tiers?: TierDraft[];
}

export function emptyOffer(pickup: ChosenPlace | null): OfferDraft {
  return {
    variety: null,
    grade: "first",
    kg_total: null,
    forecast: null,
    unit: "kg",
    ask: null,
    from: null,
    to: null,
    min_lot: null,
    whole: false,
    kg_per_week: null,
    max_payment_days: "15",
    pickup,
    note: "",
    quality: qualityDraft(undefined),
    tiers: [],
  };
}

/** All or nothing: no lot may be smaller than the whole. */
export function wholeOnly({ min_lot, kg_total }: Pick<OfferTerms, "min_lot" | "kg_total">): boolean {
  return grams(min_lot) === grams(kg_total);
}

export function offerDraft({ terms, pickup }: Offer, name: string): OfferDraft {
  return {
    variety: { slug: terms.variety, name },
    grade: terms.grade,
    kg_total: terms.kg_total,
    forecast: terms.forecast ? { mid: terms.forecast.mid, high: terms.forecast.high } : null,
    unit: "kg",
    ask: terms.ask ?? null,
    from: terms.window.from,
    to: terms.window.to,
    min_lot: terms.min_lot,
    whole: wholeOnly(terms),
    kg_per_week: terms.kg_per_week,
    max_payment_days: String(terms.max_payment_days),
    pickup,
    ...exactPoint(pickup, terms.pickup_point),
    note: terms.note,
    quality: qualityDraft(terms.quality),
    tiers: tierDrafts(terms.tiers),
  };
}

/** Kilograms a week when the total is spread over every week of the window, rounded up to whole kilograms. */
export function evenWeekly(draft: OfferDraft): string | null {
  if (!draft.kg_total || !draft.from || !draft.to || draft.from > draft.to) return null;
  const weeks = weeksOf(draft.from, draft.to).length;
  return fromGrams(Math.ceil(grams(draft.kg_total) / weeks / 1000) * 1000);
}

/** Codes of what is missing or cannot be, by the path of the field in the body. */
export function offerFaults(draft: OfferDraft): Record<string, string | undefined> {
  const missing = (value: unknown): string | undefined => (value === null || value === "" ? "required" : undefined);
  const lotTooLarge = !draft.whole && draft.min_lot && draft.kg_total && grams(draft.min_lot) > grams(draft.kg_total);
  return {
    variety: missing(draft.variety),
    kg_total: missing(draft.kg_total),
    ...(draft.forecast ? { "forecast.mid": missing(draft.forecast.mid), "forecast.high": missing(draft.forecast.high) } : {}),
    ask: missing(draft.ask),
    "window.from": missing(draft.from),
    "window.to": missing(draft.to) ?? (draft.from && draft.to && draft.from > draft.to ? "window_reversed" : undefined),
    min_lot: (draft.whole ? undefined : missing(draft.min_lot)) ?? (lotTooLarge ? "lot_above_total" : undefined),
    max_payment_days: /^\d{1,3}$/.test(draft.max_payment_days.trim()) ? undefined : "days_not_a_number",
    pickup_commune: missing(draft.pickup),
    ...qualityFaults(draft.quality),
    ...tierFaults(draft.tiers ?? []),
  };
}

/** The body of the request; only after `offerFaults` found nothing. */
export function offerTerms(draft: OfferDraft): OfferTerms {
  const { variety, kg_total, ask, from, to, pickup } = draft;
  const min_lot = draft.whole ? kg_total : draft.min_lot;
  const point = pickup && pointIn(pickup, draft.exact);
  if (!variety || !kg_total || ask === null || !from || !to || !min_lot || !pickup)
    throw new Error("the form was checked before it is sent");
  return {
    variety: variety.slug,
    grade: draft.grade,
    kg_total,
    kg_per_week: draft.kg_per_week ?? evenWeekly(draft) ?? kg_total,
    window: { from, to },
    ask,
    min_lot,
    max_payment_days: Number(draft.max_payment_days.trim()),
    pickup_commune: pickup.commune_code,
    ...(point ? { pickup_point: point } : {}),
    note: draft.note.trim(),
    ...(draft.forecast?.mid && draft.forecast.high
      ? { forecast: { low: kg_total, mid: draft.forecast.mid, high: draft.forecast.high } }
      : {}),
    ...qualityTerms(draft.quality),
    ...tierTerms(draft.tiers ?? []),
  };
}

/** The terms with a firm quantity: the weeks carry what the total needs. */
export function firmTerms({ terms, pickup }: Offer, kg_total: string): OfferTerms {
  const { tiers, ...rest } = terms;
  delete rest.forecast;
  const even = grams(kg_total) / weeksOf(terms.window.from, terms.window.to).length;
  const perWeek = Math.min(grams(kg_total), Math.max(grams(terms.kg_per_week), Math.ceil(even / 1000) * 1000));
  const min_lot = wholeOnly(terms) ? kg_total : terms.min_lot;
  return {
    ...rest,
    ask: terms.ask ?? 0,
    kg_total,
    kg_per_week: fromGrams(perWeek),
    min_lot,
    pickup_commune: pickup.commune_code,
    ...tierTerms(reachable(tierTerms(tierDrafts(tiers)).tiers ?? [], kg_total, min_lot)),
  };
}
