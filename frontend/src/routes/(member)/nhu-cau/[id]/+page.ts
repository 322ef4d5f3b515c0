import { demands } from "#lib/api/demands";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { demand: Promise.all([demands.get(params.id), names()]) };
};
