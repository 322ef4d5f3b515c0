import { describe, expect, it } from "vitest";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import memberEn from "./messages/member.en";
import memberVi from "./messages/member.vi";
import visitorEn from "./messages/visitor.en";
import visitorVi from "./messages/visitor.vi";

const vi = { ...visitorVi, ...memberVi };
const en = { ...visitorEn, ...memberEn };

/** Names and shapes that are the same in both languages. */
const brands = ["zalo", "coc_coc", "samsung", "edge", "opera", "firefox", "chrome", "safari"].map((name) => `browser.${name}`);
const same = new Set(["app.name", "paper.vietgap", "paper.globalgap", "paper.haccp", "paper.ocop", "catalogue.unit.kg", ...brands]);

type Any = Record<string, string | ((args: Record<string, unknown>) => string)>;
const source = vi as unknown as Any;
const other = en as unknown as Any;

/** The arguments a message reads, found by calling it, and its words with the arguments standing as their names. */
function read(message: Any[string]): { args: string[]; words: string } {
  if (typeof message === "string") return { args: [], words: message };
  const args = new Set<string>();
  const words = message(
    new Proxy(
      {},
      {
        get: (_, name) => {
          args.add(String(name));
          return `{${String(name)}}`;
        },
      },
    ),
  );
  return { args: [...args].sort(), words };
}

describe("the two languages", () => {
  it("have the same keys", () => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(source).sort());
  });

  it.each(Object.keys(source))("%s takes the same arguments and says something of its own", (key) => {
    const [here, there] = [source[key], other[key]];
    if (here === undefined || there === undefined) throw new Error("checked above");
    expect(read(there).args).toEqual(read(here).args);
    expect(read(here).words.trim()).not.toBe("");
    expect(read(here).words).toBe(read(here).words.normalize("NFC"));
    if (!same.has(key)) expect(read(there).words).not.toBe(read(here).words);
  });

  it("exempts nothing that differs", () => {
    expect([...same].filter((key) => source[key] !== other[key])).toEqual([]);
  });
});

/** The files that a page is made of, by their imports; what only a session shows is left out. */
function parts(file: string, found: Set<string>): Set<string> {
  if (found.has(file) || /shell\/(Rail|BottomBar)|lib\/i18n/.test(file)) return found;
  found.add(file);
  for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import) "((?:#lib|\.)\/?[^"]*)"/g)) {
    const path = name.startsWith("#lib/") ? join("src/lib", name.slice(5)) : join(dirname(file), name);
    const source = [path, `${path}.ts`].find((one) => /\.(ts|svelte)$/.test(one) && existsSync(one));
    if (source) parts(source, found);
  }
  return found;
}

describe("the pages of visitors", () => {
  it("say only what comes with the app", () => {
    const pages = globSync("src/routes/**/*.{ts,svelte}").filter((file) => !file.includes("(member)"));
    const files = pages.reduce((found, page) => parts(page, found), new Set<string>());
    expect(files.size).toBeGreaterThan(50);
    const members = Object.keys(memberVi);
    const said = [...files].flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const beginnings = [...text.matchAll(/\bt\(\s*`([\w.]+)\$\{/g)].map(([, start = ""]) => start);
      return members
        .filter((key) => text.includes(`"${key}"`) || beginnings.some((start) => key.startsWith(start)))
        .map((key) => `${key} in ${file}`);
    });
    expect(said).toEqual([]);
  });
});
