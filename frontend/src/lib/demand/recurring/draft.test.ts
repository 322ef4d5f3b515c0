import { describe, expect, it } from "vitest";
import type { RecurringDemand } from "#lib/api/types";
import { firstOpen, weeksOfDraft, type RecurringDraft } from "./draft";

const draft: RecurringDraft = { kg: "1000", from: "2026-11-16", to: "2026-12-13", bid: 16500, weeks_ahead: "3", by_season: false };
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
