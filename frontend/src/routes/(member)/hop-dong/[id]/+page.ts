import { contracts } from "#lib/api/contracts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { contract: contracts.get(params.id) };
};
