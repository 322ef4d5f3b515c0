import { offers } from "#lib/api/offers";
import { organisation } from "#lib/api/organisation";
import { member, only } from "#lib/guard";
import { Problem } from "#lib/api/problem";
import { names } from "#lib/market/catalogue";
import { placeOf } from "#lib/market/places";
import { rememberedHome, rememberHome } from "#lib/shell/memory";
import type { PageLoad } from "./$types";

/** Where the goods are loaded unless somebody says otherwise; without a network as this device remembers it. */
async function home() {
  try {
    const place = placeOf(await organisation.get());
    rememberHome(place);
    return place;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 0) return rememberedHome();
    throw problem;
  }
}

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "supplier", works: true });
  const again = url.searchParams.get("lap-lai");
  return { user: member().user.id, form: Promise.all([names(), home(), again === null ? null : offers.get(again)]) };
};
