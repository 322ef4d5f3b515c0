import type { CatalogueVariety } from "#lib/api/types";
import { decimal, grams, vndRange } from "#lib/format";
import { t } from "#lib/i18n";
import { unitName } from "./unit";

type Counted = Pick<CatalogueVariety, "unit" | "unit_kg_min" | "unit_kg_max">;

/** About how many pieces a weight is, of what the trade counts: at least and at most. */
export function pieces(variety: Counted, kg: string): { least: number; most: number } | null {
  const [light, heavy] = [grams(variety.unit_kg_min), grams(variety.unit_kg_max)];
  if (variety.unit === "kg" || light === 0 || heavy === 0) return null;
  return { least: Math.floor(grams(kg) / heavy), most: Math.ceil(grams(kg) / light) };
}

/** What one piece costs at a price for the kilogram, at least and at most, in whole đồng. */
export function priceOfOne(variety: Counted, perKg: number): { least: number; most: number } | null {
  if (variety.unit === "kg") return null;
  const price = (weight: string) => Math.round((perKg * grams(weight)) / 1000);
  return { least: price(variety.unit_kg_min), most: price(variety.unit_kg_max) };
}

export function countEcho(variety: Counted, kg: string): string | null {
  const count = pieces(variety, kg);
  if (!count || count.most === 0) return null;
  const range =
    count.least === count.most ? decimal(String(count.most)) : `${decimal(String(count.least))} – ${decimal(String(count.most))}`;
  return t("catalogue.count", { count: range, unit: unitName(variety.unit) });
}

export function priceEcho(variety: Counted, perKg: number): string | null {
  const price = priceOfOne(variety, perKg);
  return price && t("catalogue.priceOfOne", { price: vndRange(price.least, price.most), unit: unitName(variety.unit) });
}
