import { describe, expect, it } from "vitest";
import type { ProposalView } from "#lib/api/proposals";
import { NBSP } from "#lib/format";
import { counterDraft, counterFaults, counterTerms, termsDiff, termsWithout } from "./draft";
import { amount, headline, reserveAtFarm, totalOf } from "./price";

const terms = {
  farm_gate: 22_500,
  freight: 460,
  carrier: "seller" as const,
  lines: [
    { week: "2026-11-30", kg: "6000" },
    { week: "2026-12-07", kg: "6000" },
  ],
  payment_days: 15,
  without: ["organic" as const],
  dues: { deposit_percent: 20, deposit_days: 3, retention_percent: 0, retention_days: 0 },
};
const view = {
  ...terms,
  my_side: "supplier",
  delivered: 22_960,
  lines: terms.lines.map((line) => ({ ...line, from: line.week, to: line.week, amount: 0 })),
  why: { own_reserve: 20_900, freight: 460 },
  revisions: [{ number: 1, terms }],
} as unknown as ProposalView;
const asBuyer = { ...view, my_side: "buyer", why: { own_reserve: 24_000, freight: 460 } } as unknown as ProposalView;
const flat = (rows: { label: string; before: string; after: string }[]) =>
  rows.map(({ label, before, after }) => `${label}: ${before} → ${after}`.replaceAll(NBSP, " "));

describe("amounts", () => {
  it("round half up, line by line", () => {
    expect(amount(22_333, "0.5")).toBe(11_167);
    expect(amount(10_000_000, "100000000")).toBe(1e15);
    expect(
      totalOf({
        ...terms,
        lines: [
          { week: "2026-11-30", kg: "0.5" },
          { week: "2026-12-07", kg: "0.5" },
        ],
        farm_gate: 22_333,
        freight: 0,
      }),
    ).toEqual({
      kg: "1",
      amount: 22_334,
    });
  });
  it("leave the freight out when the buyer carries", () => {
    expect(totalOf(terms).amount).toBe(275_520_000);
    expect(totalOf({ ...terms, carrier: "buyer" }).amount).toBe(270_000_000);
  });
});

describe("a counter", () => {
  it("starts from what is on the table", () => {
    expect(counterTerms(counterDraft(view), view, "supplier")).toEqual(terms);
    expect(counterTerms(counterDraft(asBuyer), asBuyer, "buyer")).toEqual(terms);
  });
  it("of a buyer is reckoned at the dock and sent at the farm gate", () => {
    expect(headline(asBuyer)).toBe(22_960);
    expect(reserveAtFarm(asBuyer)).toBe(23_540);
    const draft = { ...counterDraft(asBuyer), price: 22_460 };
    expect(counterTerms(draft, asBuyer, "buyer")?.farm_gate).toBe(22_000);
  });
  it("drops a week without kilograms and is none without any week", () => {
    const [first, second] = counterDraft(view).weeks;
    const one = { ...counterDraft(view), weeks: [first, { ...second, kg: "0" }] } as ReturnType<typeof counterDraft>;
    expect(counterTerms(one, view, "supplier")?.lines).toEqual([terms.lines[0]]);
    const none = { ...one, weeks: one.weeks.map((line) => ({ ...line, kg: null })) };
    expect(counterTerms(none, view, "supplier")).toBeNull();
    expect(counterFaults(none).lines).toBe("lines_empty");
  });
  it("goes on without a paper that no longer stands, at the price less what was paid for it", () => {
    expect(termsWithout(view)).toBeNull();
    const lost = { attributes: ["vietgap" as const], without: ["organic" as const, "vietgap" as const], farm_gate: 21_000 };
    const without = termsWithout({ ...view, lost });
    expect(without).toEqual({ ...terms, farm_gate: 21_000, without: lost.without });
    const rows = flat(termsDiff(terms, without ?? terms, "supplier"));
    expect(rows[0]).toBe("Giá tại vườn: 22.500 ₫/kg → 21.000 ₫/kg");
    expect(rows[1]).toMatch(/^Không tính trả thêm cho: .+ → .+, .*VietGAP/);
  });
  it("names what is not filled in by its path", () => {
    expect(counterFaults({ ...counterDraft(view), price: null, payment_days: "mười" })).toEqual({
      farm_gate: "required",
      lines: undefined,
      payment_days: "days_not_a_number",
    });
  });
});

describe("the difference", () => {
  it("shows changed rows only, and the totals always", () => {
    const after = { ...terms, farm_gate: 23_000, lines: [{ week: "2026-11-30", kg: "5000" }, ...terms.lines.slice(1)] };
    expect(flat(termsDiff(terms, after, "supplier"))).toEqual([
      "Giá tại vườn: 22.500 ₫/kg → 23.000 ₫/kg",
      "Tuần 30/11: 6.000 kg → 5.000 kg",
      "Khối lượng: 12.000 kg → 11.000 kg",
      "Thành tiền, chưa thuế: 275.520.000 ₫ → 258.060.000 ₫",
    ]);
    expect(flat(termsDiff(terms, terms, "supplier"))).toHaveLength(2);
  });
  it("says a week that came or went", () => {
    const later = { ...terms, lines: [...terms.lines.slice(1), { week: "2026-12-14", kg: "6000" }] };
    expect(flat(termsDiff(terms, later, "buyer")).slice(0, 2)).toEqual(["Tuần 30/11: 6.000 kg → 0 kg", "Tuần 14/12: 0 kg → 6.000 kg"]);
  });
});
