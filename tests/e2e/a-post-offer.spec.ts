import { monday } from "./support/form.ts";
import { look } from "./support/look.ts";
import { approve, cooperative, fillRegistration, officer, register, signIn, signOut } from "./support/people.ts";
import { photo } from "./support/photo.ts";
import { fillOffer } from "./support/posts.ts";
import { expect, test } from "./support/test.ts";

test("a cooperative registers, is verified, posts an offer and finds it in its list", async ({ market }) => {
  const manager = await market.person();

  await test.step("registers, and a mistake is told at its field", async () => {
    await manager.goto("/");
    await look(manager, "trang-dau-trong");
    await manager.getByRole("main").getByRole("link", { name: "Đăng ký tổ chức" }).click();
    await look(manager, "dang-ky");
    await fillRegistration(manager, {
      ...cooperative,
      taxCode: cooperative.taxCode.replace(/.$/, (last) => String((Number(last) + 1) % 10)),
    });
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
    await expect(staff.getByRole("main").getByText("Đã xác minh").first()).toBeVisible();
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
    const row = manager.getByRole("link", {
      name: /Cam lòng vàng CS1, loại 1/,
    });
    await expect(row).toBeVisible();
    await expect(manager.getByText("22.500 ₫/kg")).toBeVisible();
    await look(manager, "nguon-hang");
    await row.click();
    await expect(manager.locator(".chip").filter({ hasText: "Đang mở" })).toBeVisible();
  });
});

test("an offer typed without a network survives a killed browser and is posted once", async ({ market }) => {
  const manager = await market.person({ keepsShell: true });
  await register(manager, cooperative);
  await approve(await officer(market), cooperative.name);

  const context = manager.context();
  const posted: (string | undefined)[] = [];
  context.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/offers")) posted.push(request.headers()["idempotency-key"]);
  });
  await manager.goto("/nguon-hang/dang");
  await expect(manager.getByRole("combobox", { name: "Giống" })).toBeVisible();
  await context.setOffline(true);
  // What was sent to a buyer as a message fills the form, and says what it leaves to the manager.
  await manager.getByText("Điền nhanh từ tin nhắn").click();
  await manager.getByLabel("Tin nhắn bán hàng").fill("cam lòng vàng CS1 3 tấn loại 1 giá 12,5k giao tuần sau, gọi 0912345678");
  await manager.getByRole("button", { name: "Đọc tin và điền vào mẫu" }).click();
  await expect(manager.getByText("Chưa hiểu: “goi 0912345678”. Điền tay phần này.")).toBeVisible();
  await expect(manager.getByRole("combobox", { name: "Giống" })).toHaveValue("Cam lòng vàng CS1");
  await expect(manager.getByLabel("Tổng khối lượng")).toHaveValue("3.000");
  await expect(manager.getByLabel("Giá bán tại vườn")).toHaveValue("12.500");
  await look(manager, "dang-nguon-hang-tu-tin-nhan");
  await fillOffer(manager);
  await manager.getByLabel("Tổng khối lượng").fill("7,5");
  await manager.locator("input[type=file]").setInputFiles(photo("vuon.png"));
  await expect(manager.getByText("Ảnh nằm trong máy này, tự gửi sau khi nguồn hàng được đăng.")).toBeVisible();
  await manager.getByRole("button", { name: "Đăng nguồn hàng" }).click();
  await expect(manager.getByText("Chờ mạng, sẽ gửi.", { exact: true })).toBeVisible();
  await look(manager, "dang-nguon-hang-cho-mang");
  // Changed after sending: a draft again, which nothing sends by itself.
  await manager.getByLabel("Lô nhỏ nhất mỗi lần bán").fill("600");
  await expect(manager.getByText(/^Nháp đã lưu trên máy/)).toBeVisible();
  await manager.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await manager.close({ runBeforeUnload: false });

  // Opened again while there still is no network: the form with its draft, and elsewhere plain words.
  const again = await context.newPage();
  again.on("pageerror", (error) => market.complaints.push(`without a network: ${error.stack ?? error.message}`));
  await again.goto("/nhu-cau");
  await expect(again.getByRole("heading", { level: 1, name: "Không có mạng" })).toBeVisible();
  await look(again, "khong-co-mang");
  await again.getByRole("main").getByRole("link", { name: "Ghi nguồn hàng" }).click();
  await expect(again.getByText(/^Nháp đã lưu trên máy/)).toBeVisible();
  await expect(again.getByLabel("Tổng khối lượng")).toHaveValue("7,5");
  await expect(again.getByRole("combobox", { name: "Giống" })).toHaveValue("Cam lòng vàng CS1");
  await look(again, "dang-nguon-hang-khong-mang");
  // Nothing that the server said about anybody is kept with the app's files.
  const kept = await again.evaluate(async () => {
    const shells = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(shells.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/");
  expect(kept.filter((path) => !/^\/($|_app\/immutable\/|fonts\/|theme\.js$|mark\.svg$)/.test(path))).toEqual([]);

  await context.setOffline(false);
  const worker = await context.request.get("/service-worker.js");
  expect(worker.headers()["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
  expect(worker.headers()["cache-control"]).toBe("no-cache");
  await expect(again.getByLabel("Tổng khối lượng")).toHaveValue("7,5");
  await expect(again.getByLabel("Lô nhỏ nhất mỗi lần bán")).toHaveValue("600");
  await expect(again.getByRole("button", { name: "Xóa ảnh 1" })).toBeVisible();
  await again.getByRole("button", { name: "Đăng nguồn hàng" }).dblclick();
  await expect(again).toHaveURL(/\/nguon-hang\/[0-9a-f-]{36}$/);
  await expect(again.getByRole("button", { name: "Xóa ảnh 1" })).toBeVisible();
  await expect(again.getByRole("button", { name: "Xóa ảnh 2" })).toHaveCount(0);
  await again.goto("/nguon-hang");
  await expect(again.getByRole("link", { name: /Cam lòng vàng CS1, loại 1/ })).toHaveCount(1);

  // Sent without a network and left: it goes out by itself when the network is back.
  await again.goto("/nguon-hang/dang");
  await expect(again.getByRole("combobox", { name: "Giống" })).toHaveValue("");
  await context.setOffline(true);
  await fillOffer(again);
  await again.getByRole("button", { name: "Đăng nguồn hàng" }).click();
  await expect(again.getByText("Chờ mạng, sẽ gửi.", { exact: true })).toBeVisible();
  await again.close();
  await context.setOffline(false);
  const last = await context.newPage();
  await last.goto("/hom-nay");
  await expect(last.getByText("Đã đăng nguồn hàng")).toBeVisible();
  await last.goto("/nguon-hang");
  await expect(last.getByRole("link", { name: /Cam lòng vàng CS1, loại 1/ })).toHaveCount(2);
  // One key for each offer, however often it was sent.
  expect(new Set(posted).size).toBe(2);

  // Next week's offer from the first one, in one tap, for the whole lot alone.
  await last
    .getByRole("link", { name: /Cam lòng vàng CS1, loại 1/ })
    .last()
    .click();
  await last.getByRole("link", { name: "Đăng lại" }).click();
  await expect(last.getByLabel("Tổng khối lượng")).toHaveValue("7.500");
  await expect(last.getByLabel("Từ", { exact: true })).toHaveValue(monday(3));
  await expect(last.getByLabel("Đến", { exact: true })).toHaveValue(monday(7, 6));
  await expect(last.getByText("hai mươi hai nghìn năm trăm đồng")).toBeVisible();
  await last.getByText("Chỉ bán cả lô", { exact: true }).click();
  await expect(last.getByText("Cả lô 7.500 kg cho một bên mua.")).toBeVisible();
  // What is typed or searched for; the rest stands under "Thêm".
  expect(
    await last.locator("form").locator("input:not([type=radio]):not([type=checkbox]):not([aria-hidden]):visible").count(),
  ).toBeLessThanOrEqual(8);
  await look(last, "dang-lai-nguon-hang");
  await last.getByRole("button", { name: "Đăng nguồn hàng" }).click();
  await expect(last).toHaveURL(/\/nguon-hang\/[0-9a-f-]{36}$/);
  await expect(last.getByText("Chỉ bán cả lô")).toBeVisible();
});
