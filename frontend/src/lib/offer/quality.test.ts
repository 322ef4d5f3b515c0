import { describe, expect, it } from "vitest";
import type { GradeSheet } from "#lib/api/types";
import { wantedSheet, wantedWords } from "#lib/market/quality";
import { brixTenths, qualityDraft, qualityFaults, qualityTerms } from "./quality";

describe("what was measured of an offer", () => {
  it("goes from the offer into the form and back unchanged", () => {
    const quality = { sizes: ["3", "1-XX"], brix_tenths: 105, juice_percent: 40 };
    expect(qualityTerms(qualityDraft(quality))).toEqual({ quality });
    expect(qualityTerms(qualityDraft(undefined))).toEqual({});
  });
  it("reads a figure with a comma or a point", () => {
    expect(["10,5", "10.5", "8", "10,55", "mười", ""].map(brixTenths)).toEqual([105, 105, 80, null, null, null]);
  });
  it("names the figure that cannot be", () => {
    const codes = (brix: string, juice: string) => Object.values(qualityFaults({ sizes: [], brix, juice })).filter(Boolean);
    expect(codes("10,5", "40")).toEqual([]);
    expect(codes("", "")).toEqual([]);
    expect(codes("36", "0")).toEqual(["brix_out_of_range", "juice_out_of_range"]);
    expect(codes("ngọt", "101")).toEqual(["brix_out_of_range", "juice_out_of_range"]);
  });
});

describe("what a demand requires", () => {
  const sheet = (name: string, products: string[], varieties: string[]): GradeSheet => ({
    name,
    products,
    varieties,
    standard: name,
    own_sizes: false,
    measure: "diameter_mm",
    sizes: [],
  });
  const orange = sheet("orange", ["cam"], ["cam-v2"]);
  const mandarin = sheet("mandarin", ["quyt"], ["cam-canh"]);
  it("is sized by one sheet or by none", () => {
    const of = (varieties: string[]) => wantedSheet([orange, mandarin], "cam", varieties);
    expect([of([]), of(["cam-canh"]), of(["cam-v2"]), of(["cam-v2", "cam-canh"]), of(["rau-muong"])]).toEqual([
      orange,
      mandarin,
      orange,
      undefined,
      undefined,
    ]);
  });
  it("is said in a few words", () => {
    expect(wantedWords({ sizes: ["3", "4"], brix_tenths: 105, juice_percent: 35 })).toBe("chỉ cỡ 3, 4 · ngọt từ 10,5 °Brix · nước từ 35 %");
  });
});
