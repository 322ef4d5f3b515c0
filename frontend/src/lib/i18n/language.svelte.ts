import { readStored, writeStored } from "#lib/storage";
import type member from "./messages/member.vi";
import source from "./messages/visitor.vi";
import type { Translation } from "./types";

type Source = typeof source & typeof member;
export type Key = keyof Source;
export type Dictionary = Translation<Source>;
export type Language = "vi" | "en";

/** Arguments of a message: none for a sentence, one object for a function. */
type Args<K extends Key> = Source[K] extends (args: infer A) => string ? [A] : [];

/** Keys of sentences without arguments: what a table of states may name. */
export type PlainKey = { [K in Key]: Source[K] extends string ? K : never }[Key];

let language = $state<Language>("vi");
/** Whole once somebody is signed in; a test holds the pages of visitors to the words that are always there. */
let dictionary = $state.raw(source as unknown as Dictionary);
/** What the screen is on its way to; an older way that arrives late is dropped. */
let wanted: { language: Language; all: boolean } = { language: "vi", all: false };

/** Vietnamese for visitors comes with the app, the rest when somebody wants it. */
async function load(language: Language, all: boolean): Promise<Dictionary> {
  const [words, more] =
    language === "en"
      ? await Promise.all([import("./messages/visitor.en"), all ? import("./messages/member.en") : null])
      : [{ default: source }, all ? await import("./messages/member.vi") : null];
  return { ...words.default, ...more?.default } as Dictionary;
}

async function change(next: typeof wanted): Promise<void> {
  const before = wanted;
  wanted = next;
  const words = await load(next.language, next.all).catch((problem: unknown) => {
    // Asked for again, it is loaded again.
    if (wanted === next) wanted = before;
    throw problem;
  });
  if (wanted !== next) return;
  dictionary = words;
  language = next.language;
}

/** The words of the pages behind the sign-in; waited for before a session is shown. */
export async function loadMemberWords(): Promise<void> {
  if (!wanted.all) await change({ ...wanted, all: true });
}

export function storedLanguage(): Language {
  return readStored("language") === "en" ? "en" : "vi";
}

export async function setLanguage(next: Language): Promise<void> {
  await change({ ...wanted, language: next });
  document.documentElement.lang = next;
  writeStored("language", next);
}

export function currentLanguage(): Language {
  return language;
}

/** Picks the name in the language of the screen from a row that has both. */
export function named(row: { name_vi: string; name_en: string }): string {
  const name = language === "en" ? row.name_en : row.name_vi;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

export function t<K extends Key>(key: K, ...args: Args<K>): string {
  const message = dictionary[key];
  return typeof message === "function" ? message(args[0]) : message;
}

/** A message whose key comes from data (a code of the server), or nothing when there is none. */
export function maybe(key: string): string | undefined {
  const message = (dictionary as Record<string, unknown>)[key];
  return typeof message === "string" ? message : undefined;
}
