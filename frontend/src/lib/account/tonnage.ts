import type { Tonnage } from "#lib/api/types";
import { fromGrams, grams } from "#lib/format";

/** An offer as it would stand: of which goods and how much, and how much of it is counted already when it is a changed one. */
export interface Intended {
  variety: string;
  kg: string;
  /** What the offer had before this change. */
  before: string;
}

/** Papers that the intended offer would take above what they can grow, each with by how much. */
export function beyond(papers: readonly Tonnage[], { variety, kg, before }: Intended): { paper: Tonnage; over: string }[] {
  return papers
    .filter(({ varieties }) => varieties.length === 0 || varieties.includes(variety))
    .map((paper) => ({ paper, over: grams(paper.offered) - grams(before) + grams(kg) - grams(paper.can_grow) }))
    .filter(({ over }) => over > 0)
    .map(({ paper, over }) => ({ paper, over: fromGrams(over) }));
}
