import type { WeekRange } from "#lib/api/types";
import { shortDay, weeksOf } from "#lib/format";
import { t } from "#lib/i18n";

/** Some years have a week more. */
export const WEEKS = 53;

const DAY = 86_400_000;
const monthEnds = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** The number of the week that begins on this Monday, as calendars count: the first week has the year's first Thursday. */
export function weekNumber(monday: string): number {
  const thursday = new Date(Date.parse(monday) + 3 * DAY);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * DAY)) + 1;
}

/** The Monday of a week of the year that holds `today`. */
export function mondayOfWeek(week: number, today: string): string {
  const year = Number(today.slice(0, 4));
  const fourth = Date.UTC(year, 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  return new Date(first + (week - 1) * 7 * DAY).toISOString().slice(0, 10);
}

/** From 1 for January: the month of the week's Thursday. */
export function monthOfWeek(week: number): number {
  const thursday = Math.min(7 * (week - 1) + 4, 365);
  return monthEnds.findIndex((end) => thursday <= end) + 1;
}

export function inSeason(season: readonly WeekRange[], week: number): boolean {
  return season.some(({ from, to }) => (from <= to ? week >= from && week <= to : week >= from || week <= to));
}

/** The Mondays of the weeks from one day to another that lie outside of the season. */
export function outOfSeason(season: readonly WeekRange[], from: string, to: string): string[] {
  return weeksOf(from, to).filter((monday) => !inSeason(season, weekNumber(monday)));
}

/** "tháng 11 – tháng 1", or the whole year. */
export function seasonWords(season: readonly WeekRange[]): string {
  if (season.some(({ from, to }) => from === 1 && to >= 52)) return t("catalogue.season.year");
  return season
    .map(({ from, to }) => {
      const [first, last] = [monthOfWeek(from), monthOfWeek(to)];
      return first === last && from <= to ? t("catalogue.season.month", { month: first }) : t("catalogue.season.months", { first, last });
    })
    .join(", ");
}

/** "tuần 40 (từ 28/09)". */
export function weekChoice(week: number, today: string): string {
  return t("catalogue.season.week", { week, day: shortDay(mondayOfWeek(week, today)) });
}

/** Where the spells of a season lie on a strip of one year, in percent; one that passes the new year is two. */
export function bars(season: readonly WeekRange[]): { left: number; width: number }[] {
  const bar = (from: number, to: number) => ({ left: ((from - 1) / WEEKS) * 100, width: ((to - from + 1) / WEEKS) * 100 });
  return season.flatMap(({ from, to }) => (from <= to ? [bar(from, to)] : [bar(from, WEEKS), bar(1, to)]));
}
