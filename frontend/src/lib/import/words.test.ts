import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import memberEn from "#lib/i18n/messages/member.en";
import memberVi from "#lib/i18n/messages/member.vi";
import visitorEn from "#lib/i18n/messages/visitor.en";
import visitorVi from "#lib/i18n/messages/visitor.vi";

/** The reader's own list of what it can say; a test there holds it to the source. */
const lines = readFileSync("../crates/sheets/codes.txt", "utf8").trim().split("\n");
const places: Record<string, (code: string) => string[]> = {
  question: (code) => [`import.why.${code}`, `field.${code}`],
  correction: (code) => [`import.fix.${code}`],
  skip: (code) => [`import.skip.${code}`],
  file: (code) => [`field.${code}`],
  column: (code) => [`import.column.${code}`],
};

describe.each([
  ["Vietnamese", { ...visitorVi, ...memberVi }],
  ["English", { ...visitorEn, ...memberEn }],
])("every code of the reader has its words in %s", (_, words) => {
  it.each(lines)("%s", (line) => {
    const [sort = "", code = ""] = line.split(" ");
    expect(places[sort]?.(code).some((key) => key in words)).toBe(true);
  });
});
