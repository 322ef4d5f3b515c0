import { describe, expect, it } from "vitest";
import type { Demand } from "#lib/api/types";
import { draftOfGroup, emptyPoint, pointFaults, pointsOf, usualOf, newWeeks, withUsual } from "./points";

const place = { commune_code: "00633", commune: "Phường Tây Mỗ", province: "Hà Nội", old_district: "Quận Nam Từ Liêm" };
const points = [
  { place, kg: "500", note: " Kho 1 " },
  { place, kg: "300.5", note: "" },
];

describe("the delivery points of one form", () => {
  it("add up to the gram", () => {
    expect(usualOf(points)).toBe("800.5");
    expect(usualOf([emptyPoint()])).toBeNull();
    expect(pointsOf([...points, emptyPoint(place)])).toEqual([
      { delivery_commune: "00633", kg: "500", note: "Kho 1" },
      { delivery_commune: "00633", kg: "300.5", note: "" },
    ]);
    expect(pointFaults([...points, emptyPoint()])).toEqual({ "points.2.delivery_commune": "required", "points.2.kg": "required" });
  });

  it("set the weeks that nobody typed otherwise", () => {
    const weeks = [
      { week: "2026-12-07", kg: null },
      { week: "2026-12-14", kg: "800" },
      { week: "2026-12-21", kg: "1600" },
    ];
    expect(withUsual(weeks, "800", "900").map(({ kg }) => kg)).toEqual([null, "900", "1600"]);
    expect(withUsual(weeks, null, "900").map(({ kg }) => kg)).toEqual(["900", "800", "1600"]);
    const more = [...weeks, { week: "2026-12-28", kg: null }];
    expect(newWeeks(more, weeks, "900").map(({ kg }) => kg)).toEqual([null, "800", "1600", "900"]);
  });

  it("are one draft again when the form is repeated", () => {
    const point = (note: string, weeks: [string, string][]) =>
      ({
        terms: {
          weeks: weeks.map(([week, kg]) => ({ week, kg })),
          note,
          preferred: [],
          delivery_hours: { from: "", to: "" },
          max_share: 0,
          min_lot: "0",
        },
        delivery: place,
      }) as unknown as Demand;
    const all = [
      point("Kho 1", [
        ["2026-12-07", "500"],
        ["2026-12-14", "700"],
      ]),
      point("", [["2026-12-07", "300"]]),
    ];
    const draft = draftOfGroup(all, "Cam");
    expect(draft?.weeks).toEqual([
      { week: "2026-12-07", kg: "800" },
      { week: "2026-12-14", kg: "700" },
    ]);
    expect(draft?.points?.map(({ kg, note }) => [kg, note])).toEqual([
      ["700", "Kho 1"],
      ["300", ""],
    ]);
    expect(draftOfGroup([], "Cam")).toBeNull();
  });
});
