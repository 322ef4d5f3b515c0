import { officer } from "#lib/api/officer";
import { only } from "#lib/guard";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  return { dossier: officer.dossier(params.id) };
};
