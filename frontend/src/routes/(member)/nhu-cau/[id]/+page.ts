import { demands } from "#lib/api/demands";
import { proposals } from "#lib/api/proposals";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return {
    demand: Promise.all([demands.get(params.id), names()]),
    chance: shownLater(proposals.demandIndication(params.id)),
    last: shownLater(proposals.demandLastRound(params.id)),
  };
};
