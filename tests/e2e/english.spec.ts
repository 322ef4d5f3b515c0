import type { Page } from "@playwright/test";
import { fits } from "./support/look.ts";
import { enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { leftIn, vietnameseWords } from "./support/words.ts";

// English words are longer than Vietnamese ones: a narrow phone shows where they do not fit.
test.use({ command: "demo" });
const visitor = ["/", "/cho", "/cho/ban-do", "/gia", "/quy-che", "/dang-ky", "/dang-nhap", "/quen-mat-khau", "/tai-lieu-api"];
const supplier = [
  ...["/hom-nay", "/them", "/to-chuc", "/tai-khoan", "/tai-khoan/sua", "/tai-khoan/thu", "/nguon-hang", "/nguon-hang/dang", "/nhap-tep"],
  ...[
    "/de-xuat",
    "/hop-dong",
    "/giao-hang",
    "/cong-no",
    "/thong-bao",
    "/danh-muc",
    "/danh-muc/cam-canh",
    "/phan-hang",
    "/theo-doi",
    "/cho",
  ],
];
const buyer = ["/hom-nay", "/nhu-cau", "/nhu-cau/dang", "/nhu-cau/lap-lai", "/de-xuat", "/nhan-hang", "/thanh-toan", "/cho?ben=mua"];
const officer = ["/tong-quan", "/phien-ghep", "/xac-minh?trang-thai=verified", "/nhap-tep", "/nhap-ho", "/danh-muc/yeu-cau"];
/** Lists whose first line is opened. */
const opened = ["/nguon-hang", "/de-xuat", "/hop-dong", "/nhu-cau", "/phien-ghep", "/xac-minh"];

/** Every page in English: it fits, and the app says nothing in Vietnamese. All are walked before the test fails. */
async function walk(page: Page, paths: string[]): Promise<void> {
  const words = await vietnameseWords();
  const faults: string[] = [];
  const look = async (path: string) => {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("status").filter({ hasText: /^Loading$/ })).toHaveCount(0);
    await expect(page.getByText("does not exist, or is not for you")).toHaveCount(0);
    await fits(page).catch((error: Error) => faults.push(`${path}: ${error.message}`));
    for (const text of await leftIn(page, words)) faults.push(`${path}: ${text}`);
  };
  await page.evaluate(() => localStorage.setItem("muavu.language", "en"));
  for (const path of paths)
    await test.step(path, async () => {
      await look(path);
      const list = path.split("?")[0]!;
      if (!opened.includes(list)) return;
      const first = page.getByRole("main").locator(`a[href^='${list}/0']`).first();
      await expect(first).toBeVisible();
      await look((await first.getAttribute("href"))!);
    });
  expect(faults).toEqual([]);
}

test("a visitor reads everything in English", async ({ market }) => {
  const page = await market.person();
  await page.goto("/");
  await expect(page.locator("main")).toBeVisible();
  // The same look finds the words where they do stand.
  expect((await leftIn(page, await vietnameseWords())).length).toBeGreaterThan(5);
  await walk(page, visitor);
});

for (const [who, account, paths] of [
  ["a supplier", "giam-doc-htx", supplier],
  ["a buyer", "giam-doc-sieu-thi", buyer],
  ["an officer", "can-bo", officer],
] as const)
  test(`${who} reads everything in English`, async ({ market }) => {
    const page = await market.person();
    await enter(page, account);
    await walk(page, [...paths]);
  });
