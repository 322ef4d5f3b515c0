import { offers } from "#lib/api/offers";
import { organisation } from "#lib/api/organisation";
import { member, only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "supplier", works: true });
  const again = url.searchParams.get("lap-lai");
  return { user: member().user.id, form: Promise.all([names(), organisation.get(), again === null ? null : offers.get(again)]) };
};
