import { describe, expect, it } from "vitest";
import type { Demand, RecurringDemand } from "#lib/api/types";
import { duesDraft } from "#lib/dues/draft";
import { preferencesOf } from "../preferences";
import {
  draftAfter,
  draftOf,
  firstOpen,
  goodsAfter,
  recurringFaults,
  recurringTerms,
  weeksOfDraft,
  type Goods,
  type RecurringDraft,
} from "./draft";

const wishes = {
  preferred: [{ attribute: "organic" as const, premium: 1500 }],
  max_suppliers: " 3 ",
  max_share: "",
  dues: duesDraft(undefined),
};
const draft: RecurringDraft = {
  kg: "1000",
  place: null,
  points: [],
  from: "2026-11-16",
  to: "2026-12-13",
  bid: 16500,
  weeks_ahead: "3",
  by_season: false,
  ...wishes,
};
const weeks = (first?: string) => weeksOfDraft(draft, first).map(({ week }) => week);
/** A rule of which these weeks are on the market. */
const rule = (...last: string[]) => ({ posted: last.map((last_week) => ({ last_week })) }) as RecurringDemand;

describe("the weeks that a rule will post", () => {
  it("are all of a new one", () => {
    expect(weeks()).toEqual(["2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07"]);
  });
  it("are those after the ones on the market, and none that passed", () => {
    expect(weeks(firstOpen(rule(), "2026-11-25"))).toEqual(["2026-11-23", "2026-11-30", "2026-12-07"]);
    expect(weeks(firstOpen(rule("2026-11-30", "2026-11-16"), "2026-11-18"))).toEqual(["2026-12-07"]);
    expect(weeks(firstOpen(rule("2026-11-16"), "2026-12-01"))).toEqual(["2026-11-30", "2026-12-07"]);
  });
});

describe("what a rule prefers, and from how many", () => {
  const goods = { product: "cam", min_grade: "first", delivery_commune: "00004", payment_days: 15 } as Goods;
  it("is edited with the rest and comes back as it was typed", () => {
    const terms = recurringTerms(goods, draft);
    expect([terms.line.preferred, terms.line.max_suppliers, terms.line.max_share]).toEqual([wishes.preferred, 3, 0]);
    const again = draftOf({ terms } as RecurringDemand);
    expect([preferencesOf(again.preferred), again.max_suppliers, again.max_share]).toEqual([wishes.preferred, "3", ""]);
  });
  it("pays ahead and keeps back what the form says", () => {
    const dues = { deposit: "20", deposit_days: "3", retention: "", retention_days: "15" };
    const terms = recurringTerms(goods, { ...draft, dues });
    expect(terms.line.dues).toEqual({ deposit_percent: 20, deposit_days: 3, retention_percent: 0, retention_days: 0 });
    expect(draftOf({ terms } as RecurringDemand).dues).toEqual(dues);
    const faults = recurringFaults({ ...draft, dues: { ...dues, deposit: "51" } });
    expect(faults["line.dues.deposit_percent"]).toBe("deposit_out_of_range");
  });
  it("has its faults where the server names them", () => {
    const faults = recurringFaults({ ...draft, preferred: [{ attribute: "", premium: null }], max_suppliers: "", max_share: "5" });
    const named = Object.keys(faults).filter((field) => faults[field]);
    expect(named.sort()).toEqual(["line.max_share", "line.max_suppliers", "line.preferred.0.attribute", "line.preferred.0.premium"]);
  });
});

describe("several delivery points", () => {
  const place = (commune_code: string) => ({ commune_code, commune: commune_code, province: "Hà Nội", old_district: "" });
  const point = (code: string, kg: string | null, note = "") => ({ place: place(code), kg, note });
  const goods = { product: "cam", min_grade: "first", delivery_commune: "00001", payment_days: 15 } as Goods;
  const stores = { ...draft, kg: null, points: [point("00004", "600", "Cửa hàng 1"), point("00007", "400")] };
  it("say where it goes and add up to the week", () => {
    const terms = recurringTerms(goods, stores);
    expect([terms.line.kg_per_week, terms.line.delivery_commune]).toEqual(["1000", "00004"]);
    expect(terms.points?.map(({ delivery_commune, kg, note }) => [delivery_commune, kg, note])).toEqual([
      ["00004", "600", "Cửa hàng 1"],
      ["00007", "400", ""],
    ]);
    expect(weeksOfDraft(stores)[0]?.kg).toBe("1000");
    const again = draftOf({ terms, places: [place("00004"), place("00007")], delivery: place("00004") } as unknown as RecurringDemand);
    expect(again.points).toEqual(stores.points);
  });
  it("have their faults where the server names them", () => {
    const faults = recurringFaults({ ...stores, points: [point("00004", null), { place: null, kg: "5", note: "" }] });
    const named = Object.keys(faults).filter((field) => faults[field]);
    expect(named).toEqual(["points.0.kg", "points.1.delivery_commune"]);
  });
  it("come with the form that the demand was posted by", () => {
    const points = [
      { id: "a", delivery: place("00004"), note: "Cửa hàng 1\nGọi trước", kg_total: "1200" },
      { id: "b", delivery: place("00007"), note: "Cửa hàng 2\nGọi trước", kg_total: "600" },
    ];
    const terms = { ...goods, weeks: [{ week: "2026-11-23", kg: "600" }], preferred: [], note: "Cửa hàng 1\nGọi trước", bid: 16000 };
    const demand = { id: "a", terms, delivery: place("00004"), group: { points } } as unknown as Demand;
    const after = draftAfter(demand, "2026-11-21");
    expect([after.kg, after.points.map(({ kg, note }) => [kg, note])]).toEqual([
      "900",
      [
        ["600", "Cửa hàng 1"],
        ["300", "Cửa hàng 2"],
      ],
    ]);
    expect(goodsAfter(demand).note).toBe("Gọi trước");
  });
});
