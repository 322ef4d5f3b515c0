import type { Grade } from "#lib/api/types";
import { daysBetween, parseKg, parseVnd, plain, plusDays, shortDay, today, weekday, type Weight } from "#lib/format";
import { decimal } from "#lib/format";
import type { OfferDraft } from "./draft";

/**
 * An offer as it is sent to a buyer by text message: "cam sành 3 tấn loại 1 giá 12.5k giao 5-12/12". Read on the device, so that it works
 * without a network; what is not understood is said and nothing is guessed.
 */
export interface ReadMessage {
  kg_total?: string;
  ask?: number;
  from?: string;
  to?: string;
  grade?: Grade;
  /** Words left that may name a variety, without marks. */
  goods: string;
  /** What stands in the message and was not understood, as it was read. */
  unread: string[];
}

const FIGURE = String.raw`\d+(?:[.,]\d+)*`;
const AMOUNT = new RegExp(String.raw`(?<![\d.,/])(${FIGURE})\s*(tan|ta|yen|kg|ky|ki|can)\b(\s*ruoi\b)?`);
/** A price names itself, or its thousands. */
const PRICE = new RegExp(
  String.raw`\b(?:gia|ban)\s*:?\s*(${FIGURE})\s*(k|nghin|ngan|ng|d|dong|vnd)?\b(?:\s*\/?\s*(?:kg|ky|ki|can)\b)?|(?<![\d.,/])(${FIGURE})\s*(k|nghin|ngan|ng)\b(?:\s*\/?\s*(?:kg|ky|ki|can)\b)?`,
);
const GRADE = /\b(?:loai|hang)\s*:?\s*(dac biet|thuong|nhat|nhi|xo|1|2|3|i{1,2}|a|b)\b/;
const RANGE = /(?<![\d.,/])(\d{1,2})(?:\/(\d{1,2}))?\s*(?:-|–|den|toi)\s*(\d{1,2})\/(\d{1,2})(?![\d/])/;
const ONE_DAY = /(?<![\d.,/])(\d{1,2})\/(\d{1,2})(?![\d/])/;
const WEEK = /\btuan (nay|sau|toi)\b|\b(hom nay|ngay mai|mai)\b/;
/** Words around what was read that say nothing by themselves. */
const FILLING = /\b(giao|hang|can ban|ban|co|con|ngay|tu|khoang|tam|htx|nha|em|ben|duoc|lay|cho|voi|va|gia|luc|thu hoach)\b/g;

const grades: Record<string, Grade> = {
  "dac biet": "extra",
  nhat: "first",
  "1": "first",
  i: "first",
  a: "first",
  nhi: "second",
  "2": "second",
  ii: "second",
  b: "second",
  thuong: "ungraded",
  xo: "ungraded",
};
const unitWords: Record<string, string> = { ky: "kg", ki: "kg", can: "kg" };

export function readMessage(typed: string, now = today()): ReadMessage {
  let text = plain(typed.slice(0, 500)).replace(/[;\n]/g, " , ");
  const read: ReadMessage = { goods: "", unread: [] };
  /** Takes what matches out of the text; what does not hold together is told. */
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => boolean) => {
    const match = pattern.exec(text);
    if (!match) return false;
    text = `${text.slice(0, match.index)} , ${text.slice(match.index + match[0].length)}`;
    if (!use(match)) read.unread.push(match[0].trim());
    return true;
  };
  take(PRICE, ([, named, word, figure, thousands]) => {
    const ask = price(named ?? figure ?? "", word ?? thousands);
    if (ask !== null) read.ask = ask;
    return ask !== null;
  });
  take(AMOUNT, ([, figure = "", unit = "", half]) => {
    const weight: Weight = parseKg(`${dotted(figure, unit)} ${unitWords[unit] ?? unit}${half ? " ruoi" : ""}`, "kg");
    if ("kg" in weight) read.kg_total = weight.kg;
    return "kg" in weight;
  });
  take(GRADE, ([, word = ""]) => {
    const grade = grades[word];
    if (grade) read.grade = grade;
    return grade !== undefined;
  });
  if (!take(RANGE, ([, first = "", month, last = "", lastMonth = ""]) => span(read, now, [first, month ?? lastMonth], [last, lastMonth])))
    if (!take(ONE_DAY, ([, date = "", month = ""]) => span(read, now, [date, month], [date, month])))
      take(WEEK, ([, week, day]) => {
        const monday = plusDays(now, -weekday(now));
        if (day) read.from = read.to = plusDays(now, day === "hom nay" ? 0 : 1);
        else if (week === "nay") [read.from, read.to] = [now, plusDays(monday, 6)];
        else [read.from, read.to] = [plusDays(monday, 7), plusDays(monday, 13)];
        return true;
      });
  const rest = text
    .replace(FILLING, " ")
    .split(",")
    .map((part) =>
      part
        .replace(/[^a-z0-9/. ]/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
  const words = rest.filter((part) => part !== "");
  // A name may have a figure ("CS1"), no telephone number has one so short.
  read.goods = words.find((part) => /^[a-z][a-z0-9 ]{0,60}$/.test(part) && !/\d{4}/.test(part)) ?? "";
  read.unread.push(...words.filter((part) => part !== read.goods));
  return read;
}

/** "1.5 tấn" is one and a half in a message, where nobody groups tonnes; grouped kilograms stay grouped. */
function dotted(figure: string, unit: string): string {
  return unit !== "kg" && /^\d+\.\d{1,2}$/.test(figure) ? figure.replace(".", ",") : figure;
}

/** "12.5", "12,5k", "12 nghìn" and "12.500" are the same kind of figure: nobody sells a kilogram for 12 ₫. */
function price(figure: string, word: string | undefined): number | null {
  const thousands = word !== undefined && word !== "d" && word !== "dong" && word !== "vnd";
  const small = /^\d{1,3}([.,]\d{1,2})?$/.test(figure);
  const read = thousands || (word === undefined && small) ? parseVnd(`${figure.replace(".", ",")}k`) : parseVnd(figure);
  return "value" in read && read.value >= 100 && read.value <= 10_000_000 ? read.value : null;
}

type DayMonth = [string, string];

function span(read: ReadMessage, now: string, first: DayMonth, last: DayMonth): boolean {
  const to = near(now, last);
  const from = to && near(now, first);
  if (!from || !to || daysBetween(from, to) < 0) return false;
  [read.from, read.to] = [from, to];
  return true;
}

/** The day of this year or the next that has not passed by long; nothing where there is no such day. */
function near(now: string, [date, month]: DayMonth): string | null {
  for (const year of [Number(now.slice(0, 4)), Number(now.slice(0, 4)) + 1]) {
    const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    const real = !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && plusDays(day, 0) === day;
    if (real && daysBetween(now, day) > -30) return day;
  }
  return null;
}

const gradeWords: Record<Grade, string> = { extra: "loại đặc biệt", first: "loại 1", second: "loại 2", ungraded: "hàng thường" };

/** The offer as a message of that form; reads back as the same. */
export function messageOf(draft: OfferDraft): string {
  const parts = [draft.variety?.name];
  if (draft.kg_total) parts.push(`${decimal(draft.kg_total)} kg`);
  parts.push(gradeWords[draft.grade]);
  if (draft.ask) parts.push(`giá ${String(draft.ask)} đ`);
  if (draft.from && draft.to) parts.push(`giao ${shortDay(draft.from)}-${shortDay(draft.to)}`);
  return parts.filter(Boolean).join(", ");
}
