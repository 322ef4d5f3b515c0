import { expect, it } from "vitest";
import type { Offer } from "#lib/api/types";
import { daysBetween } from "#lib/format";
import { repeatedOffer } from "./repeat";

const offer = (from: string, to: string, min_lot = "400") =>
  ({
    terms: {
      variety: "cam-canh",
      grade: "first",
      kg_total: "8500",
      kg_per_week: "2000",
      window: { from, to },
      ask: 23600,
      min_lot,
      max_payment_days: 15,
      pickup_commune: "05089",
      note: "xe 2 tấn",
    },
    pickup: { commune_code: "05089", commune: "Xã Cao Phong", province: "Phú Thọ", old_district: "Huyện Cao Phong" },
  }) as unknown as Offer;
const days = (from: string, to: string, today: string) => {
  const again = repeatedOffer(offer(from, to), "Cam Canh", today);
  return [again.from, again.to];
};

it("moves the days by whole weeks, after today and as long as they were", () => {
  expect(days("2026-11-16", "2026-11-22", "2026-11-21")).toEqual(["2026-11-23", "2026-11-29"]);
  expect(days("2026-11-14", "2026-11-22", "2026-11-21")).toEqual(["2026-11-28", "2026-12-06"]);
  expect(days("2025-12-22", "2026-01-29", "2026-11-21")).toEqual(["2026-11-23", "2026-12-31"]);
  for (let day = 1; day <= 30; day += 1) {
    const from = `2026-11-${String(day).padStart(2, "0")}`;
    const again = days(from, from, "2026-11-15")[0] ?? "";
    expect(again > "2026-11-15" && again > from && daysBetween(from, again) % 7 === 0).toBe(true);
  }
});

it("takes everything else over", () => {
  const again = repeatedOffer(offer("2026-11-16", "2026-11-22"), "Cam Canh", "2026-11-21");
  expect(again).toMatchObject({
    variety: { slug: "cam-canh", name: "Cam Canh" },
    kg_total: "8500",
    unit: "kg",
    ask: 23600,
    min_lot: "400",
    whole: false,
    kg_per_week: "2000",
    max_payment_days: "15",
    note: "xe 2 tấn",
  });
  expect(repeatedOffer(offer("2026-11-16", "2026-11-22", "8500"), "Cam Canh", "2026-11-21").whole).toBe(true);
});
