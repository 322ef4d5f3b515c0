import type { Obstacle } from "#lib/api/proposals";
import type { Side } from "#lib/api/types";
import { kg, vndPerKg } from "#lib/format";
import { maybe, t } from "#lib/i18n";
import { gradeName, paperName } from "./catalogue";
import { brix } from "./quality";

/** What stands in the way, with its number: "Giá chào cộng cước cao hơn giá mua, khoảng 1.200 ₫/kg". */
export function obstacleWords(obstacle: Obstacle): string {
  const words = maybe(`obstacle.${obstacle.kind}`) ?? obstacle.kind;
  const more = [
    obstacle.by == null ? "" : t("obstacle.by", { by: vndPerKg(obstacle.by) }),
    obstacle.grade == null ? "" : t("obstacle.grade", { grade: gradeName(obstacle.grade).toLocaleLowerCase("vi") }),
    obstacle.certificates == null ? "" : t("obstacle.papers", { papers: obstacle.certificates.map((one) => paperName(one)).join(", ") }),
    obstacle.max_km == null ? "" : t("obstacle.km", { km: String(obstacle.max_km) }),
    obstacle.days == null ? "" : t("obstacle.days", { days: String(obstacle.days) }),
    obstacle.brix_tenths == null ? "" : t("quality.brix.least", { brix: brix(obstacle.brix_tenths) }),
    obstacle.juice_percent == null ? "" : t("quality.juice.least", { juice: obstacle.juice_percent }),
    obstacle.lot == null ? "" : t("obstacle.lot", { kg: kg(obstacle.lot) }),
  ];
  return [words, ...more.filter(Boolean)].join(", ");
}

/** What the owner of the post could do about it. */
export function remedy(obstacle: Obstacle, side: Side): string {
  return maybe(`remedy.${side}.${obstacle.kind}`) ?? "";
}
