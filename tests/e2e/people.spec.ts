import { agree, enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

// Whoever confirms a change of account has to be a member for some days: the demo's are.
test.use({ command: "demo" });
const PASSWORD = "dung-thu-mua-vu";

test("a director invites by link, and an account changes once a second member and the office agree", async ({ market }) => {
  const director = await market.person();
  await enter(director, "giam-doc-htx");
  let link = "";

  await test.step("makes a link for a new clerk", async () => {
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Mời bằng liên kết" }).click();
    const dialog = director.getByRole("dialog", { name: "Mời bằng liên kết" });
    await dialog.getByLabel("Mời ai").fill("Bùi Văn Tư");
    await dialog.getByText("Nhân viên", { exact: true }).click();
    await dialog.getByRole("button", { name: "Tạo liên kết" }).click();
    link = await dialog.locator("code").innerText();
    await dialog.getByRole("button", { name: "Đóng" }).click();
    await expect(director.getByText(/Bùi Văn Tư/)).toBeVisible();
  });

  await test.step("the clerk joins by it, once", async () => {
    const clerk = await market.person();
    await clerk.goto(link);
    await expect(clerk.getByLabel("Họ và tên")).toHaveValue("Bùi Văn Tư");
    await clerk.getByLabel("Tên đăng nhập").fill("0915000111");
    await clerk.getByLabel("Mật khẩu mới").fill("vườn bưởi sau nhà");
    await agree(clerk);
    await clerk.getByRole("button", { name: "Vào tổ chức" }).click();
    await expect(clerk).toHaveURL(/\/hom-nay$/);
    const late = await market.person();
    await late.goto(link);
    await expect(late.getByRole("link", { name: "Đăng nhập" }).first()).toBeVisible();
    await expect(late.getByLabel("Tên đăng nhập")).toHaveCount(0);
    await director.reload();
    await expect(director.getByText(/đã vào/)).toBeVisible();
  });

  const section = director.locator("#tai-khoan-ngan-hang");
  await test.step("asks for another bank account", async () => {
    await section.getByRole("button", { name: "Đổi tài khoản ngân hàng" }).click();
    const dialog = director.getByRole("dialog");
    await dialog.getByLabel("Ngân hàng").fill("Agribank chi nhánh Cao Phong");
    await dialog.getByLabel("Số tài khoản").fill("3506205123456");
    await dialog.getByLabel("Tên chủ tài khoản").fill("HTX DONG SEN");
    await dialog.getByLabel("Lý do").fill("Ngân hàng cũ đóng chi nhánh");
    await dialog.getByLabel("Mật khẩu của bạn").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Gửi yêu cầu đổi" }).click();
    await expect(section).toContainText("Chờ thành viên khác");
    await expect(section.getByRole("button", { name: "Xác nhận đổi" })).toHaveCount(0);
  });

  await test.step("a second member confirms with the own password", async () => {
    const second = await market.person();
    await enter(second, "nhan-vien-htx");
    await second.goto("/to-chuc");
    const here = second.locator("#tai-khoan-ngan-hang");
    await here.getByRole("button", { name: "Xác nhận đổi" }).click();
    const dialog = second.getByRole("dialog", { name: "Xác nhận đổi" });
    await expect(dialog).toContainText("3506 2051 2345 6");
    await dialog.getByLabel("Mật khẩu của bạn").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Xác nhận đổi" }).click();
    await expect(here).toContainText("Chờ cán bộ duyệt");
  });

  await test.step("the office rings, approves, and the old account holds until the days are over", async () => {
    const staff = await market.person();
    await enter(staff, "can-bo");
    await staff.goto("/xac-minh");
    await staff.getByRole("main").getByRole("link").filter({ hasText: "3506 2051 2345 6" }).click();
    const change = staff.locator("#doi");
    await change.getByLabel("Lý do").fill("Đã gọi số trong hồ sơ");
    await change.getByRole("button", { name: "Duyệt đổi" }).click();
    await expect(change).toContainText("Đã duyệt, đang chờ");
  });
});
