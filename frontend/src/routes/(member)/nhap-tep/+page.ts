import { imports } from "#lib/api/imports";
import { only } from "#lib/guard";
import { session } from "#lib/session.svelte";
import { error } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  only({ works: true });
  if (session.side === null) error(404);
  const kind = session.side === "supplier" ? ("offers" as const) : ("demands" as const);
  return { kind, list: imports.list() };
};
