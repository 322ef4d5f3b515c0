import type { Demand, DemandLine, RecurringDemand, RecurringDemandTerms } from "#lib/api/types";
import { duesDraft, duesFaults, duesTerms, type DuesDraft } from "#lib/dues/draft";
import { grams, mondayOf, plusDays, weeksOf } from "#lib/format";
import type { ChosenPlace } from "#lib/market/places";
import { supplierFaults } from "../draft";
import { pointFaults, pointsOf, storeOf, usualOf, type PointDraft } from "../points";
import { preferenceDraft, preferenceFaults, preferencesOf, type PreferenceDraft } from "../preferences";
import { inSeason, nextWeeks, type Wanted } from "../season";

/** What somebody says about a demand that comes every week; the goods and the place are those of a demand posted before. */
export interface RecurringDraft {
  kg: string | null;
  /** Where it all goes, while there are no delivery points. */
  place: ChosenPlace | null;
  /** Several stores, each with its part of a usual week; then `kg` is what they take together. */
  points: PointDraft[];
  from: string | null;
  to: string | null;
  bid: number | null;
  preferred: PreferenceDraft[];
  max_suppliers: string;
  /** In percent, empty for any part. */
  max_share: string;
  dues: DuesDraft;
  weeks_ahead: string;
  by_season: boolean;
}

/** How long a rule usually runs, and how many weeks ahead suppliers want to know. */
const USUAL_WEEKS = 8;
const USUAL_AHEAD = 3;
export const MOST_AHEAD = 12;

/** What stays the same every week: what, and where to. */
export type Goods = Omit<
  DemandLine,
  "from" | "to" | "kg_per_week" | "bid" | "preferred" | "max_suppliers" | "max_share" | "min_lot" | "dues"
>;

export function goodsOf({ terms }: { terms: Goods }): Goods {
  const { product, varieties, min_grade, certificates, delivery_commune, delivery_hours, payment_days, note, quality } = terms;
  const wanted = quality ? { quality } : {};
  return { product, varieties, min_grade, certificates, delivery_commune, delivery_hours, payment_days, note, ...wanted };
}

/** The same of a demand that was posted; of one of several delivery points without the store's line in its note. */
export function goodsAfter({ terms, group }: Demand): Goods {
  const goods = goodsOf({ terms });
  return several({ group }) ? { ...goods, note: terms.note.split("\n").slice(1).join("\n") } : goods;
}

const several = ({ group }: Pick<Demand, "group">) => (group?.points.length ?? 0) > 1;

/** The stores of its form, each with its part of what this one wanted in a usual week. */
function pointsAfter({ id, group }: Demand, usual: string | null): PointDraft[] {
  const own = group?.points.find((point) => point.id === id);
  if (!group || !several({ group }) || !own || usual === null || grams(own.kg_total) === 0) return [];
  const part = (total: string) => String(Math.max(1, Math.round((grams(usual) / 1000) * (grams(total) / grams(own.kg_total)))));
  return group.points.map(({ delivery, note, kg_total }) => ({ place: delivery, kg: part(kg_total), note: storeOf(note) }));
}

/** What is preferred, from how many it may come, what is paid ahead and kept back, as the form shows them. */
function wishes(terms: Pick<Demand["terms"] | DemandLine, "preferred" | "max_suppliers" | "max_share" | "dues">) {
  return {
    preferred: (terms.preferred ?? []).map(preferenceDraft),
    max_suppliers: String(terms.max_suppliers ?? 0),
    max_share: terms.max_share ? String(terms.max_share) : "",
    dues: duesDraft(terms.dues),
  };
}

/** Goes on after the last week of the demand, with what it wanted most. */
export function draftAfter(demand: Demand, today: string): RecurringDraft {
  const from = nextWeeks(demand.terms.weeks, today)[0]?.week ?? plusDays(mondayOf(today), 7);
  const kg = demand.terms.weeks.reduce<string | null>((most, week) => (most && grams(most) >= grams(week.kg) ? most : week.kg), null);
  const points = pointsAfter(demand, kg);
  return {
    kg: usualOf(points) ?? kg,
    place: demand.delivery,
    points,
    from,
    to: plusDays(from, USUAL_WEEKS * 7 - 1),
    bid: demand.terms.bid ?? null,
    ...wishes(demand.terms),
    weeks_ahead: String(USUAL_AHEAD),
    by_season: true,
  };
}

export function draftOf({ terms, delivery, places }: RecurringDemand): RecurringDraft {
  const { from, to, kg_per_week, bid } = terms.line;
  const ahead = { weeks_ahead: String(terms.weeks_ahead), by_season: terms.by_season ?? false };
  const points = (terms.points ?? []).map(({ kg, note }, at) => ({ place: places[at] ?? null, kg, note: note ?? "" }));
  return { kg: kg_per_week, place: delivery, points, from, to, bid, ...wishes(terms.line), ...ahead };
}

export function recurringFaults(draft: RecurringDraft): Record<string, string | undefined> {
  const missing = (value: unknown): string | undefined => (value === null || value === "" ? "required" : undefined);
  const reversed = draft.from && draft.to && draft.from > draft.to;
  const wishFaults = { ...preferenceFaults(draft.preferred), ...supplierFaults(draft.max_suppliers, draft.max_share) };
  return {
    ...Object.fromEntries(Object.entries(wishFaults).map(([field, code]) => [`line.${field}`, code])),
    ...(draft.points.length > 0 ? pointFaults(draft.points) : { "line.kg_per_week": missing(draft.kg) }),
    ...duesFaults(draft.dues, "line."),
    "line.from": missing(draft.from),
    "line.to": missing(draft.to) ?? (reversed ? "window_reversed" : undefined),
    "line.bid": missing(draft.bid),
  };
}

/** The body of the request; only after `recurringFaults` found nothing. */
export function recurringTerms(goods: Goods, draft: RecurringDraft): RecurringDemandTerms {
  const { from, to, bid } = draft;
  const points = pointsOf(draft.points);
  const kg = usualOf(draft.points) ?? draft.kg;
  if (kg === null || !from || !to || bid === null) throw new Error("the form was checked before it is sent");
  const wished = {
    preferred: preferencesOf(draft.preferred),
    max_suppliers: Number(draft.max_suppliers.trim()),
    max_share: Number(draft.max_share.trim()),
    dues: duesTerms(draft.dues),
  };
  const delivery_commune = points[0]?.delivery_commune ?? draft.place?.commune_code ?? goods.delivery_commune;
  const line = { ...goods, ...wished, delivery_commune, kg_per_week: kg, from, to, bid };
  const several = points.length > 0 ? { points } : {};
  return { line, weeks_ahead: Number(draft.weeks_ahead), by_season: draft.by_season, ...several };
}

/** The first week that a rule may still post: after those on the market, and not before this one. */
export function firstOpen({ posted }: RecurringDemand, today: string): string {
  const present = mondayOf(today);
  const after = posted.map(({ last_week }) => plusDays(last_week, 7));
  return after.reduce((first, week) => (week > first ? week : first), present);
}

/** The weeks as the server will post them; of a rule that runs, those from the first that is open. */
export function weeksOfDraft({ kg: typed, points, from, to, by_season }: RecurringDraft, first = ""): Wanted[] {
  const kg = points.length > 0 ? usualOf(points) : typed;
  if (kg === null || !from || !to) return [];
  return weeksOf(from, to)
    .filter((week) => week >= first)
    .map((week) => ({ week, kg: by_season ? inSeason(week, kg) : kg }))
    .filter(({ kg }) => kg !== null);
}
