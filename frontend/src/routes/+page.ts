import { redirect } from "@sveltejs/kit";
import { market } from "#lib/api/market";
import { homeOf, session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  if (session.current) redirect(307, homeOf(session.current));
  return { market: Promise.all([market.summary(), market.offers({ limit: 8 })]) };
};
