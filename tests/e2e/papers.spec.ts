import { find, monday, taxCode } from "./support/form.ts";
import { approve, cooperative, officer, register } from "./support/people.ts";
import { pdf, photo } from "./support/photo.ts";
import { expect, test } from "./support/test.ts";

test("papers are sent, asked for again and taken, and a certificate with its scan is verified", async ({ market }) => {
  const director = await market.person();
  await register(director, cooperative);
  const staff = await officer(market);
  const registration = "Giấy chứng nhận đăng ký hợp tác xã hoặc doanh nghiệp";
  const row = (page: typeof director) => page.locator("#giay-to").getByRole("listitem").filter({ hasText: registration }).first();

  await test.step("the director photographs the registration, page by page", async () => {
    await director.goto("/to-chuc");
    await expect(row(director)).toContainText("Chưa có");
    await row(director).locator("input[type=file]").setInputFiles(photo("trang-1.png"));
    await row(director).locator("input[type=file]").setInputFiles(photo("trang-2.png"));
    await row(director).getByRole("button", { name: "Gửi 2 trang thành một tệp" }).click();
    await expect(row(director)).toContainText("Chờ cán bộ xem");
  });

  await test.step("the office asks for a better one, with a reason", async () => {
    await staff.goto("/xac-minh");
    await staff.getByRole("link", { name: cooperative.name }).click();
    await row(staff).getByRole("button", { name: "Yêu cầu gửi lại" }).click();
    const dialog = staff.getByRole("dialog", { name: "Yêu cầu gửi lại" });
    await dialog.getByRole("button", { name: "Yêu cầu gửi lại" }).click();
    await expect(dialog.getByLabel("Lý do")).toHaveAttribute("aria-invalid", "true");
    await dialog.getByLabel("Lý do").fill("Ảnh mờ, không đọc được số");
    await dialog.getByRole("button", { name: "Yêu cầu gửi lại" }).click();
    await expect(row(staff)).toContainText("Cần gửi lại");
  });

  await test.step("the director reads why and sends it again", async () => {
    await director.goto("/to-chuc");
    await expect(row(director)).toContainText("Ảnh mờ, không đọc được số");
    await row(director).locator("input[type=file]").setInputFiles(photo("ro-hon.png"));
    await row(director).getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(row(director)).toContainText("Chờ cán bộ xem");
  });

  await test.step("the office takes it and verifies the organisation", async () => {
    await staff.reload();
    await row(staff).getByRole("button", { name: "Nhận", exact: true }).click();
    await expect(row(staff)).toContainText("Đã nhận");
    await approve(staff, cooperative.name);
  });

  const certificate = (page: typeof director) => page.getByRole("listitem").filter({ hasText: "VG-2026-081" });
  await test.step("a certificate is entered and its scan added", async () => {
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Thêm giấy" }).click();
    const dialog = director.getByRole("dialog", { name: "Thêm giấy" });
    await dialog.getByRole("button", { name: "Gửi giấy để xác minh" }).click();
    await expect(dialog.getByLabel("Loại giấy")).toBeFocused();
    await dialog.getByLabel("Loại giấy").selectOption("VietGAP");
    await dialog.getByLabel("Số giấy").fill("VG-2026-081");
    await dialog.getByLabel("Nơi cấp").fill("Trung tâm chất lượng nông lâm thủy sản vùng 1");
    await dialog.getByRole("combobox", { name: "Cho những giống nào" }).fill("cam canh");
    await dialog.getByRole("option").filter({ hasText: "Cam Canh" }).first().click();
    await dialog.getByLabel("Ngày cấp", { exact: true }).fill(monday(-10));
    await dialog.getByLabel("Ngày hết hạn", { exact: true }).fill(monday(60));
    await dialog.getByRole("button", { name: "Gửi giấy để xác minh" }).click();
    await expect(director.getByText("Đã gửi giấy, chờ cán bộ xác minh")).toBeVisible();
    await certificate(director).locator("input[type=file]").first().setInputFiles(photo("vietgap.png"));
    await expect(certificate(director).getByRole("link", { name: /^Ảnh 1/ })).toBeVisible();
  });

  await test.step("the office opens the scan and verifies the certificate", async () => {
    await staff.goto("/xac-minh");
    await expect(certificate(staff).getByRole("link", { name: /^Ảnh 1/ })).toBeVisible();
    const address = await certificate(staff)
      .getByRole("link", { name: /^Ảnh 1/ })
      .getAttribute("href");
    expect((await staff.request.get(address!)).headers()["content-type"]).toMatch(/^image\//);
    await certificate(staff).getByRole("button", { name: "Giấy đúng" }).click();
    await staff.getByRole("dialog").getByRole("button", { name: "Giấy đúng" }).click();
    await expect(staff.getByText("Không còn giấy chờ.")).toBeVisible();
    await director.goto("/to-chuc");
    await expect(certificate(director)).toContainText("Đã xác minh");
  });

  await test.step("the office finds it among the decided ones, suspends it and takes it back", async () => {
    await staff.goto("/xac-minh");
    await staff.getByRole("navigation", { name: "Lọc giấy theo trạng thái" }).getByRole("link", { name: "Đã xác minh" }).click();
    await certificate(staff).getByRole("link", { name: cooperative.name }).click();
    await certificate(staff).getByRole("button", { name: "Tạm ngừng giấy" }).click();
    await staff.getByRole("dialog").getByLabel("Lý do").fill("Đơn vị cấp đang kiểm tra lại");
    await staff.getByRole("dialog").getByRole("button", { name: "Tạm ngừng giấy" }).click();
    await expect(certificate(staff)).toContainText("Tạm ngừng");
    await director.reload();
    await expect(certificate(director)).toContainText("Đơn vị cấp đang kiểm tra lại");
    // A page that follows while the officer reads is seen before it is taken as true.
    await certificate(director).locator("input[type=file]").first().setInputFiles(pdf("trang-sau.pdf"));
    await expect(certificate(director).getByRole("link", { name: /^Tệp PDF 2/ })).toBeVisible();
    const again = { name: "Xác minh lại", exact: true };
    await certificate(staff).getByRole("button", again).click();
    await staff.getByRole("dialog").getByRole("button", again).click();
    await staff.getByRole("dialog").getByRole("button", { name: "Xem bản mới" }).click();
    await expect(certificate(staff).getByRole("link", { name: /^Tệp PDF 2/ })).toBeVisible();
    await certificate(staff).getByRole("button", again).click();
    await staff.getByRole("dialog").getByRole("button", again).click();
    await expect(certificate(staff)).toContainText("Đã xác minh");
  });

  await test.step("the director corrects the tax code, and is looked at anew", async () => {
    await director.goto("/to-chuc");
    await director.getByRole("button", { name: "Sửa hồ sơ" }).click();
    const dialog = director.getByRole("dialog", { name: "Sửa hồ sơ" });
    await dialog.getByLabel("Mã số thuế").fill(taxCode("991234568"));
    await expect(dialog).toContainText("tổ chức chuyển về chờ duyệt");
    await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
    await expect(director.getByText("Hồ sơ đang chờ cán bộ duyệt.").first()).toBeVisible();
    await approve(staff, cooperative.name);
  });

  await test.step("the office files a paper for it, and registers a group that has no phone of its own", async () => {
    await staff.getByRole("button", { name: "Sửa điện thoại, địa chỉ" }).click();
    const contact = staff.getByRole("dialog", { name: "Sửa điện thoại, địa chỉ" });
    await contact.getByLabel("Người nhờ").fill("Bùi Văn Tư");
    await contact.getByLabel("Số điện thoại liên hệ").fill("0987654321");
    await contact.getByRole("button", { name: "Lưu", exact: true }).click();
    await expect(staff.getByText("Đã sửa, tổ chức được báo")).toBeVisible();
    await staff.goto("/xac-minh");
    await staff.getByRole("link", { name: "Đăng ký hộ tổ chức" }).click();
    await staff.getByLabel("Người nhờ").fill("Bùi Văn Tư");
    await staff.getByLabel("Loại tổ chức").selectOption("Tổ hợp tác");
    await staff.getByLabel("Tên đầy đủ").fill("Tổ hợp tác Bưởi Đồi");
    await find(staff, "Xã, phường", cooperative.commune.typed, cooperative.commune.name);
    await staff.getByLabel("Số điện thoại liên hệ").fill("0911222333");
    await staff.getByLabel("Người đại diện theo pháp luật").fill("Bùi Văn Tư");
    await staff.getByLabel("Chức vụ").fill("Tổ trưởng");
    await staff.getByRole("button", { name: "Đăng ký hộ tổ chức" }).click();
    await expect(staff.getByRole("heading", { name: "Tổ hợp tác Bưởi Đồi" })).toBeVisible();
    await staff.goto("/nhap-ho");
    await expect(staff.getByText("Đăng ký tổ chức", { exact: true })).toBeVisible();
    await director.goto("/thong-bao");
    await expect(director.getByText("Văn phòng vừa làm hộ tổ chức bạn").first()).toBeVisible();
  });
});
