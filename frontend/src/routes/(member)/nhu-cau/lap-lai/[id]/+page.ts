import { recurringDemands } from "#lib/api/recurring-demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ side: "buyer", works: true });
  return { rule: Promise.all([recurringDemands.get(params.id), names()]) };
};
