import { enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.use({ command: "demo" });
test("a manager asks what would have been, keeps a search and chooses which mails to get", async ({ market }) => {
  const manager = await market.person();
  await enter(manager, "giam-doc-htx");

  await test.step("asks the last round for another week", async () => {
    await manager.goto("/nguon-hang?trang-thai=open");
    await manager.getByRole("main").locator("a[href^='/nguon-hang/0']").first().click();
    await manager.getByRole("button", { name: "Hỏi thử phiên vừa rồi" }).click();
    const ask = manager.getByRole("button", { name: "Hỏi", exact: true });
    await ask.click();
    await expect(manager.getByText("Đổi ít nhất một điều rồi hỏi.")).toBeVisible();
    await manager.getByLabel("Thời gian").selectOption("Muộn hơn 1 tuần");
    await ask.click();
    await expect(manager.getByText(/Còn 19 câu cho tới phiên sau/)).toBeVisible();
    await expect(manager.getByRole("heading", { level: 3, name: /muộn hơn 1 tuần/i })).toBeVisible();
    // What the round would have done depends on the demo's weeks; that it answered does not.
    const answer = manager.locator("[aria-live=polite]").filter({ has: manager.getByRole("heading", { level: 3 }) });
    await expect(answer).toHaveText(/Muộn hơn 1 tuần\s*\S+/);
    await expect(manager.getByText("Chưa có câu trả lời.")).toHaveCount(0);
  });

  await test.step("keeps a search of the market under a name, and opens it again", async () => {
    await manager.goto("/cho");
    await manager.getByRole("navigation", { name: "Lọc" }).getByRole("link").nth(1).click();
    await expect(manager).toHaveURL(/nhom=/);
    const filtered = new URL(manager.url()).search;
    await manager.getByRole("button", { name: "Theo dõi tìm kiếm này" }).click();
    const dialog = manager.getByRole("dialog", { name: "Theo dõi tìm kiếm này" });
    await dialog.getByLabel("Tên gọi").fill("Hàng cho vụ Tết");
    await dialog.getByRole("button", { name: "Theo dõi", exact: true }).click();
    await expect(manager.getByText("Đã theo dõi. Có tin mới hợp sẽ báo.")).toBeVisible();
    await manager.goto("/theo-doi");
    await manager.getByRole("link", { name: "Hàng cho vụ Tết" }).click();
    await expect(manager).toHaveURL(/\/cho/);
    expect(new URL(manager.url()).search).toContain(filtered.slice(1).split("&")[0]!);
  });

  await test.step("chooses mails and quiet hours, which stay chosen", async () => {
    await manager.goto("/theo-doi");
    await manager.getByRole("listitem").filter({ hasText: "Hàng cho vụ Tết" }).getByRole("button", { name: "Sửa" }).click();
    await manager.getByRole("dialog").getByRole("button", { name: "Thôi theo dõi" }).click();
    await expect(manager.getByText("Đã thôi theo dõi")).toBeVisible();
    await manager.goto("/tai-khoan/thu");
    const first = manager.getByRole("main").getByRole("group").first();
    await first.getByText("Không gửi", { exact: true }).click();
    await manager.getByLabel("Không gửi thư trong giờ nghỉ").check({ force: true });
    await manager.getByLabel("Từ", { exact: true }).selectOption("21:00");
    await manager.getByRole("button", { name: "Lưu lựa chọn" }).click();
    await expect(manager.getByText("Đã lưu lựa chọn về thư")).toBeVisible();
    await manager.reload();
    await expect(first.getByRole("radio", { name: "Không gửi" })).toBeChecked();
    await expect(manager.getByLabel("Từ", { exact: true })).toHaveValue(/21/);
  });
});
