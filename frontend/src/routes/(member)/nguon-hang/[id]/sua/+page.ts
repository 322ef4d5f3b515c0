import { offers } from "#lib/api/offers";
import { only } from "#lib/guard";
import { names } from "#lib/market/catalogue";
import { session } from "#lib/session.svelte";
import { error } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  // The office corrects what it entered, until the organisation answers.
  const office = session.role === "officer";
  if (!office) only({ side: "supplier", works: true });
  const post = offers.get(params.id).then((post) => {
    if (office && !post.assisted?.correctable) error(404);
    return post;
  });
  return { id: params.id, form: Promise.all([post, names()]) };
};
