import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isCity, provinceName } from "./provinces";

it("names every province as the server does", () => {
  const rows = readFileSync("../data/provinces.csv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  expect(rows).toHaveLength(34);
  for (const [code = "", , name, kind] of rows) {
    expect(provinceName(code)).toBe(name);
    expect(isCity(code)).toBe(kind === "thành phố");
  }
  expect(provinceName("99")).toBe("99");
});
