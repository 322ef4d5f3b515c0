import { monday, taxCode } from "./support/form.ts";
import { fits, look } from "./support/look.ts";
import { lengthwise, prints } from "./support/paper.ts";
import { approve, type Newcomer, cooperative, officer, register } from "./support/people.ts";
import { cell, here, paste } from "./support/table.ts";
import { expect, test } from "./support/test.ts";

const buyer: Newcomer = {
  ...cooperative,
  kind: "Doanh nghiệp mua",
  name: "Siêu thị Xanh Mễ Trì",
  taxCode: taxCode("991234575"),
  commune: { typed: "ba dinh", name: "Phường Ba Đình" },
  director: "Trần Văn Minh",
  signIn: "0987654321",
  phone: "0987654321",
  email: "minh@sieu-thi-xanh.example",
};
const goods = ["Cam Canh", "cam sanh", "CAM", "bưởi đỏ Tân Lạc", "mía tím"];

/** A list as a buyer keeps it: its own titles, a column that means nothing here, weights in tonnes. */
function list(rows: number): string {
  const header = [
    "STT",
    "Tên hàng",
    "Phẩm cấp",
    "Khối lượng mỗi tuần (tấn)",
    "Từ ngày",
    "Đến ngày",
    "Giá mua (nghìn đồng)",
    "Giấy chứng nhận",
    "Đặt cọc (%)",
  ];
  const row = (at: number) =>
    [at + 1, goods[at % goods.length], "Loại 2", "1,5", monday(3), monday(6, 6), "25", at % 2 ? "VietGAP" : "", at % 3 ? "" : "20"].join("\t");
  return [header.join("\t"), ...Array.from({ length: rows }, (_, at) => row(at))].join("\n");
}

test("a buyer types, pastes and corrects three hundred demands by keyboard and sends them at once", async ({ market }, info) => {
  const page = await market.person();
  await register(page, buyer);
  await approve(await officer(market), buyer.name);

  if (info.project.name === "phone") {
    await page.goto("/nhu-cau");
    await expect(page.getByRole("link", { name: "Bảng nhiều dòng" })).toBeHidden();
    await page.goto("/nhu-cau/bang");
    await expect(page.getByText(/Bảng này dành cho màn hình rộng/)).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Đăng nhu cầu" })).toHaveAttribute("href", "/nhu-cau/dang");
    await look(page, "bang-nhu-cau-dien-thoai");
    return;
  }

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const status = page.getByRole("status").filter({ hasText: /dòng tốt|Bảng còn trống/ });
  await test.step("types a line with the keyboard alone", async () => {
    await page.goto("/nhu-cau");
    await page.getByRole("link", { name: "Bảng nhiều dòng" }).click();
    await expect(status).toContainText("Bảng còn trống");
    await look(page, "bang-nhu-cau-trong");
    await here(page).focus();
    for (const typed of ["cam canh", "1", "12,5 tấn", monday(2), "4 tuần", "31.000"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Tab");
    }
    await expect(status).toContainText("1 dòng tốt");
    await cell(page, 1, "Hàng cần");
    await expect(here(page)).toHaveAccessibleName("Hàng cần, dòng 1: Cam Canh");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(here(page)).toHaveAccessibleName(/12\.500/);
  });

  await test.step("is asked about a weight with two readings, at its cell, and answers by keyboard", async () => {
    await page.keyboard.type("1.5 tấn");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await expect(here(page)).toHaveAccessibleDescription(/đọc được hai cách/);
    await expect(status).toContainText("1 dòng cần sửa");
    await look(page, "bang-nhu-cau-hoi");
    await page.keyboard.press("Alt+2");
    await expect(here(page)).toHaveAccessibleName(/15\.000/);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("F2");
    await page.keyboard.press("Home");
    await page.keyboard.press("Escape");
    await expect(here(page)).toHaveAccessibleDescription(/đọc được hai cách/);
    await page.keyboard.press("Alt+1");
    await expect(status).toContainText("1 dòng tốt");
  });

  await test.step("pastes a list with titles of its own below", async () => {
    await cell(page, 2, "Hàng cần");
    await paste(page, list(299));
    await expect(page.getByText(/“Tên hàng” là Hàng cần/)).toBeVisible();
    await expect(page.getByText(/Bỏ qua các cột: STT/)).toBeVisible();
    await expect(status).toContainText("300 dòng tốt");
    await expect(here(page)).toHaveAccessibleName("Hàng cần, dòng 2: Cam Canh");
    await cell(page, 2, "Đặt cọc");
    await expect(here(page)).toHaveAccessibleName(/^Đặt cọc, dòng 2: 20/);
    await page.keyboard.press("ArrowRight");
    await expect(here(page)).toHaveAccessibleName("Nộp cọc sau ký, dòng 2: 3 ngày");
    await look(page, "bang-nhu-cau-dat-coc");
  });

  await test.step("copies, breaks and mends by keyboard, and takes a step back", async () => {
    await cell(page, 2, "Hàng cần");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+v");
    await expect(here(page)).toHaveAccessibleName("Hàng cần, dòng 3: Cam Canh");
    await page.keyboard.press("Control+z");
    await expect(here(page)).toHaveAccessibleName("Hàng cần, dòng 3: Cam Sành");
    await page.keyboard.type("máy cày");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Delete");
    await expect(status).toContainText("298 dòng tốt");
    await expect(page.getByRole("button", { name: "Dòng 3, Hàng cần:" })).toBeVisible();
    await page.getByRole("button", { name: /^Kiểm và gửi 300/ }).click();
    await expect(here(page)).toBeFocused();
    await expect(here(page)).toHaveAccessibleDescription(/Chưa có hàng này/);
    await look(page, "bang-nhu-cau-sai");
    await page.keyboard.press("Control+d");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+d");
    await expect(status).toContainText("300 dòng tốt");
  });

  await test.step("closes the browser and finds the table as it was", async () => {
    await page.reload();
    await expect(status).toContainText("300 dòng tốt");
    await expect(page.getByText(/Nháp đã lưu trên máy/)).toBeVisible();
    await fits(page);
  });

  await test.step("prints all of it, not only the rows in sight", async () => {
    await prints(page, "bang-nhu-cau", lengthwise, async () => {
      await expect(page.getByRole("main").getByRole("table").getByRole("row")).toHaveCount(301);
    });
  });

  await test.step("sends the whole table", async () => {
    await page.getByRole("button", { name: "Kiểm và gửi 300 nhu cầu" }).click();
    await look(page, "bang-nhu-cau-gui");
    await page.getByRole("dialog").getByRole("button", { name: "Đăng 300 nhu cầu" }).click();
    await expect(page).toHaveURL(/\/nhu-cau$/);
    await expect(page.getByText("Đã đăng cả bảng nhu cầu")).toBeVisible();
    let [count, after] = [0, ""];
    do {
      const answer = (await (await page.request.get(`/api/v1/demands?limit=100${after}`)).json()) as {
        items: unknown[];
        next: string | null;
      };
      count += answer.items.length;
      after = answer.next ? `&after=${answer.next}` : "";
    } while (after);
    expect(count).toBe(300);
    await page.goto("/nhu-cau/bang");
    await expect(status).toContainText("Bảng còn trống");
  });
});
