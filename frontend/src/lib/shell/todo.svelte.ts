import { tasks } from "#lib/api/tasks";
import { session } from "#lib/session.svelte";

let count = $state(0);
let asked = 0;

/** Asked at most this often, in milliseconds: the count is a hint, not a clock. */
const PAUSE = 20_000;

/** How many things the member has to do. Asked when the reader moves on, so an idle page sends nothing. */
export const todo = {
  get count(): number {
    return session.side ? count : 0;
  },
  async ask(): Promise<void> {
    // A driver has the list of deliveries.
    if (!session.side || session.role === "driver" || Date.now() - asked < PAUSE) return;
    asked = Date.now();
    try {
      count = (await tasks()).items.length;
    } catch {
      // The next page asks again; a hint is not worth an error.
    }
  },
};
