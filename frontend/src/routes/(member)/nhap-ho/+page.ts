import { assisted } from "#lib/api/assisted";
import { forMembers } from "#lib/api/for-members";
import { states } from "#lib/assisted/look";
import { only } from "#lib/guard";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ role: "officer" });
  const asked = url.searchParams.get("trang-thai");
  const status = states.find((state) => state === asked);
  const organisation = url.searchParams.get("to-chuc");
  const query = { ...(status ? { status } : {}), ...(organisation ? { organisation } : {}) };
  return { query, list: assisted.list(query), acts: shownLater(forMembers.log(organisation ?? undefined)) };
};
