import { officer } from "#lib/api/officer";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  return { id: params.id, form: Promise.all([officer.dossier(params.id), names()]) };
};
