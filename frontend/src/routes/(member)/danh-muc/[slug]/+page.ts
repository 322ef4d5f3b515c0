import { office } from "#lib/api/catalogue";
import { namesWith } from "#lib/market/catalogue";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  const file = session.role === "officer" ? office.variety(params.slug) : Promise.resolve(null);
  return { slug: params.slug, entry: Promise.all([namesWith(params.slug), file]) };
};
