import { look } from "./support/look.ts";
import { approve, cooperative, officer, register, signIn } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test("a director rests and resumes, appeals a suspension, and sees the own devices and passwords handed over", async ({ market }) => {
  const director = await market.person();
  await register(director, cooperative);
  const staff = await officer(market);
  await approve(staff, cooperative.name);

  await test.step("rests for the season and comes back", async () => {
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Nghỉ vụ" }).click();
    const dialog = director.getByRole("dialog", { name: "Nghỉ vụ" });
    await dialog.getByLabel("Lý do").fill("Hết vụ cam");
    await look(director, "nghi-vu-hoi");
    await dialog.getByRole("button", { name: "Nghỉ vụ" }).click();
    await expect(director.getByText("Tổ chức đang nghỉ vụ")).toBeVisible();
    await look(director, "nghi-vu");
    await director.goto("/hom-nay");
    await expect(director.getByRole("main").getByText("Hết vụ cam")).toBeVisible();
    await look(director, "hom-nay-nghi-vu");
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Mở lại, vào phiên ghép tới" }).click();
    await expect(director.getByRole("button", { name: "Nghỉ vụ" })).toBeVisible();
  });

  await test.step("is suspended and asks the office to look again", async () => {
    await staff.getByRole("button", { name: "Tạm khóa" }).click();
    const decision = staff.getByRole("dialog");
    await decision.getByLabel("Lý do").fill("Bên mua khiếu nại");
    await decision.getByRole("button", { name: "Tạm khóa" }).click();
    await expect(staff.getByRole("button", { name: "Duyệt tổ chức" })).toBeVisible();
    await director.goto("/to-chuc");
    await expect(director.getByText("Bên mua khiếu nại")).toBeVisible();
    await director.getByRole("button", { name: "Xin xem xét lại" }).click();
    const dialog = director.getByRole("dialog", { name: "Xin xem xét lại" });
    await dialog.getByLabel("Vì sao nên xem xét lại").fill("Hàng đã giao đủ, có biên bản");
    await dialog.getByRole("button", { name: "Gửi cho cán bộ" }).click();
    await expect(director.getByText("Đang chờ cán bộ trả lời.")).toBeVisible();
    await look(director, "xin-xem-xet-lai");
  });

  await test.step("is answered and taken back", async () => {
    await staff.goto("/xac-minh");
    await look(staff, "xac-minh-xin-xem-xet-lai");
    await staff.getByRole("link", { name: cooperative.name }).click();
    await staff.getByLabel("Trả lời").fill("Đã xem biên bản");
    await look(staff, "xac-minh-tra-loi");
    await staff.getByRole("button", { name: "Mở lại tổ chức" }).click();
    await expect(staff.getByText("Đã ghi quyết định")).toBeVisible();
    await director.goto("/to-chuc");
    await expect(director.getByText("Đã mở lại:")).toBeVisible();
    await director.getByText("Các lần đổi trạng thái").click();
    await expect(director.getByRole("listitem").filter({ hasText: "Tạm khóa" })).toBeVisible();
    await look(director, "to-chuc-cac-lan-doi");
  });

  await test.step("signs another device out", async () => {
    const phone = await market.person();
    await signIn(phone, cooperative);
    await director.goto("/tai-khoan");
    await look(director, "tai-khoan-cac-may");
    await director.getByRole("button", { name: "Cho thoát", exact: true }).click();
    await expect(director.getByRole("button", { name: "Cho thoát", exact: true })).toHaveCount(0);
    await phone.goto("/hom-nay");
    await expect(phone).toHaveURL(/dang-nhap/);
  });

  await test.step("hands a colleague a link for a new password", async () => {
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Thêm thành viên" }).click();
    const adding = director.getByRole("dialog", { name: "Thêm thành viên" });
    await adding.getByLabel("Họ và tên").fill("Bùi Văn Nam");
    await adding.getByLabel("Tên đăng nhập").fill("van-nam");
    await adding.getByLabel("Mật khẩu đầu tiên").fill("quên ngay từ đầu");
    await adding.getByRole("button", { name: "Thêm thành viên" }).click();
    const row = director.getByRole("listitem").filter({ hasText: "Bùi Văn Nam" });
    await row.getByRole("button", { name: "Sửa" }).click();
    await director.getByRole("button", { name: "Tạo liên kết đặt mật khẩu" }).click();
    await look(director, "cap-lai-mat-khau-lien-ket");
    const link = await director.getByRole("dialog").locator("code").textContent();
    const nam = await market.person();
    await nam.goto(link!);
    await nam.getByLabel("Mật khẩu mới").fill("cam ngọt vườn nhà");
    await nam.getByRole("button", { name: "Đặt lại mật khẩu" }).click();
    await expect(nam.getByText("Đã đặt mật khẩu mới.")).toBeVisible();
    await signIn(nam, { signIn: "van-nam", password: "cam ngọt vườn nhà" });
    await nam.goto("/tai-khoan");
    await expect(nam.getByText("Tạo liên kết đặt lại mật khẩu")).toBeVisible();
  });
});
