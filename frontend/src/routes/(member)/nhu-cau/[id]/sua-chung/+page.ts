import { demands } from "#lib/api/demands";
import { only } from "#lib/guard";
import { openPoints } from "#lib/demand/points";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

/** A demand, and all of its form that may still change: each has terms of its own. */
async function withPoints(id: string) {
  const demand = await demands.get(id);
  return { demand, open: await Promise.all(openPoints(demand).map((point) => demands.get(point.id))) };
}

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  only({ side: "buyer", works: true });
  return { id: params.id, form: Promise.all([withPoints(params.id), names()]) };
};
