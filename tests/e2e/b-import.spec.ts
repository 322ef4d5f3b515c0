import { look } from "./support/look.ts";
import { approve, cooperative, officer, register } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const list = [
  "BẢNG KÊ NGUỒN HÀNG VỤ CAM",
  "",
  "STT;Giống;Phẩm cấp;Sản lượng;Mỗi tuần (kg);Thu từ ngày;Thu đến ngày;Đơn giá;Xã;Ghi chú",
  "1;Cam Canh;Loại 1;12,5 tấn;4000;{from};{to};25000;05089;",
  "2;Cam Xã Đoài;Loại 1;5000;500;{from};{to};18000;05089;xe nhỏ vào được",
  "3;Cam Canh;Loại 1;12500;4000;{from};{to};25.000;05089;",
  "Tổng cộng;;;30000;;;;;;",
].join("\n");

/** Days of the coming month, as an accountant writes them. */
function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toLocaleDateString("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
  });
}

test("a cooperative sends its Excel list, answers its questions, and posts each row once", async ({ market }) => {
  const manager = await market.person();
  await register(manager, cooperative);
  await approve(await officer(market), cooperative.name);
  const file = {
    name: "bang-ke.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list.replaceAll("{from}", day(10)).replaceAll("{to}", day(40))),
  };
  const row = (number: number) =>
    manager
      .getByRole("list", { name: "Các dòng của tệp" })
      .getByRole("listitem")
      .filter({
        has: manager.getByRole("heading", {
          name: `Dòng ${number}`,
          exact: true,
        }),
      });

  await test.step("a file that is no list is refused in words", async () => {
    await manager.goto("/nguon-hang");
    await manager.getByRole("link", { name: "Nhập từ Excel" }).click();
    await look(manager, "nhap-tep-trong");
    await manager.getByLabel("Chọn tệp Excel (.xlsx) hoặc CSV").setInputFiles({
      name: "anh.xlsx",
      mimeType: "image/png",
      buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"),
    });
    await expect(manager.getByRole("alert").filter({ hasText: "không phải tệp Excel" })).toBeVisible();
  });

  await test.step("the list is shown row by row", async () => {
    await manager.getByLabel("Chọn tệp Excel (.xlsx) hoặc CSV").setInputFiles(file);
    await expect(manager.getByRole("heading", { level: 1, name: "bang-ke.csv" })).toBeVisible();
    await expect(row(7)).toContainText("Dòng cộng của bảng.");
    await look(manager, "nhap-tep-xem");
  });

  await test.step("what the list does not say is said once", async () => {
    await manager.getByLabel("Số ngày thanh toán").first().fill("30");
    await manager.getByRole("button", { name: "Dùng cho cả tệp" }).click();
    await expect(row(4)).toContainText("Nhận");
    await expect(row(6)).toContainText("giống hệt một dòng ở trên");
  });

  await test.step("a question is answered by a choice, and a repeat is left out", async () => {
    const second = row(5);
    await second.getByRole("button", { name: "Cam Xã Đoài cao" }).click();
    await second.getByRole("button", { name: "Đọc lại dòng này" }).click();
    await expect(second).toContainText("Nhận");
    const third = row(6);
    await third.getByRole("button", { name: "Bỏ dòng này ra" }).click();
    await expect(third).toContainText("Bạn bỏ ra");
    await look(manager, "nhap-tep-da-xem");
  });

  await test.step("two offers are posted, and the same file adds nothing", async () => {
    await manager.getByRole("button", { name: "Đăng 2 nguồn hàng" }).click();
    await expect(row(4)).toContainText("Đã đăng");
    await row(5).getByRole("link", { name: "Mở mục này" }).click();
    await expect(manager.getByRole("heading", { level: 1, name: /Cam Xã Đoài cao/i })).toBeVisible();
    await manager.goto("/nhap-tep");
    await manager.getByLabel("Chọn tệp Excel (.xlsx) hoặc CSV").setInputFiles(file);
    await expect(manager.getByText("dòng đã có trên chợ từ trước")).toBeVisible();
    await expect(manager.getByRole("button", { name: /^Đăng \d/ })).toHaveCount(0);
    await look(manager, "nhap-tep-lan-hai");
    await manager.goto("/nguon-hang");
    const download = manager.waitForEvent("download");
    await manager.getByRole("link", { name: "Xuất Excel" }).click();
    expect((await download).suggestedFilename()).toBe("nguon-hang.xlsx");
  });
});
