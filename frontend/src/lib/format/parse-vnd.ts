import { plain } from "./plain";

export type MoneyFault =
  "empty" | "format" | "words" | "range" | "negative" | "grouping" | "foreign_grouping" | "fraction_of_dong" | "ambiguous" | "overflow";
export type Money = { value: number } | { fault: MoneyFault };

const scales: Record<string, number> = { k: 1e3, nghin: 1e3, ngan: 1e3, tr: 1e6, trieu: 1e6, ty: 1e9, ti: 1e9 };

/** Reads a typed amount by Vietnamese habits: dots group, "18k", "1tr2" and "1,5 triệu" are understood, two readings are refused. */
export function parseVnd(typed: string): Money {
  const text = plain(typed)
    .replace(/\/\s*kg$/, "")
    .replace(/\s*(₫|d|dong|vnd)$/, "")
    .trim();
  if (text === "") return { fault: "empty" };
  if (text.startsWith("-")) return { fault: "negative" };
  if (/\d\s*-\s*\d/.test(text)) return { fault: "range" };
  if (!/\d/.test(text)) return { fault: "words" };

  const match = /^([\d., ]+?)\s*([a-z]+)?\s*(\d)?$/.exec(text);
  if (!match) return { fault: "format" };
  const [, figure = "", word, tail] = match;
  if (word === undefined) return whole(figure.replaceAll(" ", "") + (tail ?? ""));
  const scale = scales[word];
  if (scale === undefined) return { fault: "format" };
  return scaled(figure.trim(), scale, tail);
}

function whole(figure: string): Money {
  const [head = "", ...rest] = figure.split(",");
  if (rest.length > 1) return { fault: "foreign_grouping" };
  const cents = rest[0];
  if (cents !== undefined && /^\d{3}$/.test(cents)) return { fault: "ambiguous" };
  if (cents !== undefined && !/^0*$/.test(cents)) return { fault: "fraction_of_dong" };
  if (/^\d+\.\d{1,2}$/.test(head)) return { fault: "fraction_of_dong" };
  if (!/^\d+$/.test(head) && !/^\d{1,3}(\.\d{3})+$/.test(head)) return { fault: "grouping" };
  return bounded(Number(head.replaceAll(".", "")));
}

/** "1,5 triệu", "18k", "1tr2". */
function scaled(figure: string, scale: number, tail: string | undefined): Money {
  if (!/^\d+(,\d+)?$/.test(figure) || (tail !== undefined && figure.includes(","))) return { fault: "format" };
  const value = Number(figure.replace(",", ".")) * scale + (tail === undefined ? 0 : (Number(tail) * scale) / 10);
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 ? bounded(rounded) : { fault: "fraction_of_dong" };
}

const bounded = (value: number): Money => (Number.isSafeInteger(value) ? { value } : { fault: "overflow" });
