import { Problem } from "#lib/api/problem";
import { reference } from "#lib/api/reference";
import type { Catalogue, CatalogueVariety, CertificateKind, Grade } from "#lib/api/types";
import { plain } from "#lib/format";
import { named, t, type PlainKey } from "#lib/i18n";

/** Names for the slugs that posts carry. */
export class Names {
  readonly #varieties: Map<string, CatalogueVariety>;
  readonly #products: Map<string, { name_vi: string; name_en: string }>;

  constructor(readonly catalogue: Catalogue) {
    this.#products = new Map(catalogue.products.map((product) => [product.slug, product]));
    this.#varieties = new Map(catalogue.products.flatMap(({ varieties }) => varieties.map((variety) => [variety.slug, variety])));
  }

  variety(slug: string): string {
    const found = this.#varieties.get(slug);
    return found ? named(found) : slug;
  }
  /** Everything the catalogue says of it. */
  entry(slug: string): CatalogueVariety | undefined {
    return this.#varieties.get(slug);
  }
  product(slug: string): string {
    const found = this.#products.get(slug);
    return found ? named(found) : slug;
  }
  productOf(variety: string): string | undefined {
    return this.#varieties.get(variety)?.product;
  }
  /** "Cà chua, mọi giống", or the varieties by name. */
  wanted(product: string, varieties: readonly string[]): string {
    return varieties.length === 0
      ? t("demand.anyVariety", { product: this.product(product) })
      : varieties.map((slug) => this.variety(slug)).join(", ");
  }
}

export async function names(): Promise<Names> {
  return new Names(await reference.catalogue());
}

/** The names with a variety that somebody was just told of: one that came after they were loaded is asked for once. */
export async function namesWith(variety: string): Promise<Names> {
  const loaded = await names();
  if (loaded.entry(variety)) return loaded;
  reference.forgetCatalogue();
  return await names();
}

/** The server knows old names and wrong spellings; without a network the words of the loaded catalogue must do. */
export async function findVarieties({ catalogue }: Names, text: string) {
  try {
    return (await reference.searchVarieties(text)).items;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 0) throw problem;
    const words = plain(text).split(" ");
    return catalogue.products
      .flatMap(({ varieties }) => varieties)
      .filter((variety) => !variety.resting && answers(variety, words))
      .slice(0, 20);
  }
}

/** Its other names as people read them: a spelling without marks only finds it. */
export function otherNames({ name_vi, also }: CatalogueVariety): string[] {
  const shown = new Set([plain(name_vi)]);
  return also.filter((name) => {
    const fresh = !shown.has(plain(name));
    shown.add(plain(name));
    return fresh;
  });
}

/** Whether a variety is called so: every word stands in one of its names, marks left out. */
export function answers({ name_vi, name_en, also }: CatalogueVariety, words: readonly string[]): boolean {
  const names = plain([name_vi, name_en, ...also].join(" "));
  return words.every((word) => names.includes(word));
}

export const grades = ["extra", "first", "second", "ungraded"] as const satisfies readonly Grade[];

export function gradeName(grade: Grade): string {
  return t(`grade.${grade}` satisfies PlainKey);
}

/** The name of a kind of certificate; public pages read it without the catalogue. */
export function paperName(kind: CertificateKind): string {
  return t(`paper.${kind}` satisfies PlainKey);
}

export function gradeOptions(): { value: Grade; label: string }[] {
  return grades.map((grade) => ({ value: grade, label: gradeName(grade) }));
}
