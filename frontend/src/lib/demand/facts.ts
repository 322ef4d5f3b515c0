import type { Demand } from "#lib/api/types";
import { duesFacts } from "#lib/dues/draft";
import { grams, kg, sumKg, vndPerKg, weekDays } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName, type Names, paperName } from "#lib/market/catalogue";
import type { Fact } from "#lib/market/facts";
import { placeName } from "#lib/market/places";
import { wantedWords } from "#lib/market/quality";
import { preferenceText } from "./preferences";

/** The terms of a demand as lines of words: on its page, and to show what another member changed meanwhile. */
export function demandFacts({ terms, delivery }: Demand, names: Names): Fact[] {
  return [
    { label: t("demand.product"), text: names.wanted(terms.product, terms.varieties) },
    { label: t("demand.minGrade"), text: gradeName(terms.min_grade) },
    {
      label: t("demand.certificates"),
      text: terms.certificates.map((kind) => paperName(kind)).join(", ") || t("demand.certificates.none"),
    },
    ...(terms.quality ? [{ label: t("demand.quality.fact"), text: wantedWords(terms.quality) }] : []),
    ...(terms.preferred.length > 0
      ? [{ label: t("demand.preferred.fact"), text: terms.preferred.map((row) => preferenceText(row)).join("; ") }]
      : []),
    { label: t("demand.total"), text: kg(sumKg(terms.weeks.map((week) => week.kg))) },
    ...(typeof terms.bid === "number" ? [{ label: t("demand.bid"), text: vndPerKg(terms.bid) }] : []),
    { label: t("demand.place"), text: placeName(delivery) },
    { label: t("demand.hours"), text: `${terms.delivery_hours.from}–${terms.delivery_hours.to}` },
    { label: t("demand.paymentDays"), text: t("unit.days", { n: terms.payment_days }) },
    ...duesFacts(terms.dues),
    {
      label: t("demand.maxSuppliers"),
      text: terms.max_suppliers === 0 ? t("demand.anySuppliers") : t("unit.suppliers", { n: terms.max_suppliers }),
    },
    ...(terms.max_share > 0 ? [{ label: t("demand.maxShare"), text: `${terms.max_share}\u00a0%` }] : []),
    ...(grams(terms.min_lot) > 0 ? [{ label: t("demand.minLot"), text: kg(terms.min_lot) }] : []),
    ...(terms.note ? [{ label: t("demand.note"), text: terms.note }] : []),
  ];
}

/** Changes of single weeks, beside those of the other terms. */
export function weekFacts({ terms }: Demand): Fact[] {
  return terms.weeks.map((week) => ({ label: t("weeks.of", { days: weekDays(week.week) }), text: kg(week.kg) }));
}
