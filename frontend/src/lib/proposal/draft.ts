import type { Carrier, ProposalTerms, ProposalView } from "#lib/api/proposals";
import type { Side } from "#lib/api/types";
import type { DiffRow } from "#lib/deal/diff";
import { attributeName } from "#lib/demand/preferences";
import { depositWords, duesDraft, duesFaults, duesTerms, retentionWords, type DuesDraft } from "#lib/dues/draft";
import { grams, kg, shortDay, vnd, vndPerKg } from "#lib/format";
import { t } from "#lib/i18n";
import { farmGateOf, headline, totalOf, whole } from "./price";

/** A counter as it is typed: the price is the one the own side reckons with. */
export interface CounterDraft {
  price: number | null;
  carrier: Carrier;
  weeks: { week: string; kg: string | null }[];
  payment_days: string;
  dues: DuesDraft;
  message: string;
}

export function counterDraft(view: ProposalView): CounterDraft {
  return {
    price: headline(view),
    carrier: view.carrier,
    weeks: view.lines.map(({ week, kg }) => ({ week, kg })),
    payment_days: String(view.payment_days),
    dues: duesDraft(view.dues),
    message: "",
  };
}

/** The terms put to the other side; nothing while something typed has no meaning yet. A week without kilograms falls away. */
export function counterTerms(draft: CounterDraft, view: ProposalView, side: Side): ProposalTerms | null {
  if (draft.price === null || !/^\d{1,3}$/.test(draft.payment_days.trim())) return null;
  if (Object.values(duesFaults(draft.dues)).some(Boolean)) return null;
  const lines = draft.weeks.flatMap(({ week, kg }) => (kg === null || grams(kg) === 0 ? [] : [{ week, kg }]));
  if (lines.length === 0) return null;
  return {
    farm_gate: farmGateOf(draft.price, view.freight, side),
    freight: view.freight,
    carrier: draft.carrier,
    lines,
    payment_days: Number(draft.payment_days.trim()),
    dues: duesTerms(draft.dues),
    // A paper that no longer stands is not paid for, whoever names which price.
    without: view.lost?.without ?? view.revisions.at(-1)?.terms.without ?? [],
  };
}

/** The terms on the table without the papers that no longer stand, and without what was paid for them. */
export function termsWithout({ lost, revisions }: ProposalView): ProposalTerms | null {
  const present = revisions.at(-1)?.terms;
  return lost?.farm_gate && present ? { ...present, farm_gate: lost.farm_gate, without: lost.without } : null;
}

export function counterFaults(draft: CounterDraft): Record<string, string | undefined> {
  const asked = draft.weeks.some(({ kg }) => kg !== null && grams(kg) > 0);
  return {
    farm_gate: draft.price === null ? "required" : undefined,
    lines: asked ? undefined : "lines_empty",
    payment_days: /^\d{1,3}$/.test(draft.payment_days.trim()) ? undefined : "days_not_a_number",
    ...duesFaults(draft.dues),
  };
}

export function carrierName(carrier: Carrier): string {
  return t(carrier === "seller" ? "proposal.carrier.seller" : "proposal.carrier.buyer");
}

/** Old terms beside new ones: changed rows only, the total always. */
export function termsDiff(earlier: ProposalTerms, later: ProposalTerms, side: Side | null): DiffRow[] {
  const [before, after] = [whole(earlier), whole(later)];
  const rows: DiffRow[] = [];
  const add = (label: string, old: string, now: string) => {
    if (old !== now) rows.push({ label, before: old, after: now });
  };
  const price = (terms: Required<ProposalTerms>) => (side === "buyer" ? terms.farm_gate + terms.freight : terms.farm_gate);
  add(t(side === "buyer" ? "proposal.delivered" : "proposal.farmGate"), vndPerKg(price(before)), vndPerKg(price(after)));
  add(t("proposal.freight"), vndPerKg(before.freight), vndPerKg(after.freight));
  add(t("proposal.carrier"), carrierName(before.carrier), carrierName(after.carrier));
  const old = new Map(before.lines.map((line) => [line.week, line.kg]));
  const now = new Map(after.lines.map((line) => [line.week, line.kg]));
  for (const week of [...new Set([...old.keys(), ...now.keys()])].sort())
    add(t("proposal.week", { day: shortDay(week) }), kg(old.get(week) ?? "0"), kg(now.get(week) ?? "0"));
  add(t("proposal.paymentDays"), t("unit.days", { n: before.payment_days }), t("unit.days", { n: after.payment_days }));
  add(t("dues.deposit"), depositWords(before.dues), depositWords(after.dues));
  add(t("dues.retention"), retentionWords(before.dues), retentionWords(after.dues));
  const paidFor = (terms: Required<ProposalTerms>) => terms.without.map(attributeName).join(", ") || t("proposal.without.none");
  add(t("proposal.without"), paidFor(before), paidFor(after));
  const [was, is] = [totalOf(before), totalOf(after)];
  rows.push({ label: t("proposal.totalKg"), before: kg(was.kg), after: kg(is.kg), total: true });
  rows.push({ label: t("proposal.total"), before: vnd(was.amount), after: vnd(is.amount), total: true });
  return rows;
}
