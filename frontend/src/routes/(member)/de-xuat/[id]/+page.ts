import { proposals } from "#lib/api/proposals";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  return { proposal: proposals.get(params.id) };
};
