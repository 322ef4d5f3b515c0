import { error, redirect } from "@sveltejs/kit";
import { session } from "#lib/session.svelte";
import { opensAway } from "#lib/shell/memory";
import { elsewhere } from "#lib/shell/nav";
import type { LayoutLoad } from "./$types";

/** Everything in this group is for those who signed in; the way back is kept in the address. */
export const load: LayoutLoad = async ({ parent, url }) => {
  const { problem } = await parent();
  if (problem === null && session.current === null) redirect(307, `/dang-nhap?next=${encodeURIComponent(url.pathname + url.search)}`);
  if (session.away && !opensAway(url.pathname)) error(503);
  const to = session.current && elsewhere(session.current, url.pathname);
  if (to) redirect(307, to);
};
