import { describe, expect, it } from "vitest";
import en from "./messages/en";
import vi from "./messages/vi";

/** Names and shapes that are the same in both languages. */
const same = new Set(["app.name"]);

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
