import { office } from "#lib/api/office";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ role: "officer" });
  return { market: Promise.all([office.overview(), office.balance(), office.prices(), names()]) };
};
