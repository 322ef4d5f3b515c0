import { error, redirect } from "@sveltejs/kit";
import { ready, session } from "#lib/session.svelte";
import { opensAway } from "#lib/shell/memory";
import { elsewhere } from "#lib/shell/nav";
import type { LayoutLoad } from "./$types";

/** Everything in this group is for those who signed in; the way back is kept in the address. */
export const load: LayoutLoad = async ({ parent, url }) => {
  const { problem } = await parent();
  // The network may be back without a word of the browser: the server is asked before a page is refused.
  if (session.away && !opensAway(url.pathname)) await ready().catch(() => undefined);
  if ((problem === null || session.instance !== null) && session.current === null)
    redirect(307, `/dang-nhap?next=${encodeURIComponent(url.pathname + url.search)}`);
  if (session.away && !opensAway(url.pathname)) error(503);
  const to = session.current && elsewhere(session.current, url.pathname);
  if (to) redirect(307, to);
};
