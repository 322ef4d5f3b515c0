import type { Grade } from "#lib/api/types";
import { named } from "#lib/i18n";
import { gradeName } from "#lib/market/catalogue";

/** "Cam lòng vàng CS1, loại 1". */
export function goodsName(variety: { name_vi: string; name_en: string }, grade: Grade): string {
  return `${named(variety)}, ${gradeName(grade).toLocaleLowerCase()}`;
}
