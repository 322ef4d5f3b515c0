import { demands } from "#lib/api/demands";
import { organisation } from "#lib/api/organisation";
import { member, only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ side: "buyer", works: true });
  return { user: member().user.id, table: Promise.all([names(), demands.words(), organisation.get()]) };
};
