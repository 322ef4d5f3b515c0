import { lines } from "#lib/api/lines";
import { only } from "#lib/guard";
import { stateOf } from "#lib/line/states";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  only({ side: "supplier" });
  const state = stateOf(url, "supplier");
  return { state, list: lines.deliveries(state) };
};
