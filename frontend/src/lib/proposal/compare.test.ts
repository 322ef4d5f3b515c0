import { expect, it } from "vitest";
import { besideLowest, extras, lowest } from "./compare";

const row = (status: string, delivered: number, contract?: string) => ({
  status,
  delivered,
  contract: contract ? { id: "c", status: contract } : null,
});

it("names the lowest among those that may still be had, and how far the others lie above it", () => {
  const rows = [row("declined", 20_000), row("open", 26_000), row("agreed", 25_000), row("open", 25_000)];
  expect(lowest(rows)).toBe(25_000);
  expect(rows.map((one) => besideLowest(one, rows))).toEqual(["", "hơn 1.000\u00a0₫/kg", "rẻ nhất", "rẻ nhất"]);
});

it("counts an agreed one only while its contract lasts", () => {
  const rows = [
    row("agreed", 20_000, "terminated"),
    row("agreed", 21_000, "expired"),
    row("agreed", 25_000, "signing"),
    row("open", 26_000),
  ];
  expect(lowest(rows)).toBe(25_000);
  expect(rows.map((one) => besideLowest(one, rows))).toEqual(["", "", "rẻ nhất", "hơn 1.000\u00a0₫/kg"]);
});

it("compares nothing where there is nothing to choose from", () => {
  expect(lowest([row("expired", 20_000)])).toBeNull();
  expect(besideLowest(row("open", 20_000), [row("open", 20_000), row("stopped", 10_000)])).toBe("");
});

it("says what is in the price already", () => {
  expect(extras({ premiums: [{ attribute: "vietgap", premium: 1_500 }], discount: 700 })).toEqual([
    "+1.500 ₫ vì VietGAP",
    "−700 ₫ vì lấy nhiều",
  ]);
  expect(extras({ premiums: [] })).toEqual([]);
});
