import { offers } from "#lib/api/offers";
import { officer } from "#lib/api/officer";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  // Said to be repeated; a form without it is as good.
  const last = offers
    .list({ organisation: params.id, limit: 1 })
    .then(({ items }) => items[0] ?? null)
    .catch(() => null);
  return { id: params.id, form: Promise.all([officer.dossier(params.id), names(), last]) };
};
