import { office } from "#lib/api/office";
import { only } from "#lib/guard";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  return {
    round: Promise.all([office.round(params.id), office.trades(params.id), office.unmatched(params.id), office.marginals(params.id)]),
  };
};
