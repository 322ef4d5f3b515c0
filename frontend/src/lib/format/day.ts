/** Civil days are `YYYY-MM-DD` strings; their arithmetic runs in UTC, so no time zone can move them. */
const DAY_MS = 86_400_000;
const ZONE = "Asia/Ho_Chi_Minh";

export type DayFault = "empty" | "format" | "no_such_day" | "no_such_month" | "two_digit_year" | "no_day";
export type Day = { day: string } | { fault: DayFault };

const two = (value: number | string): string => String(value).padStart(2, "0");
const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function plusDays(day: string, days: number): string {
  return new Date(stamp(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((stamp(to) - stamp(from)) / DAY_MS);
}

/** 0 is Monday. */
export function weekday(day: string): number {
  return (new Date(stamp(day)).getUTCDay() + 6) % 7;
}

/** The day in Viet Nam at an instant, whatever clock the device keeps. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** How far the clock of the instance is ahead of the device's; a demo keeps a time of its own. */
let ahead = 0;

export function setNow(instant: string): void {
  ahead = Date.parse(instant) - Date.now();
}

/** The present instant by the clock of the instance, in milliseconds. */
export function now(): number {
  return Date.now() + ahead;
}

export function today(): string {
  return dayOf(new Date(now()));
}

/** "21/11/2026". */
export function fullDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** "21/11", inside one season. */
export function shortDay(day: string): string {
  return fullDay(day).slice(0, 5);
}

/** "23/11 – 31/12"; years appear when the range leaves the season that is near. */
export function dayRange(from: string, to: string): string {
  const near = Math.abs(daysBetween(today(), to)) < 300;
  return near ? `${shortDay(from)} – ${shortDay(to)}` : `${fullDay(from)} – ${fullDay(to)}`;
}

/** "07:40", in Viet Nam. */
export function clock(instant: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(instant));
}

/** "07:40, 21/11/2026". */
export function moment(instant: string): string {
  return `${clock(instant)}, ${fullDay(dayOf(new Date(instant)))}`;
}

/** Reads a typed day: 21/11/2026, 1-2-2027, 2027-02-01. A year of two digits is asked for again. */
export function parseDay(typed: string): Day {
  const text = typed.trim();
  if (text === "") return { fault: "empty" };
  const words = /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i.exec(text.normalize("NFC"));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = words ?? /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2,4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!local) return { fault: /^\d{1,2}[/.-]\d{4}$/.test(text) ? "no_day" : "format" };
  if (local[3]?.length !== 4) return { fault: "two_digit_year" };
  return real(Number(local[3]), Number(local[2]), Number(local[1]));
}

function real(year: number, month: number, date: number): Day {
  if (month < 1 || month > 12) return { fault: "no_such_month" };
  const made = new Date(Date.UTC(year, month - 1, date));
  if (made.getUTCMonth() !== month - 1 || date < 1) return { fault: "no_such_day" };
  return { day: `${year}-${two(month)}-${two(date)}` };
}
