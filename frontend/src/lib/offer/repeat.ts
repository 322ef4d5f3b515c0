import type { Offer } from "#lib/api/types";
import { daysBetween, plusDays } from "#lib/format";
import { offerDraft, type OfferDraft } from "./draft";

/** The same offer again: its days moved by the fewest whole weeks, at least one, that bring them after today. */
export function repeatedOffer(offer: Offer, name: string, today: string): OfferDraft {
  const { from, to } = offer.terms.window;
  const days = 7 * Math.max(1, Math.floor(daysBetween(from, today) / 7) + 1);
  return { ...offerDraft(offer, name), forecast: null, from: plusDays(from, days), to: plusDays(to, days) };
}
