import { redirect } from "@sveltejs/kit";
import { searches } from "#lib/api/searches";
import { names } from "#lib/market/catalogue";
import { addressOf } from "#lib/search/address";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  // A notice names one search: its posts are what the reader wants to see.
  const asked = url.searchParams.get("mo");
  if (asked === null) return { list: Promise.all([searches.list(), names()]) };
  const kept = await searches.list();
  const one = kept.items.find(({ id }) => id === asked);
  if (one) redirect(307, addressOf(one.side, one.search));
  return { list: names().then((known) => [kept, known] as const) };
};
