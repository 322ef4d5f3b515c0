import type { BankAccount, GuardedStatus, GuardedValue } from "#lib/api/types";
import Ban from "@lucide/svelte/icons/ban";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import Hourglass from "@lucide/svelte/icons/hourglass";
import ShieldAlert from "@lucide/svelte/icons/shield-alert";
import { t } from "#lib/i18n";
import type { Look } from "#lib/market/status";

/** What is asked for in a form of its own; a director is asked for beside the member. */
export type AskedKind = "bank_account" | "representative";

/** "3001 2056 78, Agribank, HTX Cam": the number in fours, as it stands on a card. */
export function account(own: BankAccount): string {
  return `${own.number.replace(/(.{4})(?=.)/g, "$1 ")}, ${own.bank}, ${own.holder}`;
}

/** What was or will be, in one line. */
export function valueOf(value: GuardedValue | null | undefined, none: string): string {
  if (value?.bank_account) return account(value.bank_account);
  if (value?.representative) return `${value.representative.name}, ${value.representative.position}`;
  if (value?.director) return `${value.director.name}, ${t(`role.${value.director.role}`)}`;
  return none;
}

const looks: Record<GuardedStatus, Look> = {
  to_confirm: { icon: Hourglass, tone: "nghe", words: "guarded.state.to_confirm" },
  to_decide: { icon: Hourglass, tone: "cham", words: "guarded.state.to_decide" },
  cooling: { icon: ShieldAlert, tone: "nghe", words: "guarded.state.cooling" },
  in_force: { icon: CircleCheck, tone: "la", words: "guarded.state.in_force" },
  refused: { icon: Ban, tone: "gac", words: "guarded.state.refused" },
  expired: { icon: Ban, tone: "grey", words: "guarded.state.expired" },
  stopped: { icon: Ban, tone: "grey", words: "guarded.state.stopped" },
};

/** The server writes the state as a word; those it knows are drawn here. */
export function changeStatus(status: string): GuardedStatus {
  return status in looks ? (status as GuardedStatus) : "to_confirm";
}
export const changeLook = (status: string): Look => looks[changeStatus(status)];
export const isOpen = (status: string): boolean => ["to_confirm", "to_decide", "cooling"].includes(status);
