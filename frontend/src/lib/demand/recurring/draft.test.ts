import { describe, expect, it } from "vitest";
import type { RecurringDemand } from "#lib/api/types";
import { draftOf, firstOpen, recurringFaults, recurringTerms, weeksOfDraft, type Goods, type RecurringDraft } from "./draft";

const wishes = { preferred: [{ attribute: "organic" as const, premium: 1500 }], max_suppliers: " 3 ", max_share: "" };
const draft: RecurringDraft = {
  kg: "1000",
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
    expect([again.preferred, again.max_suppliers, again.max_share]).toEqual([wishes.preferred, "3", ""]);
  });
  it("has its faults where the server names them", () => {
    const faults = recurringFaults({ ...draft, preferred: [{ attribute: "", premium: null }], max_suppliers: "", max_share: "5" });
    const named = Object.keys(faults).filter((field) => faults[field]);
    expect(named.sort()).toEqual(["line.max_share", "line.max_suppliers", "line.preferred.0.attribute", "line.preferred.0.premium"]);
  });
});
