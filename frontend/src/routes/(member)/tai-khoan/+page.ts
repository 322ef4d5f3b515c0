import { account } from "#lib/api/account";
import { shownLater } from "#lib/shown-later";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return {
    account: account.get(),
    sso: shownLater(account.sso()),
    sessions: account.sessions(),
    events: account.events(),
    consents: account.consents(),
  };
};
