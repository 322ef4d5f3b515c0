import type { DeliveryState } from "#lib/api/lines";
import type { Side } from "#lib/api/types";

export const deliveryStates = ["planned", "dispatched", "received", "missed"] as const satisfies readonly DeliveryState[];

/** What each side comes for: the supplier has goods to send, the buyer lorries to receive. */
export const firstState = { supplier: "planned", buyer: "dispatched" } as const satisfies Record<Side, DeliveryState>;

/** The state that the address asks for; nothing means all of them. */
export function stateOf(url: URL, side: Side): DeliveryState | undefined {
  const chosen = url.searchParams.get("trang-thai");
  if (chosen === "all") return undefined;
  return deliveryStates.find((state) => state === chosen) ?? firstState[side];
}
