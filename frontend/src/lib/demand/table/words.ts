import type { CertificateKind, Grade, ListWords } from "#lib/api/types";
import { plain } from "#lib/format";

/** The words of lists, as the server reads files: titles of columns, grades, certificates; all without marks. */
export class Words {
  readonly #titles = new Map<string, string>();
  readonly #grades = new Map<string, Grade>();
  readonly #papers = new Map<string, CertificateKind>();

  constructor({ columns, grades, certificates }: ListWords) {
    for (const { column, words } of columns) for (const word of words) note(this.#titles, tidy(word), column);
    for (const { value, words } of grades) for (const word of words) note(this.#grades, plain(word), value);
    for (const { value, words } of certificates) for (const word of words) note(this.#papers, plain(word), value);
  }

  /** The field a title names: by a word for it, or as a longer title that begins with one. */
  title(text: string): string | undefined {
    const whole = tidy(text);
    const parts = whole.split(" ");
    for (let n = parts.length; n > 0; n -= 1) {
      const begin = parts.slice(0, n).join(" ");
      if (n === parts.length || begin.length >= 4) {
        const found = this.#titles.get(begin);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  grade(text: string): Grade | undefined {
    return this.#grades.get(plain(text));
  }

  paper(text: string): CertificateKind | undefined {
    return this.#papers.get(plain(text));
  }
}

/** Without marks, units in brackets, stars and colons. */
function tidy(title: string): string {
  return plain(title.replace(/[([][^)\]]*[)\]]?/g, " ").replace(/[*:.]/g, ""));
}

/** The first who has a word keeps it. */
function note<T>(map: Map<string, T>, word: string, value: T): void {
  if (!map.has(word)) map.set(word, value);
}
