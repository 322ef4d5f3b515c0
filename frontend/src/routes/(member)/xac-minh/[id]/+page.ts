import { officer } from "#lib/api/officer";
import { organisation } from "#lib/api/organisation";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  return {
    dossier: Promise.all([officer.dossier(params.id), names(), organisation.certificates(params.id)]),
    notes: shownLater(officer.notes(params.id)),
    tonnage: shownLater(organisation.tonnage(undefined, params.id)),
  };
};
