import { imports } from "#lib/api/imports";
import type { RowState } from "#lib/api/types";
import { only } from "#lib/guard";
import { rowLooks } from "#lib/import/look";
import { session } from "#lib/session.svelte";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params, url }) => {
  await parent();
  if (session.role !== "officer") only({ works: true });
  const asked = url.searchParams.get("dong") ?? "";
  const query = asked in rowLooks ? { state: asked as RowState } : {};
  return { id: params.id, query, both: Promise.all([imports.get(params.id), imports.rows(params.id, query)]) };
};
