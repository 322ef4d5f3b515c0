import { redirect } from "@sveltejs/kit";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

/** The deliveries of one contract, for those who carry and weigh; everybody else reads the contract. */
export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  if (session.role !== "driver") redirect(307, `/hop-dong/${params.id}`);
  return { contract: params.id };
};
