import { recurringDemands } from "#lib/api/recurring-demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ side: "buyer", works: true });
  return { list: Promise.all([recurringDemands.list({ limit: 20 }), names()]) };
};
