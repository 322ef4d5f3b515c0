import { mail } from "#lib/api/mail";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { settings: mail.settings(), sent: mail.sent() };
};
