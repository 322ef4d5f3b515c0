import { daysBetween, plusDays, shortDay, weekday } from "./day";

/** A week is named by its Monday. */
export function mondayOf(day: string): string {
  return plusDays(day, -weekday(day));
}

/** Every week the days from `from` to `to` touch. */
export function weeksOf(from: string, to: string): string[] {
  if (to < from) return [];
  const weeks: string[] = [];
  for (let week = mondayOf(from); week <= to; week = plusDays(week, 7)) weeks.push(week);
  return weeks;
}

/** "07/12 – 13/12". */
export function weekDays(week: string): string {
  return `${shortDay(week)} – ${shortDay(plusDays(week, 6))}`;
}

/** First days of the lunar year, as the calendar of the reference data has them. */
const newYears = [
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-02",
  "2031-01-23",
  "2032-02-11",
  "2033-01-31",
  "2034-02-19",
  "2035-02-08",
] as const;

export type Tet = { kind: "before" } | { kind: "new_year"; day: string } | { kind: "holiday" };

/** What Tết does to a week: the peak of the three weeks before, the week of the first day, the days off after it. */
export function tetOf(week: string): Tet | null {
  for (const day of newYears) {
    const days = daysBetween(week, day);
    if (days >= 0 && days < 7) return { kind: "new_year", day };
    if (days >= 7 && days < 21) return { kind: "before" };
    if (days < 0 && days >= -7) return { kind: "holiday" };
  }
  return null;
}
