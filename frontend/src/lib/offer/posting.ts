import { offers } from "#lib/api/offers";
import type { Posting } from "#lib/form/outgoing";
import { session } from "#lib/session.svelte";
import { offerTerms, type OfferDraft } from "./draft";
import { photoQueue } from "./photos/queue.svelte";

export const offerPosting: Posting<OfferDraft> = {
  form: "offer",
  page: "/nguon-hang/dang",
  list: "/nguon-hang",
  words: { posted: "offer.posted", waiting: "offer.waiting", refused: "offer.refused" },
  send: async (typed, key) => {
    const { id } = await offers.post(offerTerms(typed), key);
    const user = session.current?.user.id;
    if (user) await photoQueue(user).bind(key, id);
    return id;
  },
};
