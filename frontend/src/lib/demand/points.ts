import type { Demand, DemandForPoints, DemandGroup } from "#lib/api/types";
import { grams, sumKg } from "#lib/format";
import { type ChosenPlace, placeName } from "#lib/market/places";
import { demandDraft, type DemandDraft } from "./draft";

/** A delivery point as it is typed. */
export interface PointDraft {
  place: ChosenPlace | null;
  /** In a usual week; other weeks are split in these proportions. */
  kg: string | null;
  note: string;
}

export const MOST_POINTS = 9;

export function emptyPoint(place: ChosenPlace | null = null): PointDraft {
  return { place, kg: null, note: "" };
}

/** What all points take in a usual week; nothing while none says it. */
export function usualOf(points: readonly PointDraft[]): string | null {
  const typed = points.flatMap(({ kg }) => (kg === null ? [] : [kg]));
  return typed.length > 0 ? sumKg(typed) : null;
}

/** Weeks that wanted the usual amount want the new one, and all of them the first; what was typed or emptied for a single week stays. */
export function withUsual(weeks: DemandDraft["weeks"], before: string | null, usual: string | null): DemandDraft["weeks"] {
  const follows = (kg: string | null) => (kg === null || before === null ? kg === null && before === null : grams(kg) === grams(before));
  return weeks.map((line) => (follows(line.kg) ? { ...line, kg: usual } : line));
}

/** Weeks that came with other dates want the usual amount; those that were there stay as they are. */
export function newWeeks(weeks: DemandDraft["weeks"], were: DemandDraft["weeks"], usual: string | null): DemandDraft["weeks"] {
  const known = new Set(were.map(({ week }) => week));
  return weeks.map((line) => (known.has(line.week) ? line : { ...line, kg: line.kg ?? usual }));
}

export function pointFaults(points: readonly PointDraft[]): Record<string, string> {
  return Object.fromEntries(
    points.flatMap(({ place, kg }, at) => [
      ...(place === null ? [[`points.${at}.delivery_commune`, "required"] as const] : []),
      ...(kg === null ? [[`points.${at}.kg`, "required"] as const] : []),
    ]),
  );
}

export function pointsOf(points: readonly PointDraft[]): DemandForPoints["points"] {
  return points.flatMap(({ place, kg, note }) =>
    place === null || kg === null ? [] : [{ delivery_commune: place.commune_code, kg, note: note.trim() }],
  );
}

/** The form that these points came from, as one draft: every week with the sum of all. */
export function draftOfGroup(points: readonly Demand[], name: string): DemandDraft | null {
  const [first] = points;
  if (!first) return null;
  const weeks = new Map<string, string>();
  for (const { week, kg } of points.flatMap(({ terms }) => terms.weeks)) weeks.set(week, sumKg([weeks.get(week) ?? "0", kg]));
  const most = ({ terms }: Demand) => terms.weeks.reduce((most, { kg }) => (grams(kg) > grams(most) ? kg : most), "0");
  // The exact point of the first store is no other store's.
  const draft = demandDraft(first, name);
  delete draft.exact;
  return {
    ...draft,
    weeks: [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, kg]) => ({ week, kg })),
    points: points.map((point) => ({ place: point.delivery, kg: most(point), note: storeOf(point.terms.note) })),
    note: commonNote(points.map(({ terms }) => terms.note)),
  };
}

/** What stands below the store's line, where it is the same at all points. */
function commonNote(notes: readonly string[]): string {
  const [first, ...others] = notes.map((note) => note.split("\n").slice(1).join("\n"));
  return first !== undefined && others.every((note) => note === first) ? first : "";
}

/** "2/3": which of the points this demand is. */
export function placeInGroup(group: DemandGroup, id: string): string {
  return `${group.points.findIndex((point) => point.id === id) + 1}/${group.points.length}`;
}

/** The line of a note that says which store it is. */
export function storeOf(note: string): string {
  return note.split("\n", 1)[0] ?? "";
}

/** The delivery points of its form that may still change. */
export function openPoints({ group }: Demand): DemandGroup["points"] {
  return group?.points.filter(({ changeable }) => changeable) ?? [];
}

/** A point by its title, its store or gate, else its place. */
export function pointName({ title, note, delivery }: DemandGroup["points"][number]): string {
  return title ?? (storeOf(note) || placeName(delivery));
}
