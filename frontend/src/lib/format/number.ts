/** Figures as they are written in Viet Nam: dots group thousands, a comma marks decimals. English screens keep the same figures. */
export const NBSP = "\u00a0";
const MINUS = "\u2212";

/** Groups a string of digits by dots. */
export function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

/** A plain decimal string ("-1234.5") in Vietnamese figures, without rounding. */
export function decimal(text: string, minus = MINUS): string {
  const [whole = "0", fraction] = text.replace("-", "").split(".");
  return (text.startsWith("-") ? minus : "") + group(whole) + (fraction ? `,${fraction}` : "");
}

export function integer(value: number): string {
  return decimal(String(Math.round(value)));
}

/** At most one decimal: "8,5", "23". */
export function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return decimal(String(rounded));
}

export function percent(share: number): string {
  return `${tenths(share * 100)}${NBSP}%`;
}
