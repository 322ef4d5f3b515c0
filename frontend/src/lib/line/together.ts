import type { Debt } from "#lib/api/lines";
import type { Side } from "#lib/api/types";

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
  const groups = new Map<string, Debt[]>();
  for (const item of items.filter(({ payment }) => payment.status === wanted)) {
    const account = item.bank_account ? `/${item.bank_account.bank}/${item.bank_account.number}` : "";
    const key = item.other_party + account;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1);
  return several.map((found) => ({ name: found[0]?.other_party ?? "", items: found.slice(0, MOST) }));
}

export const keyOf = ({ contract, line }: Pick<Debt, "contract" | "line">): string => `${contract}/${line}`;

/** What the chosen lines add up to. */
export function amountOf(items: readonly Debt[], chosen: ReadonlySet<string>): number {
  return items.filter((item) => chosen.has(keyOf(item))).reduce((sum, { payment }) => sum + (payment.amount ?? 0), 0);
}
