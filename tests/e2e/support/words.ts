import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

type Catalogue = Record<string, unknown>;
const FOLDER = fileURLToPath(new URL("../../../frontend/src/lib/i18n/messages/", import.meta.url));
/** Shorter pieces of a sentence stand in names and goods too. */
const LONG = 15;
/** What people wrote themselves: the position they hold. */
const TYPED = ["Giám đốc"];

async function catalogue(language: "vi" | "en"): Promise<Catalogue> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(`.${language}.ts`));
  const parts = await Promise.all(files.map(async (name) => ((await import(FOLDER + name)) as { default: Catalogue }).default));
  return Object.assign({}, ...parts) as Catalogue;
}

/** What a message always says: itself, or what its template has between the arguments. */
function pieces(message: unknown): string[] {
  if (typeof message === "string") return [message];
  const templates = [...String(message).matchAll(/`((?:[^`\\]|\\.)*)`/g)].map(([, text]) => text ?? "");
  return templates.flatMap((text) => text.split(/\$\{[^}]*\}/)).map((text) => text.trim());
}

/** What the app says in Vietnamese and says otherwise in English. */
export async function vietnameseWords(): Promise<{ whole: string[]; parts: string[] }> {
  const [vi, en] = await Promise.all([catalogue("vi"), catalogue("en")]);
  const english = new Set(Object.values(en).flatMap(pieces));
  const words = Object.values(vi)
    .flatMap(pieces)
    .filter((text) => /[^\p{ASCII}\P{L}]/u.test(text) && !english.has(text) && !TYPED.includes(text));
  return { whole: words, parts: words.filter((text) => text.length >= LONG) };
}

/** Texts and names on the page that are such words: what stands in a language of its own is not looked at. */
export function leftIn(page: Page, words: { whole: string[]; parts: string[] }): Promise<string[]> {
  return page.evaluate(({ whole, parts }) => {
    const wholes = new Set(whole);
    const said: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element &&
      (node.matches("script, style, noscript, [lang]:not([lang=en])") || getComputedStyle(node).display === "none")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (node instanceof Element) said.push(...["aria-label", "placeholder", "title", "alt"].map((name) => node.getAttribute(name) ?? ""));
      else said.push(node.textContent ?? "");
    const plain = said.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
    return [...new Set(plain.filter((text) => wholes.has(text) || parts.some((part) => text.includes(part))))];
  }, words);
}
