import { tick } from "svelte";
import { Problem } from "#lib/api/problem";
import { fieldSentence, sentence } from "./errors";
import type { Fault } from "./fault";

/** The state of one form: faults by field path, the fault of the whole, and whether it is being sent. */
export class Form {
  /** Sentences by the path of the field in the body. */
  faults = $state<Record<string, string>>({});
  /** What went wrong with the request as a whole. */
  failure = $state<string | null>(null);
  busy = $state(false);
  #element: HTMLFormElement | null = null;

  /** Binds the `<form>`, so that the first faulty field can be focused. */
  attach = (element: HTMLFormElement) => {
    this.#element = element;
    return () => {
      this.#element = null;
    };
  };

  /** What is wrong with a field; `names` are the paths the server may use for it. */
  fault(...names: string[]): Fault | undefined {
    const name = names.find((one) => this.faults[one] !== undefined);
    if (name === undefined) return undefined;
    return { text: this.faults[name] ?? "", clear: () => this.clear(name) };
  }

  clear(name: string): void {
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([field]) => field !== name));
  }

  /** Faults found before sending: codes by field path. Whether there were any. */
  refuse(codes: Record<string, string | undefined>): boolean {
    const found = Object.entries(codes).filter((entry): entry is [string, string] => entry[1] !== undefined);
    this.faults = Object.fromEntries(found.map(([field, code]) => [field, fieldSentence(code)]));
    this.failure = null;
    if (found.length > 0) void this.#focusFirst();
    return found.length > 0;
  }

  /** Runs the request once: a second press while it is under way does nothing. Whether it succeeded. */
  async send(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await work();
      this.faults = {};
      return true;
    } catch (problem) {
      this.show(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What the server said against it: faults at their fields, or a sentence for the whole. */
  show(problem: unknown): void {
    const faults = problem instanceof Problem ? problem.faults : [];
    this.faults = Object.fromEntries(faults.map(({ field, code }) => [field.replace(/^terms\./, ""), fieldSentence(code)]));
    if (faults.length === 0) this.failure = sentence(problem);
    void this.#focusFirst();
  }

  async #focusFirst(): Promise<void> {
    await tick();
    const targets = this.#element?.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-invalid], [data-failure]') ?? [];
    const target = [...targets].find((one) => !one.closest("details:not([open])"));
    if (target) target.focus();
    // A fault of a field that this form does not show must not be silent.
    else if (Object.keys(this.faults).length > 0) this.failure ??= Object.values(this.faults)[0] ?? null;
  }
}
