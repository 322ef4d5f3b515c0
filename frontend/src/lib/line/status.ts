import Banknote from "@lucide/svelte/icons/banknote";
import Calendar from "@lucide/svelte/icons/calendar";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleMinus from "@lucide/svelte/icons/circle-minus";
import CircleX from "@lucide/svelte/icons/circle-x";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Scale from "@lucide/svelte/icons/scale";
import Truck from "@lucide/svelte/icons/truck";
import type { Line } from "#lib/api/lines";
import type { Side } from "#lib/api/types";
import type { Look } from "#lib/market/status";

/** Where the goods of a line are. */
export function goodsLook(line: Pick<Line, "status" | "receipt" | "days_late">): Look {
  if (line.status === "missed") return { icon: CircleX, tone: "gac", words: "state.line.missed" };
  if (line.status === "dispatched") return { icon: Truck, tone: "cham", words: "state.line.dispatched" };
  if (line.status === "inspecting") return { icon: Scale, tone: "nghe", words: "state.line.inspecting" };
  switch (line.receipt?.outcome) {
    case "accepted":
      return { icon: CircleCheck, tone: "la", words: "state.line.accepted" };
    case "part":
      return { icon: CircleMinus, tone: "nghe", words: "state.line.part" };
    case "refused":
      return { icon: CircleX, tone: "gac", words: "state.line.refused" };
    default:
      return line.days_late
        ? { icon: CircleAlert, tone: "gac", words: "state.line.late" }
        : { icon: Calendar, tone: "grey", words: "state.line.planned" };
  }
}

/** Whoever pays said that it did, and the other side has not confirmed it: that can be taken back. */
export function canWithdraw(payment: NonNullable<Line["payment"]>): boolean {
  return payment.status === "declared" || (payment.status === "due" && payment.dispute != null);
}

/** Where the money of a line is; nothing while nothing is owed. The seller's turn is shown to the seller. */
export function moneyLook(payment: NonNullable<Line["payment"]>, side: Side | null, payer: Side = "buyer"): Look | null {
  switch (payment.status) {
    case "due":
      return payment.days_late
        ? { icon: CircleAlert, tone: "gac", words: "state.payment.late" }
        : { icon: Hourglass, tone: "cham", words: "state.payment.due" };
    case "declared":
      return {
        icon: Banknote,
        tone: side === "supplier" ? "nghe" : "cham",
        words: payer === "buyer" ? "state.payment.declared" : "state.payment.declared.supplier",
      };
    case "confirmed":
      return { icon: CircleCheck, tone: "la", words: "state.payment.confirmed" };
    default:
      return null;
  }
}
