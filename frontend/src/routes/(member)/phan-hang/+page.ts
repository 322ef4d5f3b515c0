import { reference } from "#lib/api/reference";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { grades: shownLater(reference.grades()) };
};
