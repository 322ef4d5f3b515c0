import type { Offer } from "#lib/api/types";
import { daysBetween, plusDays } from "#lib/format";
import { offerDraft, type OfferDraft } from "./draft";
import { qualityDraft } from "./quality";

/** The same offer again: its days moved by the fewest whole weeks, at least one, that bring them after today. */
export function repeatedOffer(offer: Offer, name: string, today: string): OfferDraft {
  const { from, to } = offer.terms.window;
  const days = 7 * Math.max(1, Math.floor(daysBetween(from, today) / 7) + 1);
  // What was measured was measured of the last harvest.
  const again = { ...offerDraft(offer, name), forecast: null, quality: qualityDraft(undefined) };
  return { ...again, from: plusDays(from, days), to: plusDays(to, days) };
}
