import { describe, expect, it } from "vitest";
import { shapes } from "./shapes";
import { placed, shade, tonnes, type Province } from "./tonnes";

const row: Province = { code: "25", name: "Phú Thọ", offers: 2, kg_offered: "17400", demands: null, kg_demanded: null };

describe("the map of provinces", () => {
  it("has every province once", () => {
    expect(new Set(shapes.map(({ code }) => code)).size).toBe(34);
    expect(shapes.every(({ path }) => path.startsWith("M") && path.endsWith("z"))).toBe(true);
  });
  it("tells a little from nothing", () => {
    expect([tonnes(row, "supplier"), tonnes(row, "buyer"), tonnes({ ...row, kg_offered: "100" }, "supplier")]).toEqual([17, 0, 1]);
    expect([shade(0, 100), shade(100, 100)]).toEqual([0, 90]);
    expect(shade(1, 10_000)).toBeGreaterThan(10);
  });
  it("leaves out figures that would lie on larger ones", () => {
    const label = (code: string, x: number, y: number) => ({ code, text: "1.000", at: [x, y] as const });
    const kept = placed([label("a", 100, 100), label("b", 110, 105), label("c", 100, 140), label("d", 200, 100)], 20);
    expect(kept.map(({ code }) => code)).toEqual(["a", "c", "d"]);
  });
});
