import type { Page } from "@playwright/test";
import { lengthwise, prints } from "./support/paper.ts";
import { enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

// The demo market has long lists and wide tables.
test.use({ command: "demo" });
/** Into the dark, as the printer's owner works. */
async function dark(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("muavu.theme", "dark"));
}

test("lists, tables, a contract and the overview come whole onto white paper", async ({ market }) => {
  const buyer = await market.person();
  await dark(buyer);
  await enter(buyer, "giam-doc-sieu-thi");
  await buyer.goto("/cho");
  await expect(buyer.getByRole("main").getByRole("heading").first()).toBeVisible();
  await buyer.goto("/nhu-cau");
  const demands = buyer.getByRole("main").locator("a[href^='/nhu-cau/0']");
  await expect(demands.first()).toBeVisible();
  await prints(buyer, "nhu-cau");
  if (await buyer.getByRole("button", { name: "Xem thêm" }).count()) await expect(buyer.getByText(/^Bản in có \d+ dòng đầu/)).toBeHidden();

  // A demand that has proposals to lay beside each other.
  for (const href of await demands.evaluateAll((links) => links.map((link) => link.getAttribute("href")!))) {
    await buyer.goto(`${href}/so-sanh`);
    await expect(buyer.getByRole("heading", { level: 1, name: "So sánh đề xuất" })).toBeVisible();
    if (await buyer.getByRole("row").count()) break;
  }
  await expect(buyer.getByRole("row").nth(1)).toBeVisible();
  await prints(buyer, "so-sanh", lengthwise);

  await buyer.goto("/de-xuat/bang");
  await expect(buyer.getByRole("row").nth(1)).toBeVisible();
  await prints(buyer, "de-xuat-bang", lengthwise);

  await buyer.goto("/hop-dong");
  await buyer.getByRole("main").locator("a[href^='/hop-dong/0']").first().click();
  await expect(buyer).toHaveURL(/[0-9a-f-]{36}$/);
  await expect(buyer.getByRole("article").first()).toBeVisible();
  await prints(buyer, "hop-dong");
  await buyer.goto(`${buyer.url()}/van-ban`);
  await expect(buyer.getByRole("article")).toBeVisible();
  await prints(buyer, "van-ban");

  await buyer.goto("/phan-hang");
  await expect(buyer.getByRole("main").locator("details").first()).toBeVisible();
  await prints(buyer, "phan-hang", undefined, async () => {
    await expect(buyer.getByText("Tối thiểu cho mọi loại").first()).toBeVisible();
  });

  await buyer.goto("/thanh-toan");
  await expect(buyer.getByRole("main").getByRole("link").first()).toBeVisible();
  await prints(buyer, "thanh-toan");

  const staff = await market.person();
  await dark(staff);
  await enter(staff, "can-bo");
  await staff.goto("/tong-quan");
  await expect(staff.getByRole("table").first()).toBeVisible();
  await prints(staff, "tong-quan", lengthwise);
  await staff.goto("/xac-minh?trang-thai=verified");
  await expect(staff.getByRole("main").locator("a[href^='/xac-minh/0']").first()).toBeVisible();
  await prints(staff, "xac-minh");
});

test("a printed list says how much of it is on the paper", async ({ market }) => {
  const visitor = await market.person();
  await visitor.goto("/cho");
  const more = visitor.getByRole("button", { name: "Xem thêm" });
  await expect(more).toBeVisible();
  const note = visitor.getByText(/^Bản in có \d+ trên \d+ dòng\./);
  await expect(note).toBeHidden();
  await visitor.emulateMedia({ media: "print" });
  await expect(note).toBeVisible();
  await visitor.emulateMedia({ media: "screen" });
  for (;;) {
    const rows = await visitor.getByRole("main").getByRole("row").count();
    await more.click();
    await expect.poll(() => visitor.getByRole("main").getByRole("row").count()).toBeGreaterThan(rows);
    if ((await more.count()) === 0) break;
  }
  await visitor.emulateMedia({ media: "print" });
  await expect(note).toHaveCount(0);
});
