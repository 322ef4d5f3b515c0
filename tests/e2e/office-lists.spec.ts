import { officer } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const LIST = [
  "DANH SÁCH HỢP TÁC XÃ NĂM 2026",
  "",
  "TT;Tên đơn vị;MST;Xã;Người đứng đầu;SĐT;Chức danh;Thuế GTGT",
  "1;HTX Bưởi đỏ Tân Lạc;0100109106;05089;Đinh Văn Cường;0382345678;Giám đốc;Khấu trừ",
  "2;HTX Cam Dũng Phong;5400123414;Xã Không Có;Bùi Văn Nam;0912345679;Giám đốc;Trực tiếp",
].join("\n");

test("an officer sends a commune's list, answers its question and finds the organisation by name", async ({ market }) => {
  const staff = await officer(market);
  await staff.goto("/xac-minh");
  await staff.getByRole("link", { name: "Nhập từ Excel" }).click();
  await staff.getByLabel("Chọn tệp Excel (.xlsx) hoặc CSV").setInputFiles({
    name: "xa-cao-phong.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LIST),
  });
  await expect(staff.getByRole("heading", { level: 1, name: "xa-cao-phong.csv" })).toBeVisible();
  const second = staff.getByRole("form", { name: "Dòng 5" });
  await second.getByLabel("Xã, phường").fill("05116");
  await second.getByRole("button", { name: "Đọc lại dòng này" }).click();
  await expect(staff.getByRole("form", { name: "Dòng 5" }).getByRole("button", { name: "Bỏ dòng này ra" })).toBeVisible();
  await staff.getByRole("button", { name: "Nhập 2 tổ chức" }).click();
  await expect(staff.getByRole("link", { name: "Mở tổ chức này" }).first()).toBeVisible();

  // By a part of the name, without marks, and back to the list as it was.
  await staff.goto("/xac-minh");
  await expect(staff.getByRole("link", { name: "HTX Cam Dũng Phong" })).toBeVisible();
  const search = staff.getByRole("searchbox", { name: "Tìm tổ chức theo tên" });
  await search.fill("buoi do");
  await search.press("Enter");
  await expect(staff.getByRole("link", { name: "HTX Cam Dũng Phong" })).toHaveCount(0);
  const states = staff.getByRole("navigation", { name: "Lọc", exact: true });
  await expect(states.getByRole("link", { name: "Tất cả" })).toHaveAttribute("aria-current", "true");
  await staff.getByRole("link", { name: "HTX Bưởi đỏ Tân Lạc" }).click();
  await expect(staff.getByRole("heading", { level: 1, name: "HTX Bưởi đỏ Tân Lạc" })).toBeVisible();
  await staff.goBack();
  await expect(search).toHaveValue("buoi do");
  await states.getByRole("link", { name: "Đã xác minh" }).click();
  await expect(staff.getByText("Ở trạng thái này không có tổ chức nào tên có “buoi do”.")).toBeVisible();
  await staff.getByRole("link", { name: "Tìm ở mọi trạng thái" }).click();
  await expect(staff.getByRole("link", { name: "HTX Bưởi đỏ Tân Lạc" })).toBeVisible();
});
