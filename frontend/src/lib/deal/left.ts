/** What is left until a deadline, as people say it: minutes and hours under two days, then the day itself. */
export type Left = { over: true } | { minutes: number } | { hours: number } | { at: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function leftUntil(instant: string, now: number): Left {
  const left = Date.parse(instant) - now;
  if (left <= 0) return { over: true };
  if (left < HOUR) return { minutes: Math.max(1, Math.floor(left / MINUTE)) };
  if (left < 48 * HOUR) return { hours: Math.floor(left / HOUR) };
  return { at: instant };
}

/** "09:41", for a code that dies in minutes. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
