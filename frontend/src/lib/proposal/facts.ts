import type { ProposalView } from "#lib/api/proposals";
import type { Place } from "#lib/api/types";
import { duesFacts } from "#lib/dues/draft";
import { kg, vnd, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import type { Fact } from "#lib/market/facts";
import { qualityWords, wantedWords } from "#lib/market/quality";
import { formerly, placeName } from "#lib/market/places";
import { tierWords } from "#lib/offer/tiers";
import { carrierName } from "./draft";

function placeWords(place: Place): string {
  const before = formerly(place);
  return before ? `${placeName(place)} (${before})` : placeName(place);
}

/** Every term of the version on the table, a line each. */
export function proposalFacts(view: ProposalView): Fact[] {
  return [
    { label: t("proposal.farmGate"), text: vndPerKg(view.farm_gate) },
    { label: t("proposal.freight"), text: vndPerKg(view.freight) },
    { label: t("proposal.carrier"), text: carrierName(view.carrier) },
    { label: t("proposal.delivered"), text: vndPerKg(view.delivered) },
    { label: t("proposal.paid"), text: vndPerKg(view.price) },
    { label: t("proposal.totalKg"), text: kg(view.kg_total) },
    { label: t("proposal.total"), text: vnd(view.total) },
    { label: t("proposal.paymentDays"), text: t("unit.days", { n: view.payment_days }) },
    ...duesFacts(view.dues),
    ...(view.tiers ? [{ label: t("tiers.title"), text: tierWords(view.tiers) }] : []),
    ...(view.quality ? [{ label: t("quality.title"), text: qualityWords(view.quality) }] : []),
    ...(view.quality_wanted ? [{ label: t("demand.quality.fact"), text: wantedWords(view.quality_wanted) }] : []),
    { label: t("proposal.pickup"), text: placeWords(view.pickup) },
    {
      label: t("proposal.delivery"),
      text: view.delivery_line ? `${view.delivery_line}, ${placeWords(view.delivery)}` : placeWords(view.delivery),
    },
    { label: t("proposal.hours"), text: `${view.delivery_hours.from}–${view.delivery_hours.to}` },
    ...(view.offer_note ? [{ label: t("proposal.note.offer"), text: view.offer_note }] : []),
    ...(view.demand_note ? [{ label: t("proposal.note.demand"), text: view.demand_note }] : []),
  ];
}
