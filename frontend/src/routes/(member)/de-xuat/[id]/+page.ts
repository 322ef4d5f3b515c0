import { proposals } from "#lib/api/proposals";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { proposal: Promise.all([proposals.get(params.id), names()]) };
};
