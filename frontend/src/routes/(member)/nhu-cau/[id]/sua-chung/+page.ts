import { demands } from "#lib/api/demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ side: "buyer", works: true });
  return { id: params.id, form: Promise.all([demands.get(params.id), names()]) };
};
