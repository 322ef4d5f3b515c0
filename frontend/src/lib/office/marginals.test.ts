import { expect, test } from "vitest";
import type { Marginal } from "#lib/api/office";
import { byPlace, byWeek, productsOf } from "./marginals";

const row = (slug: string, province: string, week: string, offered: number | null, wanted: number | null): Marginal => ({
  product: { slug, name_vi: slug, name_en: slug },
  province,
  week,
  one_more_offered: offered,
  one_more_wanted: wanted,
  kg_sold: "0",
  kg_wanted: "0",
  kg_filled: "0",
});
const rows = [
  row("cai", "Hà Nội", "2026-11-23", 0, 100),
  row("cam", "Phú Thọ", "2026-11-30", 300, null),
  row("cam", "Hà Nội", "2026-11-23", null, 50),
  row("cam", "Phú Thọ", "2026-11-23", 200, 0),
];

test("the product with most to gain stands first", () => {
  expect(productsOf(rows).map((product) => product.value)).toEqual(["cam", "cai"]);
});

test("a week shows its best place, and nothing where nobody offered", () => {
  expect(byWeek(rows, "cam")).toEqual([
    { week: "2026-11-23", offered: 200, wanted: 50 },
    { week: "2026-11-30", offered: 300, wanted: null },
  ]);
});

test("places are told week by week", () => {
  expect(byPlace(rows, "cam").map((one) => [one.week, one.province])).toEqual([
    ["2026-11-23", "Hà Nội"],
    ["2026-11-23", "Phú Thọ"],
    ["2026-11-30", "Phú Thọ"],
  ]);
});
