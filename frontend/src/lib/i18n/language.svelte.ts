import { readStored, writeStored } from "#lib/storage";
import source from "./messages/vi";
import type { Translation } from "./types";

type Source = typeof source;
export type Key = keyof Source;
export type Dictionary = Translation<Source>;
export type Language = "vi" | "en";

/** Arguments of a message: none for a sentence, one object for a function. */
type Args<K extends Key> = Source[K] extends (args: infer A) => string ? [A] : [];

/** Keys of sentences without arguments: what a table of states may name. */
export type PlainKey = { [K in Key]: Source[K] extends string ? K : never }[Key];

let language = $state<Language>("vi");
let dictionary = $state.raw<Dictionary>(source);

/** Vietnamese comes with the app, English when somebody wants it. */
async function load(wanted: Language): Promise<Dictionary> {
  return wanted === "en" ? (await import("./messages/en")).default : source;
}

export function storedLanguage(): Language {
  return readStored("language") === "en" ? "en" : "vi";
}

export async function setLanguage(wanted: Language): Promise<void> {
  dictionary = await load(wanted);
  language = wanted;
  document.documentElement.lang = wanted;
  writeStored("language", wanted);
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
