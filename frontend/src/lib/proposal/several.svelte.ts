import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Problem } from "#lib/api/problem";
import { proposals, type ProposalRow } from "#lib/api/proposals";
import { sentence } from "#lib/form/errors";
import { sumKg, vnd, weight } from "#lib/format";
import { t } from "#lib/i18n";
import { toasts } from "#lib/toast.svelte";

interface Outcome {
  id: string;
  done: boolean;
  problem?: { status: number; code: string } | null | undefined;
}

/** Proposals that are chosen to be answered alike, and what came of it; each succeeds or fails by itself. */
export class Several {
  readonly chosen = new SvelteSet<string>();
  /** Why some could not be answered, by their id. */
  readonly refused = new SvelteMap<string, string>();
  #rows = $state.raw<() => readonly ProposalRow[]>(() => []);
  readonly picked = $derived.by(() => this.#rows().filter(({ id }) => this.chosen.has(id)));
  readonly sum = $derived.by(() => ({
    kg: weight(sumKg(this.picked.map(({ kg_total }) => kg_total)), t("unit.tonnes")),
    total: vnd(this.picked.reduce((all, { total }) => all + total, 0)),
  }));

  /** Of these; those that are not among them any more are not answered. */
  constructor(rows: () => readonly ProposalRow[] = () => []) {
    this.#rows = rows;
  }

  /** Of these from now on: what is chosen and what was refused outlives the list, which is read anew after an answer. */
  show(rows: () => readonly ProposalRow[]): void {
    this.#rows = rows;
  }

  /** All of them, or none when all are chosen. */
  toggle(some: readonly ProposalRow[]): void {
    const all = some.every(({ id }) => this.chosen.has(id));
    for (const { id } of some) {
      if (all) this.chosen.delete(id);
      else this.chosen.add(id);
    }
  }

  /** The ids of those that are answered now. */
  async accept(): Promise<string[]> {
    const { items } = await proposals.acceptSeveral(this.#asked());
    const count = (which: "accepted" | "asked") => items.filter((item) => item[which]).length;
    if (count("accepted") > 0) toasts.say(t("proposal.bulk.done", { n: count("accepted") }));
    if (count("asked") > 0) toasts.say(t("approval.askedSeveral", { n: count("asked") }));
    return this.#told(items.map(({ id, accepted, asked, problem }) => ({ id, done: accepted || asked, problem })));
  }

  async decline(reason: string): Promise<string[]> {
    const { items } = await proposals.declineSeveral(this.#asked(), reason);
    const done = this.#told(items.map(({ id, declined, problem }) => ({ id, done: declined, problem })));
    if (done.length > 0) toasts.say(t("proposal.desk.declined", { n: done.length }));
    return done;
  }

  #asked() {
    return this.picked.map(({ id, revision }) => ({ id, revision }));
  }
  #told(outcomes: Outcome[]): string[] {
    this.refused.clear();
    for (const { id, done, problem } of outcomes) {
      this.chosen.delete(id);
      if (!done) this.refused.set(id, sentence(new Problem(problem?.status ?? 0, problem?.code ?? "unknown")));
    }
    return outcomes.flatMap(({ id, done }) => (done ? [id] : []));
  }
}
