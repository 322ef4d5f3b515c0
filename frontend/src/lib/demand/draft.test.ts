import { describe, expect, it, test } from "vitest";
import type { Demand } from "#lib/api/types";
import {
  commonChanges,
  demandDraft,
  demandFaults,
  demandTerms,
  emptyDemand,
  mostSpent,
  titleOf,
  weeksFor,
  type DemandDraft,
} from "./draft";

const place = { commune_code: "00633", commune: "Phường Tây Mỗ", province: "Hà Nội", old_district: "Quận Nam Từ Liêm" };
const whole: DemandDraft = {
  ...emptyDemand(place),
  goods: { product: "ca-chua", varieties: [], name: "Cà chua, mọi giống" },
  from: "2026-12-07",
  to: "2026-12-27",
  weeks: [
    { week: "2026-12-07", kg: "2200" },
    { week: "2026-12-14", kg: null },
    { week: "2026-12-21", kg: "0.5" },
  ],
  bid: 16500,
};
const codes = (draft: DemandDraft) => Object.fromEntries(Object.entries(demandFaults(draft)).filter(([, code]) => code));

describe("the demand form", () => {
  it("keeps what was typed when the days move", () => {
    expect(weeksFor({ ...whole, to: "2026-12-14" })).toEqual([
      { week: "2026-12-07", kg: "2200" },
      { week: "2026-12-14", kg: null },
    ]);
    expect(weeksFor({ ...whole, to: "2999-01-01" })).toHaveLength(53);
  });

  it("says what is wrong by field", () => {
    expect(codes(whole)).toEqual({});
    expect(codes({ ...whole, weeks: [{ week: "2026-12-07", kg: null }] })).toEqual({ weeks: "weeks_empty" });
    expect(codes({ ...whole, to: "2026-11-01" })).toEqual({ to: "window_reversed" });
    expect(codes({ ...whole, to: "2999-01-01" })).toEqual({ to: "window_too_long" });
    expect(codes({ ...whole, max_suppliers: "" })).toEqual({ max_suppliers: "count_not_a_number" });
    expect(codes({ ...whole, max_share: "nửa" })).toEqual({ max_share: "share_out_of_range" });
    expect([demandTerms(whole).max_share, demandTerms({ ...whole, max_share: "40" }).max_share]).toEqual([0, 40]);
  });

  it("requires what was typed beyond the grade, and says which figure cannot be", () => {
    const required = { ...whole, quality: { sizes: ["3"], brix: "10,5", juice: "" } };
    expect(demandTerms(required).quality).toEqual({ sizes: ["3"], brix_tenths: 105, juice_percent: null });
    expect(demandTerms(whole)).not.toHaveProperty("quality");
    expect(codes({ ...whole, quality: { sizes: [], brix: "40", juice: "" } })).toEqual({ "quality.brix_tenths": "brix_out_of_range" });
  });

  it("keeps the exact point of a list through an edit, and drops it with its commune", () => {
    const delivery_point = { lat_e6: 21_000_000, lon_e6: 105_700_000 };
    const terms = { ...demandTerms(whole), delivery_point, min_lot: "0" };
    const draft = demandDraft({ terms, delivery: place } as Demand, "Cà chua");
    expect(demandTerms({ ...draft, bid: 17000 }).delivery_point).toEqual(delivery_point);
    expect(demandTerms({ ...draft, delivery: { ...place, commune_code: "00004" } })).not.toHaveProperty("delivery_point");
  });

  it("asks only for the weeks that have kilograms", () => {
    expect(demandTerms(whole).weeks.map(({ week }) => week)).toEqual(["2026-12-07", "2026-12-21"]);
  });

  it("counts the largest spend to the đồng, rounding half up", () => {
    expect(mostSpent(whole)).toBe(36_308_250);
    expect(mostSpent({ ...whole, bid: 16501, weeks: [{ week: "2026-12-07", kg: "0.5" }] })).toBe(8251);
    expect(mostSpent({ ...whole, bid: null })).toBeNull();
    expect(mostSpent({ ...whole, preferred: [{ attribute: "organic", premium: 1500 }] })).toBe(39_609_000);
  });

  it("sends for all points only what was changed or is to be the same", () => {
    const before = { ...whole, preferred: [], certificates: ["vietgap" as const], quality: { sizes: ["3"], brix: "", juice: "" } };
    expect(commonChanges(before, before, [])).toEqual({});
    expect(commonChanges(before, { ...before, payment_days: "45" }, ["bid"])).toEqual({ payment_days: 45, bid: 16500 });
    const emptied = { ...before, certificates: [], quality: { sizes: [], brix: "", juice: "" } };
    expect(commonChanges(before, emptied, [])).toEqual({
      certificates: [],
      quality: { sizes: [], brix_tenths: null, juice_percent: null },
    });
  });
});

test("a title is sent without the blanks around it, and not at all when it is blank", () => {
  const draft = emptyDemand(null);
  expect([draft, { ...draft, title: "  " }, { ...draft, title: " Tết, kho Q7 " }].map(titleOf)).toEqual([{}, {}, { title: "Tết, kho Q7" }]);
});
