import { account } from "#lib/api/account";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  return { verified: account.confirmEmail(url.searchParams.get("token") ?? "") };
};
