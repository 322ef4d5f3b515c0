import { look } from "./support/look.ts";
import { enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

// The demo market's people have proposals to answer from its first minute.
test.use({ command: "demo" });

test("a clerk answers above the limit, the director approves, the other side hears then", async ({ market }) => {
  const clerk = await market.person();
  await enter(clerk, "nhan-vien-htx");
  await clerk.goto("/de-xuat?trang-thai=mine");
  const proposal = clerk.getByRole("main").locator("a[href^='/de-xuat/0']").first();
  const href = (await proposal.getAttribute("href")) ?? "";
  await clerk.goto(href);
  await clerk.getByRole("button", { name: /^Đồng ý/ }).click();
  await expect(clerk.getByText("Đã trình giám đốc duyệt")).toBeVisible();
  await expect(clerk.getByText(/đang chờ duyệt/)).toBeVisible();
  await expect(clerk.getByRole("button", { name: /^Đồng ý/ })).toHaveCount(0);
  await look(clerk, "de-xuat-da-trinh");

  const director = await market.person();
  await enter(director, "giam-doc-htx");
  const task = director.getByRole("link").filter({ hasText: "Duyệt trả lời của nhân viên" });
  const more = director.getByRole("button", { name: /^Xem cả/ });
  // A long day begins with its first tasks; which of the two comes depends on how many there are.
  await expect(task.or(more).first()).toBeVisible();
  if ((await task.count()) === 0) await more.click();
  await expect(task).toHaveAttribute("href", href);
  await task.click();
  await look(director, "de-xuat-duyet");
  await director.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(director.getByText("Đã duyệt và gửi bên kia")).toBeVisible();
  await clerk.reload();
  await expect(clerk.getByText(/đang chờ duyệt/)).toHaveCount(0);
});

test("a buyer answers many proposals from one table", async ({ market }, info) => {
  const page = await market.person();
  await enter(page, "giam-doc-sieu-thi");
  await page.goto("/de-xuat/bang");
  if (info.project.name === "phone") {
    await expect(page.getByText(/Bảng này dành cho màn hình rộng/)).toBeVisible();
    return;
  }
  const waiting = page.getByRole("status").filter({ hasText: /đề xuất chờ trả lời/ });
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? "")?.[0]);
  expect(before).toBeGreaterThan(5);

  await test.step("accepts all of a product", async () => {
    const group = page.getByRole("checkbox", { name: /^Chọn cả \d+ đề xuất/ }).first();
    const size = Number(/\d+/.exec((await group.getAttribute("aria-label")) ?? "")?.[0]);
    await group.check();
    await page.getByRole("button", { name: `Đồng ý ${size} đề xuất` }).click();
    await look(page, "bang-de-xuat-dong-y");
    await page.getByRole("dialog").getByRole("button", { name: /₫$/ }).click();
    await expect(page.getByText(`Đã đồng ý ${size} đề xuất`)).toBeVisible();
    await expect(waiting).toHaveText(`${before - size} đề xuất chờ trả lời`);
  });

  await test.step("declines two for one reason, the second taken with Shift", async () => {
    const left = Number(/\d+/.exec((await waiting.textContent()) ?? "")?.[0]);
    const boxes = page.getByRole("checkbox", { name: /^Chọn đề xuất của/ });
    await boxes.nth(0).check();
    await boxes.nth(1).click({ modifiers: ["Shift"] });
    await page.getByRole("button", { name: "Từ chối 2 đề xuất" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Kho đã đủ hàng tuần này");
    await page.getByRole("dialog").getByRole("button", { name: "Từ chối" }).click();
    await expect(page.getByText("Đã từ chối 2 đề xuất")).toBeVisible();
    await expect(waiting).toHaveText(`${left - 2} đề xuất chờ trả lời`);
  });
});
