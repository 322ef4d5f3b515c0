import { redirect } from "@sveltejs/kit";
import { demands } from "#lib/api/demands";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "buyer", works: true });
  const from = url.searchParams.get("tu");
  // What to repeat is chosen on the page of a demand.
  if (!from) redirect(307, "/nhu-cau/lap-lai");
  return { from, form: Promise.all([demands.get(from), names()]) };
};
