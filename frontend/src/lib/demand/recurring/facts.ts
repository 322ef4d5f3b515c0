import type { DeliveryPoint, Demand, RecurringDemand } from "#lib/api/types";
import { duesFacts } from "#lib/dues/draft";
import { dayRange, kg, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName, type Names, paperName } from "#lib/market/catalogue";
import type { Fact } from "#lib/market/facts";
import { placeName } from "#lib/market/places";
import { wantedWords } from "#lib/market/quality";
import { preferenceText } from "../preferences";
import type { Goods } from "./draft";

/** What stays the same every week; no place where there are several. */
export function goodsFacts(goods: Goods, delivery: Demand["delivery"] | null, names: Names): Fact[] {
  return [
    { label: t("demand.product"), text: names.wanted(goods.product, goods.varieties ?? []) },
    { label: t("demand.minGrade"), text: gradeName(goods.min_grade) },
    {
      label: t("demand.certificates"),
      text: (goods.certificates ?? []).map((kind) => paperName(kind)).join(", ") || t("demand.certificates.none"),
    },
    ...(goods.quality ? [{ label: t("demand.quality.fact"), text: wantedWords(goods.quality) }] : []),
    ...(delivery ? [{ label: t("demand.place"), text: placeName(delivery) }] : []),
    { label: t("demand.hours"), text: `${goods.delivery_hours.from}–${goods.delivery_hours.to}` },
    { label: t("demand.paymentDays"), text: t("unit.days", { n: goods.payment_days }) },
    ...(goods.note ? [{ label: t("demand.note"), text: goods.note }] : []),
  ];
}

/** When, how much, for how much at most: what an edit changes. */
export function ruleFacts({ terms, places }: RecurringDemand): Fact[] {
  const { line, weeks_ahead, by_season, points } = terms;
  const pointText = (point: DeliveryPoint, at: number) => {
    const place = places[at];
    return `${point.note || (place ? placeName(place) : "")}: ${kg(point.kg)}`;
  };
  return [
    { label: t("recurring.kg"), text: kg(line.kg_per_week) },
    ...(points?.length ? [{ label: t("points.title", { n: points.length }), text: points.map(pointText).join("; ") }] : []),
    { label: t("demand.bid"), text: vndPerKg(line.bid) },
    { label: t("demand.preferred.fact"), text: line.preferred?.map(preferenceText).join("; ") || t("demand.preferred.none") },
    {
      label: t("demand.maxSuppliers"),
      text: line.max_suppliers ? t("unit.suppliers", { n: line.max_suppliers }) : t("demand.anySuppliers"),
    },
    { label: t("demand.maxShare"), text: line.max_share ? `${line.max_share}\u00a0%` : t("demand.anyShare") },
    ...duesFacts(line.dues),
    { label: t("recurring.span"), text: dayRange(line.from, line.to) },
    { label: t("recurring.ahead"), text: t("recurring.ahead.weeks", { n: weeks_ahead }) },
    { label: t("recurring.season"), text: by_season ? t("recurring.season.yes") : t("recurring.season.no") },
  ];
}
