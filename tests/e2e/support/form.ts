import { expect, type Locator, type Page } from "@playwright/test";

/** Chooses one of a few: a group of radio buttons drawn as one bar. */
export async function choose(scope: Page | Locator, group: string, option: string): Promise<void> {
  const bar = scope.getByRole("group", { name: group });
  await bar.getByText(option, { exact: true }).click();
  await expect(bar.getByRole("radio", { name: option, exact: true })).toBeChecked();
}

/** Types into a searching field and takes the choice of that name. */
export async function find(scope: Page | Locator, field: string, typed: string, option: string): Promise<void> {
  const input = scope.getByRole("combobox", { name: field });
  await input.fill(typed);
  await scope.getByRole("listbox").getByRole("option").filter({ hasText: option }).first().click();
  await expect(input).toHaveValue(option);
}

/** A day as people type it, so many weeks from this week's Monday. */
export function monday(weeks: number, days = 0): string {
  const today = new Date(Date.now() + 7 * 3_600_000); // Viet Nam, all year
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  today.setUTCDate(today.getUTCDate() - sinceMonday + weeks * 7 + days);
  const [year, month, day] = today.toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** A tax code of nine digits and its check digit. */
export function taxCode(nine: string): string {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(nine[place]), 0);
  return `${nine}${10 - (sum % 11)}`;
}
