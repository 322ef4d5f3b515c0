import type { GradeSheet, Quality } from "#lib/api/types";
import { tenths } from "#lib/format";
import { t } from "#lib/i18n";

/** Tenths of a degree as people write degrees. */
export const brix = (inTenths: number): string => tenths(inTenths / 10);

/** What was measured beyond the grade, in a few words. */
export function qualityWords({ sizes, brix_tenths, juice_percent }: Quality): string {
  return [
    sizes?.length ? t("quality.sizes", { sizes: sizes.join(", ") }) : "",
    brix_tenths == null ? "" : t("quality.brix", { brix: brix(brix_tenths) }),
    juice_percent == null ? "" : t("quality.juice", { juice: juice_percent }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What a demand requires beyond the grade, in a few words. */
export function wantedWords({ sizes, brix_tenths, juice_percent }: Quality): string {
  return [
    sizes?.length ? t("quality.sizes.wanted", { sizes: sizes.join(", ") }) : "",
    brix_tenths == null ? "" : t("quality.brix.least", { brix: brix(brix_tenths) }),
    juice_percent == null ? "" : t("quality.juice.least", { juice: juice_percent }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** By which sheet a variety is graded, if there is one. */
export function sheetOf(sheets: readonly GradeSheet[], variety: string): GradeSheet | undefined {
  return sheets.find(({ varieties }) => varieties.includes(variety));
}

/** By which one sheet everything that is wanted is graded; where any variety is, that of the product. */
export function wantedSheet(sheets: readonly GradeSheet[], product: string, varieties: readonly string[]): GradeSheet | undefined {
  if (varieties.length === 0) return sheets.find(({ products }) => products.includes(product));
  const [first, ...others] = varieties.map((variety) => sheetOf(sheets, variety));
  return others.every((sheet) => sheet === first) ? first : undefined;
}

/** Whether there is anything to state or require of the goods of a sheet; of some a standard tells classes alone. */
export const hasLabels = (sheet: GradeSheet): boolean => sheet.sizes.length > 0 || hasFigures(sheet);

/** Sugar and juice are asked for the goods of which a standard tells either. */
export const hasFigures = ({ least_brix_tenths, least_juice_percent }: GradeSheet): boolean =>
  least_brix_tenths != null || least_juice_percent != null;
