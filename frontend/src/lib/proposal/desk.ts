import type { ProposalRow } from "#lib/api/proposals";
import { grams, plain } from "#lib/format";
import { named } from "#lib/i18n";
import { headline } from "./price";

/** The most one request answers; as many are shown at once. */
export const MOST = 300;

export type Sort = "price" | "against" | "kg" | "total" | "party" | "ends";

export interface Group {
  product: string;
  name: string;
  rows: ProposalRow[];
}

/** How far the price at the farm gate lies from the reference price, in hundredths; nothing where there is none. */
export function against({ farm_gate, reference }: Pick<ProposalRow, "farm_gate" | "reference">): number | null {
  return reference && reference.price > 0 ? Math.round((100 * (farm_gate - reference.price)) / reference.price) : null;
}

export function partyOf(row: ProposalRow): string {
  return row.my_side === "supplier" ? row.buyer.name : row.supplier.name;
}

const last = Number.MAX_SAFE_INTEGER;
const order: Record<Sort, (a: ProposalRow, b: ProposalRow) => number> = {
  price: (a, b) => headline(a) - headline(b),
  against: (a, b) => (against(a) ?? last) - (against(b) ?? last),
  kg: (a, b) => grams(b.kg_total) - grams(a.kg_total),
  total: (a, b) => b.total - a.total,
  party: (a, b) => partyOf(a).localeCompare(partyOf(b), "vi"),
  ends: (a, b) => a.expires_at.localeCompare(b.expires_at),
};

/** Product by product, those whose goods or other party have every word, in the order asked for; equal ones keep theirs. */
export function groups(rows: readonly ProposalRow[], query: string, sort: Sort): Group[] {
  const words = plain(query)
    .split(" ")
    .filter((word) => word !== "");
  const said = (row: ProposalRow) => plain(`${named(row.product)} ${named(row.variety)} ${partyOf(row)}`);
  const found = rows.filter((row) => words.every((word) => said(row).includes(word)));
  const products = [...new Map(found.map(({ product }) => [product.slug, named(product)]))];
  return products
    .sort(([, a], [, b]) => a.localeCompare(b, "vi"))
    .map(([product, name]) => ({ product, name, rows: found.filter((row) => row.product.slug === product).sort(order[sort]) }));
}
