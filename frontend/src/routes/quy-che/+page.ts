import { reference } from "#lib/api/reference";
import type { Language } from "#lib/i18n";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const asked = url.searchParams.get("ban");
  const version = asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : null;
  return { version, read: (language: Language) => reference.rules(language, version) };
};
