import { error } from "@sveltejs/kit";
import { organisation } from "#lib/api/organisation";
import { member } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  if (!member().organisation) error(404);
  const director = member().user.role === "director";
  return {
    own: Promise.all([organisation.get(), organisation.members(), organisation.certificates(), names()]),
    clerkLimit: shownLater(organisation.clerkLimit()),
    tonnage: shownLater(organisation.tonnage(undefined)),
    changes: shownLater(organisation.changes()),
    documents: shownLater(organisation.documents()),
    appeals: shownLater(organisation.appeals()),
    invitations: director ? organisation.invitations() : null,
  };
};
