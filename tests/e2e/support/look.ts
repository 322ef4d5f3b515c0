import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const SCREENS = fileURLToPath(new URL("../../../var/screens", import.meta.url));

/**
 * Looks at the page as it stands: it shows its content and not an error, it is one a screen reader can use, in light and, on
 * the phone, in dark, and it fits the screen's width.
 * Keeps a picture of each at var/screens/<phone|desk>/<name>.png.
 */
export async function look(page: Page, name: string): Promise<void> {
  await test.step(`look at ${name}`, async () => {
    await expect(page.locator("main")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /^Đang tải$/ })).toHaveCount(0);
    await expect(page.getByText("Trang này không có, hoặc không dành cho bạn.")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Thử lại" })).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready);
    // Contrast is the same whatever the width: the dark theme is looked at on the phone alone.
    const schemes = test.info().project.name === "phone" ? (["light", "dark"] as const) : (["light"] as const);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const suffix = scheme === "light" ? "" : "-dark";
      await page.screenshot({
        path: `${SCREENS}/${test.info().project.name}/${name}${suffix}.png`,
        fullPage: true,
        animations: "disabled",
        scale: "css",
      });
      // The two differ in their colours alone, so the dark one need not be asked everything again.
      const axe = new AxeBuilder({ page });
      const { violations } = await (scheme === "light" ? axe : axe.withRules(["color-contrast"])).analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map((node) => `${node.html} ${node.failureSummary}`),
      }));
      expect(found, `${name} in ${scheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await fits(page);
  });
}

/** Nothing makes the page wider than the screen; the message names what does. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1)
      .map((e) => e.outerHTML.slice(0, 120));
  });
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(scrolls, `the page scrolls sideways because of ${wide.join("\n")}`).toBe(false);
}
