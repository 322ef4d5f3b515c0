import { readStored, writeStored } from "#lib/storage";

const now = (): string => new Date().toISOString();

interface Kept<T> {
  version: 1;
  saved_at: string;
  value: T;
}

/** A form kept on this device until it is sent. One draft for each user and form. */
export class Draft<T> {
  savedAt = $state<string | null>(null);
  readonly #name: `draft.${string}`;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: string, user: string) {
    this.#name = `draft.${form}.${user}`;
  }

  /** What was kept, if it still reads. */
  read(): T | null {
    try {
      const kept = JSON.parse(readStored(this.#name) ?? "null") as Kept<T> | null;
      if (kept?.version !== 1) return null;
      this.savedAt = kept.saved_at;
      return kept.value;
    } catch {
      return null;
    }
  }

  /** Keeps the form a moment after the last change. */
  keep(value: T): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(value), 400);
  }

  save(value: T): void {
    clearTimeout(this.#timer);
    const saved_at = now();
    if (writeStored(this.#name, JSON.stringify({ version: 1, saved_at, value } satisfies Kept<T>))) this.savedAt = saved_at;
  }

  drop(): void {
    clearTimeout(this.#timer);
    writeStored(this.#name, null);
    this.savedAt = null;
  }
}
