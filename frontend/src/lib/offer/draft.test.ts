import { describe, expect, it } from "vitest";
import type { Offer } from "#lib/api/types";
import { emptyOffer, evenWeekly, offerDraft, offerFaults, offerTerms, wholeOnly, type OfferDraft } from "./draft";

const whole: OfferDraft = {
  ...emptyOffer({ commune_code: "05089", commune: "Xã Cao Phong", province: "Phú Thọ", old_district: "Huyện Cao Phong" }),
  variety: { slug: "quyt-ngot-cao-phong", name: "Quýt ngọt Cao Phong" },
  kg_total: "8500",
  ask: 23600,
  from: "2026-12-22",
  to: "2027-01-29",
  min_lot: "400",
};

const codes = (draft: OfferDraft) => Object.fromEntries(Object.entries(offerFaults(draft)).filter(([, code]) => code));

describe("the offer form", () => {
  it("names every missing field by its path in the body", () => {
    expect(codes(emptyOffer(null))).toEqual({
      variety: "required",
      kg_total: "required",
      ask: "required",
      "window.from": "required",
      "window.to": "required",
      min_lot: "required",
      pickup_commune: "required",
    });
    expect(codes(whole)).toEqual({});
  });

  it("refuses reversed days, a lot above the total and days that are no number", () => {
    expect(codes({ ...whole, from: "2027-02-01" })).toEqual({ "window.to": "window_reversed" });
    expect(codes({ ...whole, kg_total: "399.999" })).toEqual({ min_lot: "lot_above_total" });
    expect(codes({ ...whole, max_payment_days: "mười" })).toEqual({ max_payment_days: "days_not_a_number" });
  });

  it("spreads the total over the weeks unless the member says otherwise", () => {
    expect(evenWeekly(whole)).toBe("1417");
    expect(offerTerms(whole).kg_per_week).toBe("1417");
    expect(offerTerms({ ...whole, kg_per_week: "2000" }).kg_per_week).toBe("2000");
    expect(offerTerms({ ...whole, note: "  " }).note).toBe("");
  });

  it("keeps the exact point of a list through an edit, and drops it with its commune", () => {
    const pickup_point = { lat_e6: 20_700_000, lon_e6: 105_300_000 };
    const listed = { terms: { ...offerTerms(whole), pickup_point }, pickup: whole.pickup } as Offer;
    const draft = offerDraft(listed, "Quýt ngọt Cao Phong");
    expect(offerTerms({ ...draft, ask: 24000 }).pickup_point).toEqual(pickup_point);
    const elsewhere = { commune_code: "05092", commune: "Xã Thung Nai", province: "Phú Thọ", old_district: "" };
    expect(offerTerms({ ...draft, pickup: elsewhere })).not.toHaveProperty("pickup_point");
    expect(offerTerms(whole)).not.toHaveProperty("pickup_point");
  });

  it("sells all or nothing by a smallest lot of the whole", () => {
    const all = { ...whole, whole: true, min_lot: null };
    expect(codes(all)).toEqual({});
    expect(offerTerms(all).min_lot).toBe("8500");
    expect(wholeOnly(offerTerms(all))).toBe(true);
    expect(wholeOnly(offerTerms(whole))).toBe(false);
  });
});
