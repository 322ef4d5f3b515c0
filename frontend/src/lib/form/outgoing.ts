import { Problem } from "#lib/api/problem";
import type { PlainKey } from "#lib/i18n";
import { Draft } from "./draft.svelte";

/** What a form posts, where it is typed and listed, and what is said about it. */
export interface Posting<T> {
  form: "offer" | "demand" | "demand-table";
  /** The page of the form. */
  page: string;
  list: string;
  words: { posted: PlainKey; waiting: PlainKey; refused: PlainKey };
  /** Sends it once for each key; gives the id of what was made. */
  send: (typed: T, key: string) => Promise<string>;
  /** Where what was made is shown; its own page when left out. */
  address?: (id: string) => string;
}

/** The same request may succeed later: no network, a server that rests, a sign-in that ran out. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status >= 500 || [401, 408, 429].includes(status);
}

/** A form's draft on its way to the server: by the button, or by itself when the network is back. */
export class Outgoing<T> {
  readonly draft: Draft<T>;
  #sending: Promise<string | null> | null = null;

  constructor(
    readonly posting: Posting<T>,
    user: string,
  ) {
    this.draft = new Draft(posting.form, user);
  }

  /** By the button. The address of what was made, or nothing when it now waits for the network. */
  send(typed: T): Promise<string | null> {
    return this.#once(async () => {
      try {
        return await this.#post(typed);
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.status !== 0) throw problem;
        this.draft.wait(typed);
        return null;
      }
    });
  }

  /** By itself: what waits, if anything does. What may pass goes on waiting. */
  flush(): Promise<string | null> {
    return this.#once(async () => {
      const typed = this.draft.read();
      if (typed === null || !this.draft.waiting) return null;
      return await this.#post(typed).catch(() => null);
    });
  }

  async #post(typed: T): Promise<string> {
    try {
      const id = await this.posting.send(typed, this.draft.key);
      this.draft.drop();
      return this.posting.address?.(id) ?? `${this.posting.list}/${id}`;
    } catch (problem) {
      if (problem instanceof Problem && !mayPass(problem)) this.draft.refuse(typed, problem);
      throw problem;
    }
  }

  /** A second call while one is under way gets the first one's answer. */
  #once(work: () => Promise<string | null>): Promise<string | null> {
    this.#sending ??= work().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }
}

const all = new Map<string, unknown>();

/** One for each form and user, shared by the form's page and by what sends by itself. */
export function outgoing<T>(posting: Posting<T>, user: string): Outgoing<T> {
  const name = `${posting.form}.${user}`;
  const found = (all.get(name) as Outgoing<T> | undefined) ?? new Outgoing(posting, user);
  all.set(name, found);
  return found;
}
