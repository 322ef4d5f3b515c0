import { offers } from "#lib/api/offers";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { offer: Promise.all([offers.get(params.id), names()]) };
};
