import type { Page } from "./api/types";

/** A list that grows by "Xem thêm": the first page comes from the page's load, the others from here. */
export class Paged<T> {
  items = $state.raw<T[]>([]);
  next = $state<string | null>(null);
  busy = $state(false);
  problem = $state.raw<unknown>(null);
  readonly #fetch: (after: string) => Promise<Page<T>>;

  constructor(first: Page<T>, fetch: (after: string) => Promise<Page<T>>) {
    this.items = first.items;
    this.next = first.next ?? null;
    this.#fetch = fetch;
  }

  more = async (): Promise<void> => {
    if (this.busy || this.next === null) return;
    this.busy = true;
    this.problem = null;
    try {
      const page = await this.#fetch(this.next);
      this.items = [...this.items, ...page.items];
      this.next = page.next ?? null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}
