import { expect, it } from "vitest";
import type { GradeSheet } from "#lib/api/types";
import { attributeOptions, measuresOf, preferenceDraft, preferenceFaults, preferencesOf, preferenceText } from "./preferences";

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

it("asks how much of something measured, and sends nothing of what was typed for another attribute", () => {
  const figures = { sizes: ["3", "4"], brix: "12,5", juice: "" };
  const whole = [
    { attribute: "size" as const, premium: 500, quality: figures },
    { attribute: "brix" as const, premium: 700, quality: figures },
    { attribute: "organic" as const, premium: 900, quality: figures },
  ];
  const rows = [
    ...whole,
    { attribute: "juice" as const, premium: 300, quality: figures },
    { attribute: "brix" as const, premium: 300, quality: { ...figures, brix: "99" } },
  ];
  expect(preferenceFaults(rows)).toEqual({
    "preferred.3.quality": "preference_figure",
    "preferred.4.quality.brix_tenths": "brix_out_of_range",
  });
  const sent = preferencesOf(whole);
  expect(sent).toEqual([
    { attribute: "size", premium: 500, quality: { sizes: ["3", "4"], brix_tenths: null, juice_percent: null } },
    { attribute: "brix", premium: 700, quality: { sizes: [], brix_tenths: 125, juice_percent: null } },
    { attribute: "organic", premium: 900 },
  ]);
  expect(sent.map((row) => preferencesOf([preferenceDraft(row)])[0])).toEqual(sent);
  expect(sent.map((row) => preferenceText(row).replaceAll("\u00a0", " "))[0]).toBe("chỉ cỡ 3, 4: trả thêm tới 500 ₫/kg");
});

it("offers what the sheet of the goods measures", () => {
  const sheet = (sizes: number, brix: number | null) =>
    ({ sizes: Array(sizes).fill({ code: "1" }), least_brix_tenths: brix, least_juice_percent: null }) as unknown as GradeSheet;
  expect([measuresOf(undefined), measuresOf(sheet(2, null)), measuresOf(sheet(0, 90))]).toEqual([[], ["size"], ["brix", "juice"]]);
});
