import { Problem } from "#lib/api/problem";
import { changes, type Change, type Fact } from "./facts";

/** One edit of a post: the version it is made on, and what another member changed meanwhile. */
export class Edit<T extends { version: number }> {
  /** What somebody else changed since this form was opened; nothing while nobody was faster. */
  changed = $state.raw<Change[] | null>(null);
  /** The version that the person has seen, once it is newer than the one the form was opened with. */
  #seen: T | null = null;
  #newest: T | null = null;

  /** Saves on the version last seen. Whether it is saved; when not, `changed` says what stands there now. */
  async save(opened: T, facts: (post: T) => Fact[], put: (version: number) => Promise<unknown>): Promise<boolean> {
    const base = this.#seen ?? opened;
    try {
      await put(base.version);
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== "stale" || !problem.current) throw problem;
      this.#newest = problem.current as T;
      this.changed = changes(facts(opened), facts(this.#newest));
      return false;
    }
  }

  /** Goes on with what is typed: the next save is made on the newest version. */
  keep(): void {
    this.#seen = this.#newest;
    this.changed = null;
  }

  /** Forgets all of it, for a form that is opened again. */
  restart(): void {
    this.#seen = this.#newest = null;
    this.changed = null;
  }
}
