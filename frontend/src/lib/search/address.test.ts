import { describe, expect, it } from "vitest";
import type { Search } from "#lib/api/types";
import { addressOf, filtersIn, queryIn, searchFaults, searchIn, sideIn, withoutDistance } from "./address";

const search: Search = {
  q: "cam sành",
  product: "cam",
  place: "Cao Phong",
  certificates: ["vietgap", "organic"],
  from: "2026-12-01",
  least: "5000",
  price_to: 20000,
  within_km: 100,
};

describe("a search in an address", () => {
  it("comes back as it went", () => {
    for (const side of ["supplier", "buyer"] as const) {
      const query = new URL(addressOf(side, search, "gan"), "https://x.example").searchParams;
      expect(sideIn(query)).toBe(side);
      expect(searchIn(query)).toEqual(search);
      expect(queryIn(query)).toMatchObject({ certificates: "vietgap,organic", order: "near", within_km: 100 });
    }
    expect(addressOf("supplier", {})).toBe("/cho");
  });
  it("leaves out what means nothing", () => {
    expect(searchIn(new URLSearchParams("km=xa&gia-tu=-1&q=%20&giay="))).toEqual({});
    expect(queryIn(new URLSearchParams("xep=khac"))).toEqual({ limit: 50 });
  });
  it("counts what is not on the page itself", () => {
    expect(filtersIn(search)).toBe(6);
    expect(filtersIn({ q: "cam", product: "cam", province: "25" })).toBe(0);
  });
  it("drops distances for somebody who has no place to start from", () => {
    const link = new URLSearchParams("nhom=cam&km=50&xep=gan");
    expect(queryIn(withoutDistance(link))).toEqual({ product: "cam", limit: 50 });
    expect(link.get("km")).toBe("50");
    expect(queryIn(withoutDistance(new URLSearchParams("xep=gia")))).toEqual({ order: "price", limit: 50 });
  });
  it("finds what the server would refuse", () => {
    expect(searchFaults({ from: "2026-12-02", to: "2026-12-01", price_from: 20000, price_to: 15000 })).toEqual({
      to: "window_reversed",
      price_to: "prices_reversed",
    });
    expect(searchFaults({ from: "2026-12-01", to: "2026-12-01", price_from: 1, price_to: null })).toEqual({});
  });
});
