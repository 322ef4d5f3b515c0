import { expect, it } from "vitest";
import { hectares, readHectares } from "./hectares";

it("reads hectares with a comma or a dot", () => {
  expect(["4,1", "0.25", "12", " 0,0001 "].map(readHectares)).toEqual([41_000, 2_500, 120_000, 1]);
  expect(["", "x", "-1", "1,23456", "1.200,5"].map(readHectares)).toEqual([null, null, null, null, null]);
});

it("writes them back", () => {
  expect([41_000, 2_500, 120_000, 1, 12_000_000].map(hectares)).toEqual(["4,1", "0,25", "12", "0,0001", "1.200"]);
});
