import type { Crowd, ProposalView } from "#lib/api/proposals";
import { paperName } from "#lib/market/catalogue";
import { shortDay, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { gradeName } from "#lib/market/catalogue";

/** One fact of an explanation: it speaks for the deal, or it is something to look out for. */
export interface Fact {
  tone: "for" | "mind";
  text: string;
}

function crowd(size: Crowd): string {
  return t(`crowd.${size}`);
}

/** Unloading in the dark needs people and light. */
function atNight({ from, to }: { from: string; to: string }): boolean {
  return to <= from || from < "05:00" || to > "20:00";
}

/** Why this partner, in sentences a director can repeat to members. */
export function matchFacts(view: ProposalView): Fact[] {
  const { why, delivery, delivery_hours: hours } = view;
  const place = `${delivery.commune}, ${delivery.province}`;
  const papers = view.certificates.map((kind) => paperName(kind)).join(", ");
  const facts: Fact[] = [
    { tone: "for", text: t(`why.${why.reason.kind}`) },
    { tone: "for", text: t("why.crowds", { suppliers: crowd(why.reason.suppliers), buyers: crowd(why.reason.buyers) }) },
    {
      tone: "for",
      text: papers ? t("why.papers", { grade: gradeName(view.grade), papers }) : t("why.noPapers", { grade: gradeName(view.grade) }),
    },
    { tone: "for", text: t("why.weeks", { n: view.weeks, from: shortDay(view.first_week) }) },
    {
      tone: "for",
      text: t(view.carrier === "seller" ? "why.freight.seller" : "why.freight.buyer", { freight: vndPerKg(view.freight), km: why.road_km }),
    },
    {
      tone: atNight(hours) ? "mind" : "for",
      text: t(atNight(hours) ? "why.night" : "why.day", { hours: `${hours.from}–${hours.to}`, place }),
    },
  ];
  return facts;
}
