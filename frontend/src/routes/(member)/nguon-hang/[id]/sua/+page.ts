import { offers } from "#lib/api/offers";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ side: "supplier", works: true });
  return { id: params.id, form: Promise.all([offers.get(params.id), names()]) };
};
