import { offers } from "#lib/api/offers";
import { proposals } from "#lib/api/proposals";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return {
    offer: Promise.all([offers.get(params.id), names()]),
    trail: shownLater(offers.trail(params.id)),
    chance: shownLater(proposals.offerIndication(params.id)),
    last: shownLater(proposals.offerLastRound(params.id)),
  };
};
