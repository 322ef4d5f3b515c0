import { expect, type Page } from "@playwright/test";
import { choose, find, monday } from "./form.ts";

/** Fills the form of an offer: 8.5 t of oranges over five weeks. */
export async function fillOffer(page: Page): Promise<void> {
  await find(page, "Giống", "cam long vang", "Cam lòng vàng CS1");
  await choose(page, "Loại", "Loại 1");
  await choose(page, "Đơn vị", "tấn");
  await page.getByLabel("Tổng khối lượng").fill("8,5");
  await expect(page.getByText("8.500 kg", { exact: true })).toBeVisible();
  await page.getByLabel("Giá bán tại vườn").fill("22500");
  await page.getByLabel("Từ", { exact: true }).fill(monday(2));
  await page.getByLabel("Đến", { exact: true }).fill(monday(6, 6));
  await page.getByLabel("Lô nhỏ nhất mỗi lần bán").fill("500");
}

/** Fills the form of a demand: 1 t of oranges of any variety in each week. */
export async function fillDemand(page: Page, weeks: number): Promise<void> {
  await find(page, "Sản phẩm", "cam", "Cam, mọi giống");
  await choose(page, "Loại thấp nhất", "Loại 1");
  await page.getByLabel("Giá cao nhất tới kho").fill("31000");
  const window = page.getByRole("group", { name: "Giao trong những ngày" });
  await window.getByLabel("Từ", { exact: true }).fill(monday(3));
  await window.getByLabel("Đến", { exact: true }).fill(monday(2 + weeks, 6));
  await page.getByLabel("Mỗi tuần, kg").fill("1000");
  await page.getByRole("button", { name: `Điền ${weeks} tuần` }).click();
}

/** Posts what the form of a page under `/dang` holds, and waits for the post's own page. */
export async function post(page: Page, label: "Đăng nguồn hàng" | "Đăng nhu cầu"): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await expect(page).toHaveURL(/\/(nguon-hang|nhu-cau)\/[0-9a-f-]{36}$/);
}
