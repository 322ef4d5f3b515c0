import { expect, type Locator, type Page } from "@playwright/test";
import type { Newcomer } from "./people.ts";
import type { Market } from "./test.ts";

/** The officer runs a round now and reads its report. */
export async function runRound(officer: Page): Promise<void> {
  await officer.goto("/phien-ghep");
  await officer.getByRole("button", { name: "Chạy phiên ghép" }).click();
  await expect(officer).toHaveURL(/\/phien-ghep\/[0-9a-f-]{36}$/);
}

/** A director opens the one proposal that waits and says yes. */
export async function accept(director: Page): Promise<void> {
  await director.getByRole("button", { name: /^Đồng ý [\d.]+ ₫/ }).click();
}

/** A director reads the contract, gives the password, and signs with the code from the mail. */
export async function sign(director: Page, who: Newcomer, market: Market): Promise<void> {
  await director.locator("#ky").getByRole("link", { name: "Đọc hợp đồng" }).click();
  await director.getByRole("button", { name: "Tôi đã đọc, về trang ký" }).click();
  await director.getByLabel("Mật khẩu của bạn").fill(who.password);
  await director.getByRole("button", { name: "Nhận mã ký" }).click();
  await director.getByLabel("Nhập mã 6 số").fill(await market.mailbox.code(who.email!));
  await director.getByRole("button", { name: /^Ký [\d.]+ ₫/ }).click();
  await expect(director.getByText("Đã ký hợp đồng").first()).toBeVisible();
}

/** A week's delivery on the contract's page, counted from 0. */
export function line(page: Page, at: number): Locator {
  return page.getByRole("article").nth(at);
}

/** What a button of a line opens. */
export async function act(page: Page, at: number, button: string): Promise<Locator> {
  await line(page, at).getByRole("button", { name: button, exact: true }).click();
  return page.getByRole("dialog");
}
