import { offers } from "#lib/api/offers";
import type { Posting } from "#lib/form/outgoing";
import { offerTerms, type OfferDraft } from "./draft";

export const offerPosting: Posting<OfferDraft> = {
  form: "offer",
  page: "/nguon-hang/dang",
  list: "/nguon-hang",
  words: { posted: "offer.posted", waiting: "offer.waiting", refused: "offer.refused" },
  send: async (typed, key) => (await offers.post(offerTerms(typed), key)).id,
};
