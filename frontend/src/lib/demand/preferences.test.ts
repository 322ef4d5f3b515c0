import { expect, it } from "vitest";
import { attributeOptions, preferenceFaults, preferencesOf, preferenceText } from "./preferences";

it("offers what is not required anyway", () => {
  const values = (min_grade: "second" | "extra") =>
    attributeOptions({ min_grade, certificates: ["vietgap"] }, ["vietgap", "organic"]).map(({ value }) => value);
  expect(values("second")).toEqual(["organic", "extra", "first"]);
  expect(values("extra")).toEqual(["organic"]);
});

it("names a preference with its premium, or without where it is not told", () => {
  expect(preferenceText({ attribute: "organic", premium: 1500 }).replaceAll("\u00a0", " ")).toBe("Hữu cơ: trả thêm tới 1.500 ₫/kg");
  expect(preferenceText({ attribute: "extra" })).toBe("từ Đặc biệt");
});

it("asks for both halves of a row", () => {
  const rows = [
    { attribute: "organic" as const, premium: 1500 },
    { attribute: "" as const, premium: 500 },
    { attribute: "gi" as const, premium: null },
  ];
  expect(preferenceFaults(rows)).toEqual({ "preferred.1.attribute": "required", "preferred.2.premium": "required" });
  expect(preferencesOf(rows)).toEqual([{ attribute: "organic", premium: 1500 }]);
});
