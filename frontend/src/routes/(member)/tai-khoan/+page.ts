import { account } from "#lib/api/account";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return {
    account: account.get(),
    sso: account.sso(),
    sessions: account.sessions(),
    events: account.events(),
    consents: account.consents(),
  };
};
