export { currentLanguage, loadMemberWords, maybe, named, setLanguage, storedLanguage, t } from "./i18n/language.svelte";
export type { Key, Language, PlainKey } from "./i18n/language.svelte";
