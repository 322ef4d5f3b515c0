import { describe, expect, it } from "vitest";
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
