import { error } from "@sveltejs/kit";
import { demands } from "#lib/api/demands";
import { market } from "#lib/api/market";
import { offers } from "#lib/api/offers";
import { tasks } from "#lib/api/tasks";
import { member } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const { organisation } = member();
  if (!organisation) error(404);
  const open = { status: "open", limit: 5 } as const;
  const own =
    organisation.side === "supplier"
      ? { offers: offers.list(open), demands: null }
      : { offers: null, demands: Promise.all([demands.list(open), names()]) };
  return { organisation, tasks: tasks(), next: market.nextRound(), ...own };
};
