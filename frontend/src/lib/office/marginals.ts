import type { Marginal } from "#lib/api/office";
import { named } from "#lib/i18n/language.svelte";

export interface WeekValue {
  week: string;
  offered: number | null;
  wanted: number | null;
}

const most = (values: (number | null | undefined)[]) => {
  const known = values.filter((value): value is number => value != null);
  return known.length === 0 ? null : Math.max(...known);
};

/** Products with anything to gain come first, the dearest before the others. */
export function productsOf(rows: readonly Marginal[]): { value: string; label: string }[] {
  const worth = new Map<string, { label: string; most: number }>();
  for (const row of rows) {
    const known = worth.get(row.product.slug);
    const value = Math.max(row.one_more_offered ?? 0, row.one_more_wanted ?? 0, known?.most ?? 0);
    worth.set(row.product.slug, { label: named(row.product), most: value });
  }
  return [...worth].toSorted(([, one], [, next]) => next.most - one.most).map(([value, { label }]) => ({ value, label }));
}

/** The best place of every week: where one more tonne would have gained most. */
export function byWeek(rows: readonly Marginal[], product: string): WeekValue[] {
  const mine = rows.filter((row) => row.product.slug === product);
  return [...new Set(mine.map((row) => row.week))].toSorted().map((week) => {
    const here = mine.filter((row) => row.week === week);
    return { week, offered: most(here.map((row) => row.one_more_offered)), wanted: most(here.map((row) => row.one_more_wanted)) };
  });
}

/** Rows of one product by week, then place. */
export function byPlace(rows: readonly Marginal[], product: string): Marginal[] {
  const mine = rows.filter((row) => row.product.slug === product);
  return mine.toSorted((one, next) => one.week.localeCompare(next.week) || one.province.localeCompare(next.province, "vi"));
}
