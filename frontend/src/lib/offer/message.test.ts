import { describe, expect, it } from "vitest";
import { emptyOffer } from "./draft";
import { messageOf, readMessage } from "./message";

const NOW = "2026-11-23";
const read = (text: string) => readMessage(text, NOW);

describe("an offer in a text message", () => {
  it("is read with and without marks", () => {
    const whole = { kg_total: "3000", ask: 12_500, from: "2026-12-05", to: "2026-12-12", grade: "first", goods: "cam sanh", unread: [] };
    expect(read("cam sành 3 tấn loại 1 giá 12.5 giao 5-12/12")).toEqual(whole);
    expect(read("CAM SANH 3 tan, loai 1, gia 12,5k, giao 5/12-12/12")).toEqual(whole);
    expect(read("Cam lòng vàng CS1 3 tấn").goods).toBe("cam long vang cs1");
    expect(read("cam sành 30 tạ loại A 12.500đ/kg giao từ 5 đến 12/12").kg_total).toBe("3000");
  });
  it.each([
    ["giá 12.500đ", 12_500],
    ["giá 12500", 12_500],
    ["giá: 12 nghìn", 12_000],
    ["18k/kg", 18_000],
    ["giá 9,5 ngàn", 9_500],
  ])("reads the price of %s", (text, ask) => expect(read(`bưởi ${text}`).ask).toBe(ask));
  it.each([
    ["1.5 tấn", "1500"],
    ["2 tạ rưỡi", "250"],
    ["50 yến", "500"],
    ["1.200 kg", "1200"],
    ["800 ký", "800"],
  ])("reads the weight of %s", (text, kg) => expect(read(`bưởi ${text}`).kg_total).toBe(kg));
  it.each([
    ["tuần sau", "2026-11-30", "2026-12-06"],
    ["tuần này", "2026-11-23", "2026-11-29"],
    ["hôm nay", "2026-11-23", "2026-11-23"],
    ["ngày mai", "2026-11-24", "2026-11-24"],
    ["28/12-3/1", "2026-12-28", "2027-01-03"],
    ["2/12", "2026-12-02", "2026-12-02"],
  ])("reads the days of %s", (text, from, to) => expect(read(`cam canh giao ${text}`)).toMatchObject({ from, to }));
  it("says what it does not understand and fills nothing from it", () => {
    expect(read("cam sành giao 12-5/12")).toMatchObject({ unread: ["12-5/12"] });
    expect(read("cam sành giao 31/2").unread).toEqual(["31/2"]);
    expect(read("cam sành 3 tấn, gọi 0912345678")).toMatchObject({ kg_total: "3000", goods: "cam sanh", unread: ["goi 0912345678"] });
    expect(read("loại 3 giá 5").ask).toBe(5_000);
    expect(read("loại 3").unread).toEqual(["loai 3"]);
  });
  it("reads back what the form writes", () => {
    const offer = { kg_total: "12500", ask: 22_500, from: "2026-12-05", to: "2026-12-18", grade: "second" } as const;
    const draft = { ...emptyOffer(null), ...offer, variety: { slug: "cam-canh", name: "Cam Canh" } };
    expect(messageOf(draft)).toBe("Cam Canh, 12.500 kg, loại 2, giá 22500 đ, giao 05/12-18/12");
    expect(read(messageOf(draft))).toEqual({ ...offer, goods: "cam canh", unread: [] });
  });
  it("takes any text", () => {
    for (const text of ["", "////", "1/1/1/1-", "giá", "9".repeat(600), "5-12/12 5-12/12 , , 1.1.1.1 tấn", "\u0000🍊 tấn k đ"])
      expect(read(text).unread.every((part) => part.length <= 500)).toBe(true);
  });
});
