import { contracts } from "#lib/api/contracts";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { contract: Promise.all([contracts.get(params.id), names()]) };
};
