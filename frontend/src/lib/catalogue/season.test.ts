import { describe, expect, it } from "vitest";
import { bars, inSeason, mondayOfWeek, monthOfWeek, outOfSeason, weekNumber } from "./season";

describe("the season of a variety", () => {
  const winter = [{ from: 45, to: 5 }];

  it("counts weeks as calendars do, also where a year has one more", () => {
    expect(weekNumber("2026-11-30")).toBe(49);
    expect(weekNumber("2026-12-28")).toBe(53);
    expect(weekNumber("2027-01-04")).toBe(1);
    expect(mondayOfWeek(49, "2026-11-22")).toBe("2026-11-30");
    expect(mondayOfWeek(1, "2026-11-22")).toBe("2025-12-29");
  });

  it("passes the new year", () => {
    expect([44, 45, 53, 1, 5, 6].map((week) => inSeason(winter, week))).toEqual([false, true, true, true, true, false]);
    expect(bars(winter)).toHaveLength(2);
    expect(bars([{ from: 1, to: 53 }])).toEqual([{ left: 0, width: 100 }]);
  });

  it("names the weeks of an offer that lie outside", () => {
    expect(outOfSeason(winter, "2027-01-25", "2027-02-14")).toEqual(["2027-02-08"]);
    expect(outOfSeason(winter, "2026-11-30", "2026-12-20")).toEqual([]);
  });

  it("gives each week the month of its Thursday", () => {
    expect([1, 4, 6, 31, 53].map(monthOfWeek)).toEqual([1, 1, 2, 8, 12]);
  });
});
