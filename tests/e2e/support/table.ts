import { expect, type Page } from "@playwright/test";

/** Puts a text on the clipboard and pastes it where the cursor stands. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

/** Clicks a cell of the table of demands, by its row as people count and the title of its column. */
export async function cell(page: Page, row: number, title: string): Promise<void> {
  const column = await page
    .getByRole("columnheader")
    .evaluateAll((titles, wanted) => titles.findIndex((one) => one.textContent?.trim() === wanted), title);
  expect(column, title).toBeGreaterThan(0);
  await page.locator(`[role="gridcell"][data-row="${row - 1}"][data-column="${column - 1}"]`).click();
}

/** What the cell of the cursor says to those who listen. */
export function here(page: Page) {
  return page.getByRole("textbox", { name: /, dòng \d+:/ });
}
