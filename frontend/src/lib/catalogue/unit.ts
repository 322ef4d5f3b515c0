import type { TradeUnit } from "#lib/api/types";
import { kg } from "#lib/format";
import { t, type PlainKey } from "#lib/i18n";

export const units = ["kg", "fruit", "bunch", "stem", "ear", "head", "litre"] as const satisfies readonly TradeUnit[];

export function unitName(unit: TradeUnit): string {
  return t(`catalogue.unit.${unit}` satisfies PlainKey);
}

/** "quả, mỗi quả 0,9 kg – 1,4 kg", or just kilograms. */
export function kgWeight({ unit, unit_kg_min, unit_kg_max }: { unit: TradeUnit; unit_kg_min: string; unit_kg_max: string }): string {
  if (unit === "kg") return unitName(unit);
  const weight = unit_kg_min === unit_kg_max ? kg(unit_kg_min) : `${kg(unit_kg_min)} – ${kg(unit_kg_max)}`;
  return t("catalogue.unit.weighs", { unit: unitName(unit), weight });
}
