import type { CommonTerms } from "#lib/api/demands";
import type { Demand } from "#lib/api/types";
import type { CertificateKind, DemandTerms, Grade } from "#lib/api/types";
import { duesDraft, duesFaults, duesTerms, type DuesDraft } from "#lib/dues/draft";
import { grams, plusDays, weeksOf } from "#lib/format";
import { exactPoint, pointIn, type ChosenPlace, type ExactPoint } from "#lib/market/places";
import { pointFaults, type PointDraft } from "./points";
import { qualityDraft, qualityFaults, qualityTerms, type QualityDraft } from "#lib/offer/quality";
import { preferenceDraft, preferenceFaults, preferencesOf, type PreferenceDraft } from "./preferences";

/** The demand form as it is typed and kept on the device. */
export interface DemandDraft {
  goods: { product: string; varieties: string[]; name: string } | null;
  min_grade: Grade;
  certificates: CertificateKind[];
  /** Absent in drafts kept by an earlier version of the form. */
  preferred?: PreferenceDraft[];
  from: string | null;
  to: string | null;
  weeks: { week: string; kg: string | null }[];
  bid: number | null;
  delivery: ChosenPlace | null;
  /** From a list; no field of the form shows it. */
  exact?: ExactPoint;
  /** Several places instead of the one; absent or empty for one, at least two otherwise. */
  points?: PointDraft[];
  hours_from: string;
  hours_to: string;
  payment_days: string;
  max_suppliers: string;
  /** In percent, empty for any part; absent in drafts kept by an earlier version of the form. */
  max_share?: string;
  note: string;
  /** What is required beyond the grade; absent in drafts kept by an earlier version of the form. */
  quality?: QualityDraft;
  /** The smallest contract, empty for any; absent in drafts kept by an earlier version of the form. */
  min_lot?: string | null;
  /** What the buyer calls it, given while posting; empty for nothing, absent in drafts kept by an earlier version of the form. */
  title?: string;
  /** Absent in drafts kept by an earlier version of the form. */
  dues?: DuesDraft;
}

/** A title as it is sent; nothing for none. */
export const titleOf = ({ title }: DemandDraft): { title?: string } => (title?.trim() ? { title: title.trim() } : {});

export function emptyDemand(delivery: ChosenPlace | null): DemandDraft {
  return {
    goods: null,
    min_grade: "first",
    certificates: [],
    preferred: [],
    from: null,
    to: null,
    weeks: [],
    bid: null,
    delivery,
    hours_from: "05:00",
    hours_to: "07:00",
    payment_days: "15",
    max_suppliers: "4",
    max_share: "",
    note: "",
    quality: qualityDraft(undefined),
    min_lot: null,
    dues: duesDraft(undefined),
  };
}

export function demandDraft({ terms, delivery }: Demand, name: string): DemandDraft {
  const first = terms.weeks[0]?.week ?? null;
  const last = terms.weeks.at(-1)?.week;
  return {
    goods: { product: terms.product, varieties: terms.varieties, name },
    min_grade: terms.min_grade,
    certificates: terms.certificates,
    preferred: terms.preferred.map(preferenceDraft),
    from: first,
    to: last ? plusDays(last, 6) : null,
    weeks: terms.weeks.map(({ week, kg }) => ({ week, kg })),
    bid: terms.bid ?? null,
    delivery,
    ...exactPoint(delivery, terms.delivery_point),
    hours_from: terms.delivery_hours.from,
    hours_to: terms.delivery_hours.to,
    payment_days: String(terms.payment_days),
    max_suppliers: String(terms.max_suppliers),
    max_share: terms.max_share === 0 ? "" : String(terms.max_share),
    note: terms.note,
    quality: qualityDraft(terms.quality),
    min_lot: grams(terms.min_lot) > 0 ? terms.min_lot : null,
    dues: duesDraft(terms.dues),
  };
}

/** A year of weeks is more than any season; it also bounds what a mistyped year can make. */
export const MOST_WEEKS = 53;

/** The weeks of the chosen days, keeping what was already typed for them. */
export function weeksFor(draft: DemandDraft): DemandDraft["weeks"] {
  if (!draft.from || !draft.to) return draft.weeks;
  const typed = new Map(draft.weeks.map(({ week, kg }) => [week, kg]));
  return weeksOf(draft.from, draft.to)
    .slice(0, MOST_WEEKS)
    .map((week) => ({ week, kg: typed.get(week) ?? null }));
}

const missing = (value: unknown): string | undefined => (value === null || value === "" ? "required" : undefined);

/** A count, and a part of the whole that may be left out. */
export function supplierFaults(suppliers: string, share: string): Record<"max_suppliers" | "max_share", string | undefined> {
  return {
    max_suppliers: countFault(suppliers, "count_not_a_number"),
    max_share: share.trim() && !/^([1-9]\d|100)$/.test(share.trim()) ? "share_out_of_range" : undefined,
  };
}

function countFault(text: string, code: string): string | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? undefined : code;
}

export function demandFaults(draft: DemandDraft): Record<string, string | undefined> {
  const tooLong = draft.from && draft.to && weeksOf(draft.from, draft.to).length > MOST_WEEKS;
  const asked = draft.weeks.some(({ kg }) => kg !== null && grams(kg) > 0);
  return {
    product: missing(draft.goods),
    from: missing(draft.from),
    to:
      missing(draft.to) ?? (draft.from && draft.to && draft.from > draft.to ? "window_reversed" : tooLong ? "window_too_long" : undefined),
    weeks: draft.weeks.length > 0 && !asked ? "weeks_empty" : undefined,
    ...(draft.points?.length ? pointFaults(draft.points) : { delivery_commune: missing(draft.delivery) }),
    ...commonFaults(draft),
  };
}

/** The body of the request; only after `demandFaults` found nothing. Weeks left empty are not asked for. */
export function demandTerms(draft: DemandDraft): DemandTerms {
  const { goods } = draft;
  const delivery = draft.points?.[0]?.place ?? draft.delivery;
  if (!goods || !delivery) throw new Error("the form was checked before it is sent");
  const point = pointIn(delivery, draft.exact);
  return {
    product: goods.product,
    varieties: goods.varieties,
    ...commonTerms(draft),
    weeks: draft.weeks.flatMap(({ week, kg }) => (kg === null ? [] : [{ week, kg }])),
    delivery_commune: delivery.commune_code,
    ...(point ? { delivery_point: point } : {}),
    delivery_hours: { from: draft.hours_from, to: draft.hours_to },
    note: draft.note.trim(),
    ...(draft.min_lot ? { min_lot: draft.min_lot } : {}),
  };
}

/** The most the whole demand can cost: every kilogram at the highest price, with everything preferred. */
export function mostSpent(draft: DemandDraft): number | null {
  if (draft.bid === null) return null;
  const total = draft.weeks.reduce((sum, { kg }) => sum + BigInt(grams(kg ?? "0")), 0n);
  const price = preferencesOf(draft.preferred ?? []).reduce((sum, { premium }) => sum + premium, draft.bid);
  const dong = (total * BigInt(price) + 500n) / 1000n;
  return dong <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(dong) : null;
}

export type CommonField = keyof CommonTerms;

/** What the delivery points of one form have in common. */
export type CommonDraft = Pick<
  DemandDraft,
  "min_grade" | "certificates" | "preferred" | "bid" | "payment_days" | "max_suppliers" | "max_share" | "quality" | "dues"
>;

export function commonFaults(draft: CommonDraft): Record<string, string | undefined> {
  return {
    bid: missing(draft.bid),
    payment_days: countFault(draft.payment_days, "days_not_a_number"),
    ...supplierFaults(draft.max_suppliers, draft.max_share ?? ""),
    ...preferenceFaults(draft.preferred ?? []),
    ...qualityFaults(draft.quality),
    ...duesFaults(draft.dues),
  };
}

/** Only after `commonFaults` found nothing. */
export function commonTerms(draft: CommonDraft): Pick<DemandTerms, CommonField> {
  if (draft.bid === null) throw new Error("the form was checked before it is sent");
  return {
    min_grade: draft.min_grade,
    certificates: draft.certificates,
    preferred: preferencesOf(draft.preferred ?? []),
    bid: draft.bid,
    payment_days: Number(draft.payment_days.trim()),
    max_suppliers: Number(draft.max_suppliers.trim()),
    max_share: Number((draft.max_share ?? "").trim()),
    ...qualityTerms(draft.quality),
    dues: duesTerms(draft.dues),
  };
}

/** All of it, so that what was emptied is sent too. */
function wholeTerms(draft: CommonDraft): CommonTerms {
  const terms = commonTerms(draft);
  const quality = terms.quality ?? { sizes: [], brix_tenths: null, juice_percent: null };
  return { ...terms, certificates: [...draft.certificates].sort(), quality };
}

function otherFields(was: CommonTerms, is: CommonTerms): CommonField[] {
  return (Object.keys(is) as CommonField[]).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}

/** What was changed, or is to be the same at every point; what is left out stays as it is at each. Only after `commonFaults` found nothing. */
export function commonChanges(before: CommonDraft, draft: CommonDraft, same: readonly CommonField[]): CommonTerms {
  const is = wholeTerms(draft);
  const sent = new Set([...same, ...otherFields(wholeTerms(before), is)]);
  return Object.fromEntries(Object.entries(is).filter(([field]) => sent.has(field as CommonField)));
}

/** In what the points do not agree. */
export function differing(points: readonly Demand[]): CommonField[] {
  const [first, ...others] = points.map((point) => wholeTerms(demandDraft(point, "")));
  return first ? [...new Set(others.flatMap((other) => otherFields(first, other)))] : [];
}
