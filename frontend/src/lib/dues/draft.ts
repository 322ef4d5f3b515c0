import type { DueTerms } from "#lib/api/types";
import { t } from "#lib/i18n";

/** Deposit and retention as they are typed; an empty share is none. */
export interface DuesDraft {
  deposit: string;
  deposit_days: string;
  retention: string;
  retention_days: string;
}

/** The most of each, in percent and in days, as the server has them. */
export const MOST_DUES = { deposit: { percent: 50, days: 30 }, retention: { percent: 10, days: 90 } } as const;
/** What stands for days that nobody named. */
export const USUAL_DUES_DAYS = { deposit: 3, retention: 15 } as const;

export function duesDraft(terms: DueTerms | undefined): DuesDraft {
  const { deposit_percent = 0, deposit_days = 0, retention_percent = 0, retention_days = 0 } = terms ?? {};
  const share = (percent: number) => (percent > 0 ? String(percent) : "");
  return {
    deposit: share(deposit_percent),
    deposit_days: String(deposit_percent > 0 ? deposit_days : USUAL_DUES_DAYS.deposit),
    retention: share(retention_percent),
    retention_days: String(retention_percent > 0 ? retention_days : USUAL_DUES_DAYS.retention),
  };
}

const number = (text: string, most: number): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text.trim()) <= most;

/** The days of a share that is none say nothing. */
export function duesFaults(draft: DuesDraft | undefined, at = ""): Record<string, string | undefined> {
  if (!draft) return {};
  const { deposit, deposit_days, retention, retention_days } = draft;
  const share = (text: string, most: number, code: string) => (text.trim() === "" || number(text, most) ? undefined : code);
  const days = (of: string, text: string, most: number, code: string) => (of.trim() === "" || number(text, most) ? undefined : code);
  return {
    [`${at}dues.deposit_percent`]: share(deposit, MOST_DUES.deposit.percent, "deposit_out_of_range"),
    [`${at}dues.deposit_days`]: days(deposit, deposit_days, MOST_DUES.deposit.days, "deposit_days_out_of_range"),
    [`${at}dues.retention_percent`]: share(retention, MOST_DUES.retention.percent, "retention_out_of_range"),
    [`${at}dues.retention_days`]: days(retention, retention_days, MOST_DUES.retention.days, "retention_days_out_of_range"),
  };
}

/** Only after `duesFaults` found nothing. */
export function duesTerms(draft: DuesDraft | undefined): Required<DueTerms> {
  const of = (share: string | undefined, days: string | undefined) => {
    const percent = Number((share ?? "").trim());
    return [percent, percent > 0 ? Number((days ?? "").trim()) : 0] as const;
  };
  const [deposit_percent, deposit_days] = of(draft?.deposit, draft?.deposit_days);
  const [retention_percent, retention_days] = of(draft?.retention, draft?.retention_days);
  return { deposit_percent, deposit_days, retention_percent, retention_days };
}

/** `20 %, trả trong 3 ngày sau khi ký`. */
export function depositWords(terms: DueTerms | undefined): string {
  const { deposit_percent: percent = 0, deposit_days: days = 0 } = terms ?? {};
  return percent > 0 ? t("dues.deposit.words", { percent, days }) : t("dues.none");
}

export function retentionWords(terms: DueTerms | undefined): string {
  const { retention_percent: percent = 0, retention_days: days = 0 } = terms ?? {};
  return percent > 0 ? t("dues.retention.words", { percent, days }) : t("dues.none");
}

/** A line each for what there is of both; none for terms without. */
export function duesFacts(terms: DueTerms | undefined): { label: string; text: string }[] {
  return [
    ...((terms?.deposit_percent ?? 0) > 0 ? [{ label: t("dues.deposit"), text: depositWords(terms) }] : []),
    ...((terms?.retention_percent ?? 0) > 0 ? [{ label: t("dues.retention"), text: retentionWords(terms) }] : []),
  ];
}
