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

/** By which sheet a variety is graded, if there is one. */
export function sheetOf(sheets: readonly GradeSheet[], variety: string): GradeSheet | undefined {
  return sheets.find(({ varieties }) => varieties.includes(variety));
}
