import { notices } from "#lib/api/notices";

let count = $state(0);
let asked = 0;

/** Asked at most this often, in milliseconds: the count is a hint, not a clock. */
const PAUSE = 20_000;

/** How many notices wait. Asked when the reader moves on, so an idle page sends nothing. */
export const unread = {
  get count(): number {
    return count;
  },
  async ask(): Promise<void> {
    if (Date.now() - asked < PAUSE) return;
    asked = Date.now();
    try {
      count = (await notices.unread()).unread;
    } catch {
      // The next page asks again; a hint is not worth an error.
    }
  },
  none(): void {
    count = 0;
  },
};
