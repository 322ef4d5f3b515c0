import { imports } from "#lib/api/imports";
import { only } from "#lib/guard";
import { session } from "#lib/session.svelte";
import { error } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const list = () => imports.list();
  if (session.role === "officer") {
    const papers = url.searchParams.get("loai") === "giay";
    return { kind: papers ? ("certificates" as const) : ("organisations" as const), list: list() };
  }
  only({ works: true });
  if (session.side === null) error(404);
  return { kind: session.side === "supplier" ? ("offers" as const) : ("demands" as const), list: list() };
};
