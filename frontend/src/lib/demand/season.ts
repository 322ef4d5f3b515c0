import { daysBetween, fromGrams, grams, mondayOf, plusDays, tetOf } from "#lib/format";

export interface Wanted {
  week: string;
  kg: string | null;
}

/** What the calendar suggests for a week when a usual one wants so much: twice before Tết, half in the week of its first day, nothing in the week off. */
export function inSeason(week: string, kg: string): string | null {
  switch (tetOf(week)?.kind) {
    case "before":
      return fromGrams(2 * grams(kg));
    case "new_year":
      // A round trades whole kilograms.
      return fromGrams(1000 * Math.max(1, Math.floor(grams(kg) / 2000)));
    case "holiday":
      return null;
    default:
      return kg;
  }
}

/** The same weeks again, moved together by whole weeks until the first follows the last of before and this week. */
export function nextWeeks(weeks: readonly Wanted[], today: string): Wanted[] {
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (first === undefined || last === undefined) return [];
  const [after, soon] = [plusDays(last, 7), plusDays(mondayOf(today), 7)];
  const days = daysBetween(first, after > soon ? after : soon);
  return weeks.map(({ week, kg }) => ({ week: plusDays(week, days), kg }));
}
