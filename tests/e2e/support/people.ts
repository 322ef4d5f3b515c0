import { expect, type Page } from "@playwright/test";
import { choose, find, taxCode } from "./form.ts";
import type { Market } from "./test.ts";

export type Credentials = { signIn: string; password: string };
export type Newcomer = Credentials & {
  kind: "Hợp tác xã" | "Tổ hợp tác" | "Trang trại" | "Doanh nghiệp mua";
  name: string;
  taxCode: string;
  commune: { typed: string; name: string };
  phone: string;
  director: string;
  email?: string;
};

/** The cooperative that most journeys begin with. */
export const cooperative: Newcomer = {
  kind: "Hợp tác xã",
  name: "HTX Cam Thung Nai",
  taxCode: taxCode("991234567"),
  commune: { typed: "cao phong", name: "Xã Cao Phong" },
  phone: "0912345678",
  director: "Nguyễn Thị Hoa",
  signIn: "0912345678",
  password: "đồi cam đầu mùa",
  email: "hoa@htx-thung-nai.example",
};

/** Fills the registration; sending it is the journey's own step. */
export async function fillRegistration(page: Page, who: Newcomer): Promise<void> {
  await page.getByLabel("Loại tổ chức").selectOption(who.kind);
  await page.getByLabel("Tên đầy đủ").fill(who.name);
  await page.getByLabel("Mã số thuế").fill(who.taxCode);
  await choose(page, "Cách tính thuế GTGT", "Khấu trừ");
  await page.getByLabel("Địa chỉ").fill("Xóm 3");
  await page.getByLabel("Số điện thoại liên hệ").fill(who.phone);
  await find(page, "Xã, phường", who.commune.typed, who.commune.name);
  await page.getByLabel("Người đại diện theo pháp luật").fill(who.director);
  await page.getByLabel("Chức vụ").fill("Giám đốc");
  await page.getByLabel("Họ và tên").fill(who.director);
  await page.getByLabel("Tên đăng nhập").fill(who.signIn);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(who.password);
  await agree(page);
  if (who.email) await page.getByLabel("Thư điện tử").fill(who.email);
}

/** Both boxes below a form that somebody joins by. */
export async function agree(page: Page): Promise<void> {
  for (const label of ["Quy chế hoạt động của sàn", "Cách sàn dùng dữ liệu cá nhân của tôi"])
    await page.getByLabel(label).check({ force: true });
}

export async function register(page: Page, who: Newcomer): Promise<void> {
  await page.goto("/dang-ky");
  await fillRegistration(page, who);
  await page.getByRole("button", { name: "Gửi đăng ký" }).click();
  await expect(page).toHaveURL(/\/hom-nay$/);
}

export async function signIn(page: Page, who: Credentials): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill(who.signIn);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).not.toHaveURL(/dang-nhap/);
}

/** Into a demo account, by the button that the demo's sign-in page has for it. */
export async function enter(page: Page, account: string): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByRole("listitem").filter({ hasText: account }).getByRole("button", { name: "Vào" }).click();
  await expect(page).not.toHaveURL(/dang-nhap/);
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/tai-khoan");
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page).toHaveURL(/\/$/);
}

/** An officer whose account the operator made on the server, signed in. */
export async function officer(market: Market): Promise<Page> {
  const who = { signIn: "can-bo", password: "vườn cam trên đồi" };
  await market.server.run(
    ["admin", "create", "--sign-in", who.signIn, "--name", "Bùi Thị Lan", "--role", "officer", "--password-stdin"],
    who.password,
  );
  const page = await market.person();
  await signIn(page, who);
  return page;
}

/** The officer opens a waiting dossier and approves it. */
export async function approve(page: Page, organisation: string): Promise<void> {
  await page.goto("/xac-minh");
  await page.getByRole("link", { name: organisation }).click();
  await page.getByRole("button", { name: "Duyệt tổ chức" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Duyệt tổ chức" }).click();
  await expect(page.getByText("Đã ghi quyết định")).toBeVisible();
}
