import { setLanguage, storedLanguage } from "#lib/i18n";
import { ready } from "#lib/session.svelte";
import type { LayoutLoad } from "./$types";

export const ssr = false;
export const prerender = false;

/** Words and session come before the first page. Without the server the shell still opens and says what is wrong. */
export const load: LayoutLoad = async () => {
  const [, problem] = await Promise.all([
    setLanguage(storedLanguage()),
    ready().then(
      () => null,
      (cause: unknown) => cause,
    ),
  ]);
  return { problem };
};
