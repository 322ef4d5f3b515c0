import type { ComparedProposal } from "#lib/api/demands";
import { dayRange, group, kg, shortDay, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { preferenceName } from "#lib/demand/preferences";
import { paperName } from "#lib/market/catalogue";
import type { Fact } from "#lib/market/facts";
import { qualityWords } from "#lib/market/quality";
import { placeName } from "#lib/market/places";

type Priced = Pick<ComparedProposal, "status" | "contract" | "delivered">;

/** Open, or agreed with a contract that neither ended early nor was left unsigned. */
const live = ({ status, contract }: Priced): boolean =>
  status === "open" || (status === "agreed" && contract?.status !== "terminated" && contract?.status !== "expired");

/** The lowest delivered price that may still be had. */
export function lowest(rows: readonly Priced[]): number | null {
  const prices = rows.filter(live).map(({ delivered }) => delivered);
  return prices.length > 0 ? Math.min(...prices) : null;
}

/** How a price stands to the lowest: said only where there is more than one to choose from. */
export function besideLowest(row: Priced, rows: readonly Priced[]): string {
  const least = lowest(rows);
  if (least === null || !live(row) || rows.filter(live).length < 2) return "";
  return row.delivered === least ? t("compare.lowest") : t("compare.above", { by: vndPerKg(row.delivered - least) });
}

/** What is paid more for and what is taken off, one a line; both are in the price already. */
export function extras({ premiums, discount }: Pick<ComparedProposal, "premiums" | "discount">): string[] {
  const more = premiums.map(({ premium, ...preferred }) =>
    t("compare.premium", { by: group(String(premium)), name: preferenceName(preferred) }),
  );
  return discount ? [...more, t("compare.discount", { by: group(String(discount)) })] : more;
}

export function papersOf({ certificates }: Pick<ComparedProposal, "certificates">): string {
  return certificates.map((kind) => paperName(kind)).join(", ") || t("demand.certificates.none");
}

/** Papers without which nobody can accept it as it is. */
export function goneOf({ gone }: Pick<ComparedProposal, "gone">): string {
  return gone.length > 0 ? t("compare.gone", { papers: gone.map((kind) => paperName(kind)).join(", ") }) : "";
}

/** Who carries, in the middle of a line. */
export function carrierOf({ carrier }: Pick<ComparedProposal, "carrier">): string {
  return t(carrier === "seller" ? "compare.carrier.seller" : "compare.carrier.buyer");
}

export function daysOf({ days, first_week, weeks }: Pick<ComparedProposal, "days" | "first_week" | "weeks">): string {
  const range = days ? dayRange(days.from, days.to) : shortDay(first_week);
  return t("compare.days", { range, n: weeks });
}

export function distanceOf({ road_km }: Pick<ComparedProposal, "road_km">): string {
  return t("compare.km", { n: road_km });
}

/** The same lines in the same order on every card, so that cards can be read beside each other. */
export function comparedFacts(row: ComparedProposal): Fact[] {
  return [
    { label: t("proposal.totalKg"), text: kg(row.kg_total) },
    { label: t("proposal.farmGate"), text: vndPerKg(row.farm_gate) },
    { label: t("proposal.freight"), text: `${vndPerKg(row.freight)}, ${carrierOf(row)}` },
    { label: t("proposal.paymentDays"), text: t("unit.days", { n: row.payment_days }) },
    { label: t("compare.distance"), text: row.pickup ? `${distanceOf(row)}, ${placeName(row.pickup)}` : distanceOf(row) },
    { label: t("compare.delivery"), text: daysOf(row) },
    { label: t("quality.title"), text: row.quality ? qualityWords(row.quality) : t("compare.unstated") },
    { label: t("compare.papers"), text: papersOf(row) },
    { label: t("compare.extras"), text: extras(row).join("; ") || t("compare.noExtras") },
  ];
}
