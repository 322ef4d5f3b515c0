/** Numbers in spoken Vietnamese, as the echo line under a weight says them. */
const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const scales = ["", " nghìn", " triệu", " tỷ"] as const;

const digit = (value: number): string => digits[value] ?? "";

function three(value: number, leading: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const units = value % 10;
  const parts: string[] = [];
  if (hundreds > 0 || leading) parts.push(`${digit(hundreds)} trăm`);
  if (tens === 0 && units > 0 && parts.length > 0) parts.push(`linh ${digit(units)}`);
  else if (tens === 0 && units > 0) parts.push(digit(units));
  else if (tens > 0) {
    parts.push(tens === 1 ? "mười" : `${digit(tens)} mươi`);
    if (units === 1 && tens > 1) parts.push("mốt");
    else if (units === 4 && tens > 1) parts.push("tư");
    else if (units === 5) parts.push("lăm");
    else if (units > 0) parts.push(digit(units));
  }
  return parts.join(" ");
}

export function inWords(value: number): string {
  if (value === 0) return digit(0);
  const groups: string[] = [];
  let rest = value;
  for (let scale = 0; rest > 0; scale += 1) {
    const part = rest % 1000;
    rest = Math.floor(rest / 1000);
    if (part > 0) groups.unshift(three(part, rest > 0) + (scales[scale] ?? ""));
  }
  return groups.join(" ");
}

/** "hai mươi hai nghìn năm trăm đồng". */
export function vndInWords(amount: number): string {
  return `${inWords(amount)} đồng`;
}

/** "tám nghìn năm trăm ki-lô-gam"; the part below a kilogram is said in grams. */
export function kgInWords(totalGrams: number): string {
  const whole = Math.floor(totalGrams / 1000);
  const rest = totalGrams % 1000;
  const parts: string[] = [];
  if (whole > 0 || rest === 0) parts.push(`${inWords(whole)} ki-lô-gam`);
  if (rest > 0) parts.push(`${inWords(rest)} gam`);
  return parts.join(" ");
}
