import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const SCREENS = fileURLToPath(new URL("../../../var/screens/paper", import.meta.url));
/** What A4 leaves between its margins, in CSS pixels. */
const upright = { width: 687, height: 1017 };
export const lengthwise = { width: 1017, height: 687 };

/** The page as a printer gets it from a dark screen: dark ink on white paper, everything on the sheet, nothing to press. */
export async function prints(page: Page, name: string, sheet = upright, look: () => Promise<void> = async () => {}): Promise<void> {
  await test.step(name, async () => {
    const screen = page.viewportSize()!;
    await page.emulateMedia({ media: "print", colorScheme: "dark", reducedMotion: "reduce" });
    await page.setViewportSize(sheet);
    await expect(page.locator("main h1")).toBeVisible();
    await look();
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
    expect(
      violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html} ${node.failureSummary}`)),
      "ink against paper",
    ).toEqual([]);
    expect(await page.evaluate(lost), "what does not come onto the paper").toEqual([]);
    for (const control of [".btn", "nav", "[role=search]", "input[type=search]"])
      await expect(page.locator(control).filter({ visible: true }), control).toHaveCount(0);
    await page.pdf({ path: `${SCREENS}/${name}.pdf`, preferCSSPageSize: true, printBackground: true });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    await page.setViewportSize(screen);
  });
}

/** Boxes that hide a part of what they hold, and what stands beyond the sheet's edge. */
function lost(): string[] {
  const named = (e: Element) => e.outerHTML.slice(0, 160);
  const shown = [...document.querySelectorAll<HTMLElement>("body *")].filter(
    (e) => e.checkVisibility() && !e.closest(".vh, svg, [aria-hidden=true], [aria-live=assertive]"),
  );
  const cut = shown.filter((e) => {
    const { overflowX, overflowY } = getComputedStyle(e);
    return (
      (overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) || (overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1)
    );
  });
  const beyond = shown.filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1);
  return [...cut.map((e) => `cut: ${named(e)}`), ...beyond.map((e) => `beyond: ${named(e)}`)];
}
