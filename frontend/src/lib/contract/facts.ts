import type { ContractTerms } from "#lib/api/contracts";
import { duesFacts } from "#lib/dues/draft";
import { decimal, fullDay, kg, vnd, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName, paperName } from "#lib/market/catalogue";
import type { Fact } from "#lib/market/facts";
import { named } from "#lib/i18n";
import { wantedWords } from "#lib/market/quality";
import { carrierName } from "#lib/proposal/draft";
import { preferenceText } from "#lib/demand/preferences";

/** What the supplier promises beyond the grade; what the sizes stand for stands in the text. */
function promisedWords(quality: NonNullable<ContractTerms["goods"]["quality"]>): string {
  const words = wantedWords({ ...quality, sizes: quality.sizes.map(({ code }) => code) });
  const by = quality.standard ?? (quality.sizes.length > 0 ? t("quality.sizes.own") : "");
  return by ? `${words} (${by})` : words;
}

/** The terms beside money and schedule, a line each. */
export function contractFacts(terms: ContractTerms): Fact[] {
  const { goods, places, conditions } = terms;
  const papers = goods.certificates.map(({ kind, number, valid_to }) =>
    t("contract.paper", { kind: paperName(kind), number, day: fullDay(valid_to) }),
  );
  return [
    { label: t("offer.variety"), text: named({ name_vi: goods.variety_vi, name_en: goods.variety_en }) },
    { label: t("offer.grade"), text: gradeName(goods.grade) },
    { label: t("proposal.totalKg"), text: kg(terms.total_kg) },
    { label: t("contract.tolerance"), text: `± ${decimal(conditions.tolerance)}\u00a0%` },
    { label: t("contract.papers"), text: papers.join("; ") || t("contract.papers.none") },
    ...(goods.quality ? [{ label: t("quality.title"), text: promisedWords(goods.quality) }] : []),
    ...(goods.premiums?.length ? [{ label: t("contract.premiums"), text: goods.premiums.map(preferenceText).join("; ") }] : []),
    { label: t("proposal.farmGate"), text: vndPerKg(terms.farm_gate) },
    { label: t("proposal.freight"), text: vndPerKg(terms.freight) },
    { label: t("proposal.carrier"), text: carrierName(terms.carrier) },
    { label: t("proposal.paymentDays"), text: t("contract.paymentDays", { n: terms.payment_days }) },
    ...duesFacts(terms.dues),
    ...(terms.deposit != null ? [{ label: t("dues.deposit.amount"), text: vnd(terms.deposit) }] : []),
    { label: t("proposal.pickup"), text: places.pickup },
    { label: t("proposal.delivery"), text: places.dock },
    { label: t("proposal.hours"), text: `${places.hours.from}–${places.hours.to}` },
    { label: t("contract.penalty"), text: `${decimal(conditions.penalty)}\u00a0%` },
    { label: t("contract.complaint"), text: t("contract.hours", { n: conditions.complaint_hours }) },
  ];
}
