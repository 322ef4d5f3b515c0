import { expect, type Page } from "@playwright/test";

/** The officer starts a round between the set hours. */
export async function runRound(officer: Page): Promise<void> {
  const status = await officer.evaluate(async () => (await fetch("/api/v1/rounds", { method: "POST" })).status);
  expect(status).toBe(201);
}

/** Opens the first proposal of a list, unless one is open already, and says yes. Answers its address. */
export async function accept(page: Page): Promise<string> {
  const rows = page.getByRole("main").locator('a[href^="/de-xuat/"]');
  const yes = page.getByRole("button", { name: /^Đồng ý [\d.]+\s₫$/ });
  await expect(rows.first().or(yes)).toBeVisible();
  if (!(await yes.isVisible())) await rows.first().click();
  const address = new URL(page.url()).pathname;
  await yes.click();
  await expect(page.getByText(/^Đã đồng ý/)).toBeVisible();
  return address;
}
