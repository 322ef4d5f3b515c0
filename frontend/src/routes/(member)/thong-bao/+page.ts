import { notices } from "#lib/api/notices";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { list: notices.list() };
};
