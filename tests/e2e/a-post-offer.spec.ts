import { taxCode } from "./support/form.ts";
import { look } from "./support/look.ts";
import { approve, fillRegistration, type Newcomer, officer, signIn, signOut } from "./support/people.ts";
import { fillOffer } from "./support/posts.ts";
import { expect, test } from "./support/test.ts";

const cooperative: Newcomer = {
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

test("a cooperative registers, is verified, posts an offer and finds it in its list", async ({ market }) => {
  const manager = await market.person();

  await test.step("registers, and a mistake is told at its field", async () => {
    await manager.goto("/");
    await look(manager, "trang-dau-trong");
    await manager.getByRole("main").getByRole("link", { name: "Đăng ký tổ chức" }).click();
    await look(manager, "dang-ky");
    await fillRegistration(manager, { ...cooperative, taxCode: cooperative.taxCode.replace(/.$/, (last) => String((Number(last) + 1) % 10)) });
    await manager.getByRole("button", { name: "Gửi đăng ký" }).click();
    const wrong = manager.getByLabel("Mã số thuế");
    await expect(wrong).toHaveAccessibleDescription(/số cuối/);
    await expect(wrong).toBeFocused();
    await look(manager, "dang-ky-sai");
    await wrong.fill(cooperative.taxCode);
    await manager.getByRole("button", { name: "Gửi đăng ký" }).click();
    await expect(manager).toHaveURL(/\/hom-nay$/);
    await expect(manager.getByText("Hồ sơ đang chờ cán bộ duyệt.")).toBeVisible();
    await look(manager, "hom-nay-cho-duyet");
  });

  await test.step("confirms the mail address by the link in the mail", async () => {
    await manager.goto(await market.mailbox.link(cooperative.email!));
    await expect(manager.getByText("Đã xác nhận địa chỉ thư.")).toBeVisible();
    await look(manager, "xac-nhan-email");
  });

  await test.step("signs out and in again with the phone number", async () => {
    await signOut(manager);
    await manager.goto("/dang-nhap");
    await look(manager, "dang-nhap");
    await signIn(manager, cooperative);
    await expect(manager).toHaveURL(/\/hom-nay$/);
  });

  await test.step("cannot post before the officer has looked", async () => {
    await manager.goto("/nguon-hang");
    await expect(manager.getByRole("main").getByRole("link", { name: "Đăng nguồn hàng" })).toHaveCount(0);
    await look(manager, "nguon-hang-cho-duyet");
  });

  await test.step("is verified by the officer", async () => {
    const staff = await officer(market);
    await expect(staff).toHaveURL(/\/tong-quan$/);
    await staff.goto("/xac-minh");
    await look(staff, "xac-minh");
    await staff.getByRole("link", { name: cooperative.name }).click();
    await look(staff, "xac-minh-ho-so");
    await approve(staff, cooperative.name);
    await expect(staff.getByRole("main").getByText("Đã xác minh")).toBeVisible();
  });

  await test.step("posts an offer", async () => {
    await manager.goto("/nguon-hang");
    await expect(manager.getByText("Chưa đăng gì. Đăng nguồn hàng đầu tiên.")).toBeVisible();
    await look(manager, "nguon-hang-trong");
    await manager.getByRole("main").getByRole("link", { name: "Đăng nguồn hàng" }).first().click();
    await look(manager, "dang-nguon-hang");
    const send = manager.getByRole("button", { name: "Đăng nguồn hàng" });
    await send.click();
    await expect(manager.getByRole("combobox", { name: "Giống" })).toBeFocused();

    await fillOffer(manager);
    await look(manager, "dang-nguon-hang-da-dien");
    await send.click();
    await expect(manager.getByRole("heading", { level: 1, name: "Cam lòng vàng CS1" })).toBeVisible();
    await look(manager, "mot-nguon-hang");
  });

  await test.step("finds it in the list", async () => {
    await manager.goto("/nguon-hang");
    const row = manager.getByRole("link", { name: /Cam lòng vàng CS1, loại 1/ });
    await expect(row).toBeVisible();
    await expect(manager.getByText("22.500 ₫/kg")).toBeVisible();
    await look(manager, "nguon-hang");
    await row.click();
    await expect(manager.getByText("Đang mở", { exact: true })).toBeVisible();
  });
});
