import { Problem } from "#lib/api/problem";
import { readStored, writeStored } from "#lib/storage";
import { uuid } from "#lib/uuid";

const now = (): string => new Date().toISOString();

interface Kept<T> {
  version: 2;
  saved_at: string;
  /** The idempotency key: one for the whole life of a draft, so that it becomes one post however often it is sent. */
  key: string;
  /** To be sent as soon as there is a network. */
  waiting: boolean;
  /** What the server said when it did not take it. */
  refused: Pick<Problem, "status" | "code" | "faults" | "requestId"> | null;
  value: T;
}

/** A form kept on this device, as it is typed, until it is sent. One draft for each user and form. */
export class Draft<T> {
  savedAt = $state<string | null>(null);
  waiting = $state(false);
  refused = $state.raw<Problem | null>(null);
  readonly #name: `draft.${string}`;
  #key: string | null = null;

  constructor(form: string, user: string) {
    this.#name = `draft.${form}.${user}`;
  }

  /** What was kept, if it still reads; also what another tab kept since. */
  read(): T | null {
    const kept = this.#stored();
    this.savedAt = kept?.saved_at ?? null;
    this.waiting = kept?.waiting ?? false;
    this.refused = kept?.refused ? problemOf(kept.refused) : null;
    this.#key = kept?.key ?? this.#key;
    return kept?.value ?? null;
  }

  /** The key of every request that sends this draft. A device that cannot store keeps it as long as the page. */
  get key(): string {
    return (this.#key ??= this.#stored()?.key ?? uuid());
  }

  /** Keeps what is typed. What was waiting is a draft again: only what its writer finished leaves by itself. */
  keep(value: T): void {
    this.#save(value, false, null);
  }

  /** Keeps it until there is a network. */
  wait(value: T): void {
    this.#save(value, true, null);
  }

  /** Keeps it with what the server said, for whoever opens the form again. */
  refuse(value: T, why: Problem): void {
    this.#save(value, false, why);
  }

  drop(): void {
    writeStored(this.#name, null);
    this.#key = null;
    this.savedAt = null;
    this.waiting = false;
    this.refused = null;
  }

  #stored(): Kept<T> | null {
    try {
      const kept = JSON.parse(readStored(this.#name) ?? "null") as Kept<T> | null;
      return kept?.version === 2 ? kept : null;
    } catch {
      return null;
    }
  }

  #save(value: T, waiting: boolean, why: Problem | null): void {
    const saved_at = now();
    const refused = why && { status: why.status, code: why.code, faults: why.faults, requestId: why.requestId };
    const kept: Kept<T> = { version: 2, saved_at, key: this.key, waiting, refused, value };
    if (writeStored(this.#name, JSON.stringify(kept))) this.savedAt = saved_at;
    this.waiting = waiting;
    this.refused = why;
  }
}

function problemOf({ status, code, faults, requestId }: NonNullable<Kept<unknown>["refused"]>): Problem {
  return new Problem(status, code, faults, requestId);
}
