import type { Debt } from "#lib/api/lines";
import type { Side } from "#lib/api/types";
import { t } from "#lib/i18n";

/** Lines that one transfer can pay, or one look at the bank can find paid: those of one other side. */
export interface Together {
  name: string;
  items: Debt[];
}

/** Lines of one sending. */
const MOST = 100;

/** Groups of two and more: what a buyer still owes, what a supplier is told was paid. */
export function together(items: readonly Debt[], side: Side): Together[] {
  const wanted = side === "buyer" ? "due" : "declared";
  // What a supplier gives back goes the other way, one at a time.
  const groups = new Map<string, Debt[]>();
  for (const item of items.filter(({ payment, payer }) => payer === "buyer" && payment.status === wanted)) {
    const account = item.bank_account ? `/${item.bank_account.bank}/${item.bank_account.number}` : "";
    const key = item.other_party + account;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1);
  return several.map((found) => ({ name: found[0]?.other_party ?? "", items: found.slice(0, MOST) }));
}

export const keyOf = ({ contract, line, due }: Pick<Debt, "contract" | "line" | "due">): string => `${contract}/${line ?? due ?? ""}`;

/** What is paid for: a delivery by its number, or one of the contract's own debts. */
export function debtName({ line, due }: Pick<Debt, "line" | "due">): string {
  return due ? t(`due.${due}`) : t("due.line", { n: line ?? 0 });
}

/** What the chosen lines add up to. */
export function amountOf(items: readonly Debt[], chosen: ReadonlySet<string>): number {
  return items.filter((item) => chosen.has(keyOf(item))).reduce((sum, { payment }) => sum + (payment.amount ?? 0), 0);
}
