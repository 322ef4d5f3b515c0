import { act, accept, line, runRound, sign } from "./support/deals.ts";
import { effort } from "./support/effort.ts";
import { taxCode } from "./support/form.ts";
import { look } from "./support/look.ts";
import { approve, cooperative, type Newcomer, officer, register } from "./support/people.ts";
import { fillDemand, fillOffer, post } from "./support/posts.ts";
import { expect, test } from "./support/test.ts";

const supermarket: Newcomer = {
  kind: "Doanh nghiệp mua",
  name: "Công ty CP Siêu thị Sông Đà",
  taxCode: taxCode("997654321"),
  commune: { typed: "hoang mai", name: "Phường Hoàng Mai" },
  phone: "02433334444",
  director: "Trần Văn Bình",
  signIn: "binh.tran",
  password: "kho lạnh số bảy",
  email: "binh@songda.example",
};

test("from an offer to the money: two parties trade in the browser alone", async ({ market }) => {
  const [manager, buyer] = [await market.person(), await market.person()];
  const staff = await officer(market);
  const mailed = (who: Newcomer, subject: RegExp) => market.mailbox.last(who.email!, subject);

  await test.step("both register, confirm their mail address, and are verified", async () => {
    for (const [page, who] of [
      [manager, cooperative],
      [buyer, supermarket],
    ] as const) {
      await register(page, who);
      await page.goto(await market.mailbox.link(who.email!));
      await expect(page.getByText("Đã xác nhận địa chỉ thư.")).toBeVisible();
      await approve(staff, who.name);
    }
  });

  await test.step("the manager posts oranges, the buyer wants oranges", async () => {
    await effort("offer form", manager, "/nguon-hang/dang", { steps: 10, kilobytes: 100 }, async () => {
      await fillOffer(manager);
      await post(manager, "Đăng nguồn hàng");
    });
    await effort("demand form", buyer, "/nhu-cau/dang", { steps: 9, kilobytes: 100 }, async () => {
      await fillDemand(buyer, 2);
      await post(buyer, "Đăng nhu cầu");
    });
    await look(buyer, "mot-nhu-cau");
    await manager.reload();
    await look(manager, "mot-nguon-hang-co-nguoi-mua");
  });

  await test.step("the buyer offers a deposit and keeps a part of each delivery back", async () => {
    await buyer.getByRole("link", { name: "Sửa nhu cầu" }).click();
    await buyer.getByText("Đặt cọc, tiền giữ lại").click();
    await buyer.getByLabel(/^Đặt cọc/).fill("20");
    await buyer.getByLabel(/^Giữ lại mỗi đợt/).fill("5");
    await look(buyer, "nhu-cau-dat-coc");
    await buyer.getByRole("button", { name: "Lưu" }).click();
    await expect(buyer.getByText("20 %, trả trong 3 ngày sau khi ký xong")).toBeVisible();
  });

  await test.step("a round matches them, and both get one mail about it", async () => {
    await runRound(staff);
    await look(staff, "phien-ghep-bao-cao");
    for (const who of [cooperative, supermarket]) expect((await mailed(who, /đề xuất mới/)).text).toMatch(/tổng 2\.000\skg/);
  });

  await test.step("the buyer accepts, then the manager, and a contract waits for them", async () => {
    await buyer.goto(await market.mailbox.link(supermarket.email!, /đề xuất mới/));
    await buyer.getByRole("link", { name: /HTX Cam Thung Nai/ }).click();
    await expect(buyer.getByRole("heading", { name: "Vì sao là", exact: false })).toBeVisible();
    await look(buyer, "de-xuat-nguoi-mua");
    await accept(buyer);
    await expect(buyer.getByText("Đang chờ bên kia").first()).toBeVisible();

    await manager.goto("/hom-nay");
    await look(manager, "hom-nay-co-de-xuat");
    await manager
      .getByRole("main")
      .getByRole("link", { name: /Trả lời đề xuất/ })
      .click();
    await look(manager, "de-xuat-nguoi-ban");
    await accept(manager);
    await expect(manager).toHaveURL(/\/hop-dong\/[0-9a-f-]{36}$/);
  });

  await test.step("both read and sign, each with a code from their mail", async () => {
    await look(manager, "hop-dong-cho-ky");
    await sign(manager, cooperative, market);
    await expect(manager.getByText("Bạn đã ký. Đang chờ bên kia ký.")).toBeVisible();
    await look(manager, "hop-dong-mot-ben-ky");
    await mailed(supermarket, /HTX Cam Thung Nai đã ký/);
    await buyer.goto(manager.url());
    await sign(buyer, supermarket, market);
    await expect(buyer.getByText("Đang giao", { exact: true }).first()).toBeVisible();
    await look(buyer, "hop-dong-hieu-luc");
    for (const who of [cooperative, supermarket]) await mailed(who, /có hiệu lực/);
  });

  await test.step("the deposit is declared and confirmed", async () => {
    const due = (page: typeof buyer) => page.getByRole("region", { name: "Đặt cọc và tiền giữ lại" });
    await due(buyer).getByRole("button", { name: "Báo đã trả tiền" }).click();
    const payment = buyer.getByRole("dialog");
    await payment.getByLabel("Mã chuyển khoản").fill("FT-COC");
    await payment.getByRole("button", { name: /^Báo đã trả [\d.]+ ₫$/ }).click();
    await expect(due(buyer).getByText("Bên mua báo đã trả")).toBeVisible();
    await mailed(cooperative, /báo đã trả/);
    // Said too early, it is taken back and said again.
    await due(buyer).getByRole("button", { name: "Rút lời báo đã trả" }).click();
    await expect(payment.getByText(/lại chờ trả/)).toBeVisible();
    await look(buyer, "rut-loi-bao-tra");
    await payment.getByRole("button", { name: "Rút lời báo đã trả" }).click();
    await expect(payment).toBeHidden();
    await expect(due(buyer).getByRole("button", { name: "Rút lời báo đã trả" })).toHaveCount(0);
    await mailed(cooperative, /rút lời báo/);
    await due(buyer).getByRole("button", { name: "Báo đã trả tiền" }).click();
    await payment.getByRole("button", { name: /^Báo đã trả [\d.]+ ₫$/ }).click();
    await expect(due(buyer).getByText("Bên mua báo đã trả")).toBeVisible();
    await manager.reload();
    await look(manager, "hop-dong-dat-coc");
    await due(manager).getByRole("button", { name: "Đã nhận đủ tiền" }).click();
    await expect(due(manager).getByText("Đã nhận tiền")).toBeVisible();
  });

  await test.step("the first load is taken whole", async () => {
    await manager.reload();
    const load = await act(manager, 0, "Báo xe đi");
    await load.getByLabel("Biển số xe").fill("28C-123.45");
    await look(manager, "bao-xe-di");
    await load.getByRole("button", { name: "Báo xe đi" }).click();
    await expect(line(manager, 0).getByText("Đang đi")).toBeVisible();

    await buyer.goto("/nhan-hang");
    await look(buyer, "nhan-hang");
    await buyer
      .getByRole("main")
      .getByRole("link", { name: /HTX Cam Thung Nai/ })
      .first()
      .click();
    const dock = await act(buyer, 0, "Nhận hàng");
    await dock.getByRole("button", { name: "Xác nhận nhận 1.000 kg" }).click();
    await expect(line(buyer, 0).getByText("Đã nhận", { exact: true }).first()).toBeVisible();
  });

  await test.step("of the second load a part is refused, with its reason", async () => {
    await manager.reload();
    const load = await act(manager, 1, "Báo xe đi");
    await load.getByRole("button", { name: "Báo xe đi" }).click();
    await expect(line(manager, 1).getByText("Đang đi")).toBeVisible();
    await buyer.reload();
    const dock = await act(buyer, 1, "Nhận hàng");
    await dock.getByLabel("Số kg nhận").fill("940");
    await expect(dock.getByText("60 kg")).toBeVisible();
    await dock.getByLabel("Lý do không nhận").selectOption("Dập, hỏng");
    await look(buyer, "nhan-hang-mot-phan");
    await dock.getByRole("button", { name: "Xác nhận nhận 940 kg" }).click();
    await expect(line(buyer, 1).getByText("60 kg · Dập, hỏng")).toBeVisible();
  });

  await test.step("the buyer pays, the manager sees the money, and the contract is done", async () => {
    await buyer.goto("/thanh-toan");
    await look(buyer, "thanh-toan");
    await buyer
      .getByRole("main")
      .getByRole("link", { name: /HTX Cam Thung Nai/ })
      .first()
      .click();
    for (const at of [0, 1]) {
      const payment = await act(buyer, at, "Báo đã trả tiền");
      await payment.getByLabel("Mã chuyển khoản").fill(`FT2611${at}`);
      await payment.getByRole("button", { name: /^Báo đã trả [\d.]+ ₫$/ }).click();
      await expect(line(buyer, at).getByText("Bên mua báo đã trả")).toBeVisible();
    }
    const due = (page: typeof buyer) => page.getByRole("region", { name: "Đặt cọc và tiền giữ lại" });
    await due(buyer).getByRole("button", { name: "Báo đã trả tiền" }).click();
    await buyer
      .getByRole("dialog")
      .getByRole("button", { name: /^Báo đã trả [\d.]+ ₫$/ })
      .click();
    await expect(due(buyer).getByText("Bên mua báo đã trả")).toBeVisible();
    await look(buyer, "hop-dong-tien-giu-lai");
    await manager.goto("/cong-no");
    await look(manager, "cong-no");
    await manager
      .getByRole("main")
      .getByRole("link", { name: /Siêu thị Sông Đà/ })
      .first()
      .click();
    for (const at of [0, 1]) {
      await line(manager, at).getByRole("button", { name: "Đã nhận đủ tiền" }).click();
      await expect(line(manager, at).getByText("Đã nhận tiền")).toBeVisible();
    }
    await due(manager).getByRole("button", { name: "Đã nhận đủ tiền" }).click();
    await expect(due(manager).getByText("Đã nhận tiền").last()).toBeVisible();
    await manager.reload();
    await expect(manager.getByText("Hoàn tất", { exact: true }).first()).toBeVisible();
    await look(manager, "hop-dong-hoan-tat");
    for (const page of [manager, buyer]) {
      await page.goto("/thong-bao");
      await expect(page.getByText("Hợp đồng đã hoàn tất").first()).toBeVisible();
    }
    await look(buyer, "thong-bao-sau-giao-dich");
    await staff.goto("/tong-quan");
    await look(staff, "tong-quan-sau-giao-dich");
  });
});
