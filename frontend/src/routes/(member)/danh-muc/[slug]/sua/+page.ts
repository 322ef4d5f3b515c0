import { office } from "#lib/api/catalogue";
import { only } from "#lib/guard";
import { namesWith } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ role: "officer" });
  return { slug: params.slug, entry: Promise.all([namesWith(params.slug), office.variety(params.slug)]) };
};
