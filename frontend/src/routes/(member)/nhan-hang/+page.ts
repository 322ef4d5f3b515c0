import { lines } from "#lib/api/lines";
import { only } from "#lib/guard";
import { stateOf } from "#lib/line/states";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "buyer" });
  const state = stateOf(url, "buyer");
  return { state, list: lines.deliveries(state) };
};
