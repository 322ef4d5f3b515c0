import type { ProposalRow, ProposalTerms, ProposalView } from "#lib/api/proposals";
import type { Side } from "#lib/api/types";
import { fromGrams, grams } from "#lib/format";

/** Amounts round half up to a whole đồng, line by line, as the contract does. */
export function amount(price: number, kg: string): number {
  const milli = BigInt(price) * BigInt(grams(kg));
  return Number((milli + 500n) / 1000n);
}

/** Terms with nothing left open: without a word the seller carries, for nothing. */
export function whole(terms: ProposalTerms): Required<ProposalTerms> {
  return {
    ...terms,
    freight: terms.freight ?? 0,
    carrier: terms.carrier ?? "seller",
    without: terms.without ?? [],
    dues: terms.dues ?? {},
  };
}

/** What the buyer pays the supplier for a kilogram. */
export function paid(terms: ProposalTerms): number {
  const { farm_gate, freight, carrier } = whole(terms);
  return carrier === "seller" ? farm_gate + freight : farm_gate;
}

export function totalOf(terms: ProposalTerms): { kg: string; amount: number } {
  const price = paid(terms);
  let weight = 0;
  let sum = 0;
  for (const line of terms.lines) {
    weight += grams(line.kg);
    sum += amount(price, line.kg);
  }
  return { kg: fromGrams(weight), amount: sum };
}

/** The one figure a side decides on: suppliers reckon at the farm gate, buyers at their dock. */
export function headline(row: Pick<ProposalRow, "farm_gate" | "delivered" | "my_side">): number {
  return row.my_side === "buyer" ? row.delivered : row.farm_gate;
}

/** The farm-gate price behind a headline. */
export function farmGateOf(price: number, freight: number, side: Side): number {
  return side === "buyer" ? price - freight : price;
}

/** The own reserve at the farm gate, where all prices of a round are compared. */
export function reserveAtFarm({ why, my_side }: Pick<ProposalView, "why" | "my_side">): number | null {
  if (why.own_reserve == null) return null;
  return my_side === "buyer" ? why.own_reserve - why.freight : why.own_reserve;
}
