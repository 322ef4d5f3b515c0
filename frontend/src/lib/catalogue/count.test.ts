import { describe, expect, it } from "vitest";
import { countEcho, pieces, priceOfOne } from "./count";

const pomelo = { unit: "fruit", unit_kg_min: "0.8", unit_kg_max: "1.2" } as const;
const orange = { unit: "kg", unit_kg_min: "1", unit_kg_max: "1" } as const;

describe("what the trade counts", () => {
  it("is about so many pieces, never one number where they differ", () => {
    expect(pieces(pomelo, "1200")).toEqual({ least: 1000, most: 1500 });
    expect(pieces(orange, "1200")).toBeNull();
    expect(countEcho(pomelo, "1200")).toContain("1.000 – 1.500");
    expect(countEcho(orange, "1200")).toBeNull();
  });

  it("costs between the lightest and the heaviest", () => {
    expect(priceOfOne(pomelo, 15_000)).toEqual({ least: 12_000, most: 18_000 });
    expect(priceOfOne(orange, 15_000)).toBeNull();
  });
});
