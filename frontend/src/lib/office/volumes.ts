import type { Round } from "#lib/api/office";
import { grams } from "#lib/format";
import { named } from "#lib/i18n/language.svelte";

/** Kilograms of one product in a round. */
export interface Volume {
  slug: string;
  name: string;
  offered: number;
  wanted: number;
  matched: number;
}

/** What was offered and wanted is what was matched and what each side had left; the largest product stands first. */
export function volumes(round: Pick<Round, "groups" | "unmatched">): Volume[] {
  const products = new Map<string, Volume>();
  const of = (product: Round["groups"][number]["product"]) => {
    const slug = product.slug;
    const known = products.get(slug) ?? { slug, name: named(product), offered: 0, wanted: 0, matched: 0 };
    products.set(slug, known);
    return known;
  };
  for (const group of round.groups) {
    const [row, kg] = [of(group.product), grams(group.kg) / 1000];
    row.matched += kg;
    row.offered += kg;
    row.wanted += kg;
  }
  for (const rest of round.unmatched) {
    const row = of(rest.product);
    row[rest.side === "supplier" ? "offered" : "wanted"] += grams(rest.kg_left) / 1000;
  }
  return [...products.values()].toSorted((one, next) => Math.max(next.offered, next.wanted) - Math.max(one.offered, one.wanted));
}
