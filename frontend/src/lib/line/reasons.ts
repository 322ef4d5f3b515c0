import type { Rejection, RejectReason } from "#lib/api/lines";
import { fromGrams, grams } from "#lib/format";

/** Why kilograms are not accepted, as it is typed. */
export interface Reject {
  /** The last row takes what the others leave. */
  kg: string | null;
  reason: RejectReason | "";
  note: string;
}

export const emptyReject = (): Reject => ({ kg: null, reason: "", note: "" });

/** What the last row is left with, in grams; below nothing when the others are more than there is. */
export function leftFor(rest: number, rows: readonly Reject[]): number {
  return rows.slice(0, -1).reduce((left, { kg }) => left - (kg === null ? 0 : grams(kg)), rest);
}

/** The part of the body, or what is missing, by field. */
export function rejections(rest: number, rows: readonly Reject[]): { list: Rejection[]; faults: Record<string, string | undefined> } {
  if (rest <= 0) return { list: [], faults: {} };
  const last = leftFor(rest, rows);
  const faults: Record<string, string | undefined> = {};
  const list = rows.map(({ kg, reason, note }, at) => {
    const own = at === rows.length - 1 ? fromGrams(Math.max(last, 0)) : kg;
    if (own === null || grams(own) === 0) faults[`rejections.${at}.kg`] = "kg_out_of_range";
    if (reason === "") faults[`rejections.${at}.reason`] = "required";
    return { kg: own ?? "0", reason: reason as RejectReason, note: note.trim() || null };
  });
  if (last <= 0) faults[`rejections.${Math.max(rows.length - 2, 0)}.kg`] = "kg_do_not_add_up";
  return { list, faults };
}
