import { expect, it } from "vitest";
import { inSeason, nextWeeks } from "./season";

it("suggests twice as much before Tết, half in its week, and nothing in the week off", () => {
  const weeks = ["2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08", "2027-02-15"];
  expect(weeks.map((week) => inSeason(week, "2200"))).toEqual(["2200", "4400", "4400", "1100", null, "2200"]);
  expect([inSeason("2027-02-01", "1"), inSeason("2027-02-01", "2501")]).toEqual(["1", "1250"]);
});

it("moves the weeks of the last demand on, together, behind it and behind this week", () => {
  const weeks = [
    { week: "2026-11-30", kg: "1000" },
    { week: "2026-12-14", kg: "2000" },
  ];
  expect(nextWeeks(weeks, "2026-11-22")).toEqual([
    { week: "2026-12-21", kg: "1000" },
    { week: "2027-01-04", kg: "2000" },
  ]);
  expect(nextWeeks(weeks, "2027-03-10").map(({ week }) => week)).toEqual(["2027-03-15", "2027-03-29"]);
  expect(nextWeeks([], "2026-11-22")).toEqual([]);
});
