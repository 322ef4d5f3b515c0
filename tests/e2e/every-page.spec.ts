import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { look } from "./support/look.ts";
import { enter } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

// The demo market is full: long names, long lists, every state of a deal.
test.use({ command: "demo" });
// Some twenty pages each, in both themes.
test.describe.configure({ timeout: 900_000 });

const accounts = { supplier: "giam-doc-htx", buyer: "giam-doc-sieu-thi", driver: "tai-xe-htx", officer: "can-bo", operator: "van-hanh" };
type Who = "visitor" | keyof typeof accounts;
/** A way that leads on from the page before: the first link whose address fits, or that is called so. */
type Way = string | RegExp | { named: RegExp };

/** Who sees each page of the router, and how one comes to it. A page without a line here fails the test below. */
const pages: Record<string, [Who, ...Way[]]> = {
  "/": ["visitor", "/"],
  "/cho": ["visitor", "/cho"],
  "/cho/ban-do": ["visitor", "/cho", "/cho/ban-do"],
  "/gia": ["visitor", "/gia"],
  "/quy-che": ["visitor", "/", "/quy-che"],
  "/tai-lieu-api": ["visitor", "/tai-lieu-api"],
  "/dang-ky": ["visitor", "/dang-ky"],
  "/dang-nhap": ["visitor", "/dang-nhap"],
  "/quen-mat-khau": ["visitor", "/quen-mat-khau"],
  "/dat-lai-mat-khau": ["visitor", "/dat-lai-mat-khau?token=het-han"],
  "/loi-moi": ["visitor", "/loi-moi?token=het-han"],
  "/dung-thu": ["visitor", "/dung-thu?ma=het-han"],
  "/xac-nhan-email": ["visitor", "/xac-nhan-email?token=het-han"],
  "/hom-nay": ["supplier", "/hom-nay"],
  "/them": ["supplier", "/them"],
  "/to-chuc": ["supplier", "/to-chuc"],
  "/tai-khoan": ["supplier", "/tai-khoan"],
  "/tai-khoan/sua": ["supplier", "/tai-khoan/sua"],
  "/tai-khoan/du-lieu": ["supplier", "/tai-khoan/du-lieu"],
  "/tai-khoan/thu": ["supplier", "/tai-khoan/thu"],
  "/nguon-hang": ["supplier", "/nguon-hang"],
  "/nguon-hang/dang": ["supplier", "/nguon-hang/dang"],
  "/nguon-hang/[id]": ["supplier", "/nguon-hang", /^\/nguon-hang\/[0-9a-f-]{36}$/],
  "/nguon-hang/[id]/sua": ["supplier", "/nguon-hang", /^\/nguon-hang\/[0-9a-f-]{36}$/, /\/sua$/],
  "/nhap-ho": ["officer", "/nhap-ho"],
  "/nhap-tep": ["supplier", "/nhap-tep"],
  "/nhap-tep/[id]": ["supplier", "/nhap-tep", /^\/nhap-tep\/[0-9a-f-]{36}$/],
  "/nhu-cau": ["buyer", "/nhu-cau"],
  "/nhu-cau/dang": ["buyer", "/nhu-cau/dang"],
  "/nhu-cau/bang": ["buyer", "/nhu-cau/bang"],
  "/nhu-cau/lap-lai": ["buyer", "/nhu-cau/lap-lai"],
  "/nhu-cau/lap-lai/dang": ["buyer", "/nhu-cau", /^\/nhu-cau\/[0-9a-f-]{36}$/, /\/lap-lai\/dang/],
  "/nhu-cau/lap-lai/[id]": ["buyer", "/nhu-cau/lap-lai", /^\/nhu-cau\/lap-lai\/[0-9a-f-]{36}$/],
  "/nhu-cau/[id]": ["buyer", "/nhu-cau", /^\/nhu-cau\/[0-9a-f-]{36}$/],
  "/nhu-cau/[id]/sua": ["buyer", "/nhu-cau", /^\/nhu-cau\/[0-9a-f-]{36}$/, /\/sua$/],
  "/nhu-cau/[id]/sua-chung": ["buyer", "/nhu-cau", { named: /Cam tháng này/ }, /\/sua-chung$/],
  "/nhu-cau/[id]/so-sanh": ["buyer", "/nhu-cau", /^\/nhu-cau\/[0-9a-f-]{36}$/, /\/so-sanh$/],
  "/de-xuat": ["buyer", "/de-xuat"],
  "/de-xuat/bang": ["buyer", "/de-xuat/bang"],
  "/de-xuat/[id]": ["supplier", "/de-xuat", /^\/de-xuat\/[0-9a-f-]{36}$/],
  "/hop-dong": ["supplier", "/hop-dong"],
  "/hop-dong/[id]": ["supplier", "/hop-dong", /^\/hop-dong\/[0-9a-f-]{36}$/],
  "/hop-dong/[id]/van-ban": ["supplier", "/hop-dong", /^\/hop-dong\/[0-9a-f-]{36}$/, /\/van-ban$/],
  "/giao-hang": ["supplier", "/giao-hang"],
  "/giao-hang/[id]": ["driver", "/giao-hang?trang-thai=all", /^\/giao-hang\/[0-9a-f-]{36}$/],
  "/cong-no": ["supplier", "/cong-no"],
  "/nhan-hang": ["buyer", "/nhan-hang"],
  "/thanh-toan": ["buyer", "/thanh-toan"],
  "/theo-doi": ["buyer", "/cho", "/theo-doi"],
  "/thong-bao": ["supplier", "/thong-bao"],
  "/danh-muc": ["supplier", "/danh-muc"],
  "/danh-muc/[slug]": ["officer", "/danh-muc", "/danh-muc/cam-canh"],
  "/danh-muc/[slug]/sua": ["officer", "/danh-muc/cam-canh", /\/sua$/],
  "/danh-muc/them": ["officer", "/danh-muc", "/danh-muc/them"],
  "/phan-hang": ["supplier", "/phan-hang"],
  "/danh-muc/yeu-cau": ["officer", "/danh-muc", "/danh-muc/yeu-cau"],
  "/giong-moi": ["supplier", "/nguon-hang/dang", "/giong-moi"],
  "/tong-quan": ["officer", "/tong-quan"],
  "/phien-ghep": ["officer", "/phien-ghep"],
  "/phien-ghep/[id]": ["officer", "/phien-ghep", /^\/phien-ghep\/[0-9a-f-]{36}$/],
  "/cap-lai-mat-khau": ["operator", "/cap-lai-mat-khau"],
  "/thu-di": ["operator", "/thu-di"],
  "/xac-minh": ["officer", "/xac-minh?trang-thai=verified"],
  "/xac-minh/[id]": ["officer", "/xac-minh?trang-thai=verified", /^\/xac-minh\/[0-9a-f-]{36}$/],
  "/xac-minh/[id]/nhap-ho": ["officer", "/xac-minh?trang-thai=verified", /^\/xac-minh\/[0-9a-f-]{36}$/, /\/nhap-ho$/],
  "/xac-minh/them": ["officer", "/xac-minh/them"],
};

/** Folders of the router with a page, without the groups in brackets. */
function routes(folder: string, path = ""): string[] {
  const here = existsSync(join(folder, "+page.svelte")) ? [path || "/"] : [];
  const inner = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  return [...here, ...inner.flatMap((name) => routes(join(folder, name), name.startsWith("(") ? path : `${path}/${name}`))];
}

async function go(page: Page, way: Way): Promise<void> {
  if (typeof way === "string") {
    await page.goto(way);
    return;
  }
  const main = page.getByRole("main");
  if ("named" in way) {
    await main.getByRole("link", { name: way.named }).first().click();
    await page.waitForURL(/[0-9a-f-]{36}$/);
    return;
  }
  const links = main.locator("a[href]");
  let href: string | undefined;
  await expect
    .poll(
      async () => {
        const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
        return (href = all.find((one) => way.test(one)));
      },
      { message: `a link on ${page.url()} that leads to ${way}` },
    )
    .toBeDefined();
  await page.goto(href!);
}

test("every page of the router is looked at", () => {
  const router = fileURLToPath(new URL("../../frontend/src/routes", import.meta.url));
  expect(Object.keys(pages).sort(), "the pages of the router").toEqual(routes(router).sort());
});

for (const who of ["visitor", ...Object.keys(accounts)] as Who[]) {
  test(`every page can be read and used by who may see it: ${who}`, async ({ market }) => {
    const page = await market.person();
    if (who !== "visitor") await enter(page, accounts[who]);
    if (who === "supplier") await sendList(page);
    if (who === "buyer") await repeatDemand(page);
    // All pages are looked at before the test fails, so that one run tells everything.
    const faults: string[] = [];
    for (const [route, [reader, ...ways]] of Object.entries(pages)) {
      if (reader !== who) continue;
      await test
        .step(route, async () => {
          for (const way of ways) await go(page, way);
          await look(page, `moi-trang${route.replaceAll("/", "-").replace(/[[\]]/g, "")}`);
        })
        .catch((error: Error) => faults.push(`${route}: ${error.message}`));
    }
    expect(faults).toEqual([]);
  });
}

/** A list with a row of every kind: taken, asked about, left out by itself. */
async function sendList(page: Page): Promise<void> {
  const list = "Giống;Phẩm cấp;Khối lượng;Đơn giá\nCam Canh;Loại 1;5 tấn;22500\nCam Xã Đoài;loại gì;1.5;18\nTổng cộng;;6500;\n";
  await page.goto("/nhap-tep");
  await page.getByLabel("Chọn tệp Excel (.xlsx) hoặc CSV").setInputFiles({
    name: "nguon-hang-vu-2026.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list),
  });
  await expect(page).toHaveURL(/nhap-tep\/[0-9a-f-]{36}$/);
}

/** A demand that comes every week. */
async function repeatDemand(page: Page): Promise<void> {
  await page.goto("/nhu-cau");
  await go(page, /^\/nhu-cau\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "Lặp lại hằng tuần" }).click();
  await page.getByRole("button", { name: "Bắt đầu lặp lại" }).click();
  await expect(page).toHaveURL(/lap-lai\/[0-9a-f-]{36}$/);
}
