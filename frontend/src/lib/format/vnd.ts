import { decimal, group, NBSP, tenths } from "./number";

export const DONG = "₫";

/** "1.234.567 ₫". An amount is a whole number of đồng. */
export function vnd(amount: number): string {
  return `${decimal(String(amount), "-")}${NBSP}${DONG}`;
}

/** "22.500 ₫/kg". */
export function vndPerKg(price: number): string {
  return `${vnd(price)}/kg`;
}

/** "20.000–21.900 ₫". */
export function vndRange(low: number, high: number): string {
  // A range is not broken over two lines: word joiners stand around its dash.
  return low === high ? vnd(low) : `${group(String(low))}\u2060–\u2060${vnd(high)}`;
}

/** Tiles may shorten large amounts; contracts never do. */
export function vndShort(amount: number, words: { million: string; billion: string }): string {
  if (Math.abs(amount) >= 1e9) return `${tenths(amount / 1e9)}${NBSP}${words.billion}${NBSP}${DONG}`;
  if (Math.abs(amount) >= 1e6) return `${tenths(amount / 1e6)}${NBSP}${words.million}${NBSP}${DONG}`;
  return vnd(amount);
}
