import { varietyRequests } from "#lib/api/variety-requests";
import { only } from "#lib/guard";
import { session } from "#lib/session.svelte";
import { error } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ works: true });
  if (session.side === null) error(404);
  return { name: url.searchParams.get("ten") ?? "", list: varietyRequests.list() };
};
