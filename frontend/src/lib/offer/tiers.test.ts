import { describe, expect, it } from "vitest";
import { reachable, tierDrafts, tierFaults, tierTerms, tierWords } from "./tiers";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a lower ask for much", () => {
  const tiers = [
    { from_kg: "5000", discount: 600 },
    { from_kg: "9000", discount: 1000 },
  ];
  it("goes from the offer into the form and back unchanged", () => {
    expect(tierTerms(tierDrafts(tiers))).toEqual({ tiers });
    expect(tierTerms(tierDrafts(undefined))).toEqual({});
  });
  it("names what is missing", () => {
    expect(
      tierFaults([
        { from_kg: "5000", discount: 600 },
        { from_kg: null, discount: null },
      ]),
    ).toEqual({
      "tiers.1.from_kg": "required",
      "tiers.1.discount": "required",
    });
  });
  it("leaves out what a new total does not reach", () => {
    expect(reachable(tiers, "8000", "500")).toEqual([tiers[0]]);
    expect(reachable(tiers, "9000", "9000")).toEqual([tiers[1]]);
  });
  it("is said in a line", () => {
    expect(plain(tierWords(tiers))).toBe("từ 5.000 kg bớt 600 ₫/kg; từ 9.000 kg bớt 1.000 ₫/kg");
    expect(plain(tierWords([{ from_kg: "5000", discount: null }]))).toBe("giảm giá từ 5.000 kg");
  });
});
