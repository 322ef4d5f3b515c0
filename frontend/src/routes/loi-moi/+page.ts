import { account } from "#lib/api/account";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const token = url.searchParams.get("token") ?? "";
  return { token, invitation: account.invitation(token) };
};
