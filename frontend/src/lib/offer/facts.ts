import type { Offer } from "#lib/api/types";
import { dayRange, kg, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { wholeOnly } from "./draft";
import { tierWords } from "./tiers";
import { gradeName, type Names } from "#lib/market/catalogue";
import type { Fact } from "#lib/market/facts";
import { qualityWords } from "#lib/market/quality";
import { placeName } from "#lib/market/places";

/** The terms of an offer as lines of words: on its page, and to show what another member changed meanwhile. */
export function offerFacts({ terms, pickup }: Offer, names: Names): Fact[] {
  return [
    { label: t("offer.variety"), text: names.variety(terms.variety) },
    { label: t("offer.grade"), text: gradeName(terms.grade) },
    ...(terms.quality ? [{ label: t("quality.title"), text: qualityWords(terms.quality) }] : []),
    { label: t("offer.total"), text: kg(terms.kg_total) },
    ...(terms.forecast
      ? [
          {
            label: t("offer.forecast.fact"),
            text: t("offer.forecast.range", { low: kg(terms.forecast.low), mid: kg(terms.forecast.mid), high: kg(terms.forecast.high) }),
          },
        ]
      : []),
    { label: t("offer.perWeek"), text: kg(terms.kg_per_week) },
    { label: t("offer.window"), text: dayRange(terms.window.from, terms.window.to) },
    ...(typeof terms.ask === "number" ? [{ label: t("offer.ask"), text: vndPerKg(terms.ask) }] : []),
    ...(terms.tiers ? [{ label: t("tiers.title"), text: tierWords(terms.tiers) }] : []),
    { label: t("offer.minLot"), text: wholeOnly(terms) ? t("offer.whole") : kg(terms.min_lot) },
    { label: t("offer.paymentDays"), text: t("unit.days", { n: terms.max_payment_days }) },
    { label: t("offer.pickup"), text: placeName(pickup) },
    ...(terms.note ? [{ label: t("offer.note"), text: terms.note }] : []),
  ];
}
