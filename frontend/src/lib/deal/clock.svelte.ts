import { createSubscriber } from "svelte/reactivity";
import { now } from "#lib/format";

/** The present instant for what counts down; it moves only while a screen shows it. */
class Ticking {
  readonly #subscribe: () => void;

  constructor(every: number) {
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(update, every);
      return () => clearInterval(timer);
    });
  }

  get now(): number {
    this.#subscribe();
    return now();
  }
}

export const minuteClock = new Ticking(20_000);
export const secondClock = new Ticking(1_000);
