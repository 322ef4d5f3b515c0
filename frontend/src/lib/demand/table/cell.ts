import type { Attribute, CertificateKind, Grade, Preference } from "#lib/api/types";
import { decimal, fullDay, grams, kg as kgText, mondayOf, parseDay, parseKg, parseVnd, plain, plusDays, today, vnd } from "#lib/format";
import { gradeName, gradeOptions, paperName } from "#lib/market/catalogue";
import { t } from "#lib/i18n";
import { brix as brixText } from "#lib/market/quality";
import { preferenceText } from "../preferences";
import type { Words } from "./words";

/** What a cell says: a value with the words that show how it was understood, a fault, or a question on its way to the server. */
export type Reading<T> = { value: T; shown: string } | Fault | "asking";
export interface Fault {
  code: string;
  /** Texts that answer the question. */
  choices: string[];
}

export const fault = (code: string, choices: string[] = []): Fault => ({ code, choices });
const good = <T>(value: T, shown: string): Reading<T> => ({ value, shown });

export function weight(text: string): Reading<string> {
  const read = parseKg(text, "kg");
  if ("fault" in read) return fault(`kg_${read.fault}`);
  if ("ambiguous" in read) {
    return fault(
      "kg_two_readings",
      read.ambiguous.map(({ label }) => label),
    );
  }
  return grams(read.kg) % 1000 === 0 ? good(read.kg, kgText(read.kg)) : fault("kg_not_whole");
}

export function price(text: string): Reading<number> {
  const read = parseVnd(text);
  if ("fault" in read) return fault(`money_${read.fault}`);
  return read.value >= 100 && read.value <= 10_000_000 ? good(read.value, vnd(read.value)) : fault("price_out_of_range");
}

/** Demands may begin this far ahead. */
const FARTHEST_DAYS = 366;

export function firstDay(text: string): Reading<string> {
  const read = parseDay(text);
  if ("fault" in read) return fault(`day_${read.fault}`);
  const { day } = read;
  if (plusDays(mondayOf(day), 6) < today()) return fault("week_over");
  return mondayOf(day) > plusDays(today(), FARTHEST_DAYS) ? fault("week_too_far_ahead") : good(day, fullDay(day));
}

/** A day, or how many weeks from the first one: "8 tuần". */
export function lastDay(text: string, from: string | null): Reading<string> {
  const weeks = /^(\d{1,2})\s*(tuan|weeks?|t|w)?$/.exec(plain(text));
  if (weeks) {
    const count = Number(weeks[1]);
    if (count < 1 || count > 52) return fault("weeks_out_of_range");
    if (from === null) return good("", t("form.weeks", { n: count }));
    const day = plusDays(mondayOf(from), 7 * count - 1);
    return good(day, fullDay(day));
  }
  const read = parseDay(text);
  if ("fault" in read) return fault(`day_${read.fault}`);
  if (from !== null && read.day < from) return fault("window_reversed");
  if (from !== null && read.day >= plusDays(from, FARTHEST_DAYS)) return fault("window_too_long");
  return good(read.day, fullDay(read.day));
}

export function grade(text: string, words: Words): Reading<Grade> {
  const found = words.grade(text);
  return found
    ? good(found, gradeName(found))
    : fault(
        "grade_unknown",
        gradeOptions().map(({ label }) => label),
      );
}

export function papers(text: string, words: Words): Reading<CertificateKind[]> {
  const kinds = new Set<CertificateKind>();
  for (const part of text.split(/[;,+\n]/).filter((one) => one.trim() !== "")) {
    const found = words.paper(part);
    if (!found) return fault("certificate_kind_unknown");
    kinds.add(found);
  }
  return good([...kinds], [...kinds].map((kind) => paperName(kind)).join(", "));
}

/** "Hữu cơ: 1.500; Đặc biệt 800; cỡ 3, 4: 500; độ ngọt 12: 700": each with its premium. */
export function preferred(text: string, words: Words): Reading<Preference[]> {
  const rows: Preference[] = [];
  for (const part of text.split(/[;\n]/).filter((one) => one.trim() !== "")) {
    const [, name = "", amount = ""] = /^(.*?)[\s:+]+(\S+)$/.exec(part.trim()) ?? [];
    const named = words.paper(name) ?? better(words.grade(name));
    const found = named ? { attribute: named } : measured(name);
    const premium = price(amount);
    if (!found || premium === "asking" || !("value" in premium)) return fault("preference_unreadable");
    rows.push({ ...found, premium: premium.value });
  }
  return good(rows, rows.map(preferenceText).join("; "));
}

const noFigure = { sizes: [], brix_tenths: null, juice_percent: null };

/** "cỡ 3, 4", "độ ngọt từ 12,5", "nước quả 40 %". */
function measured(name: string): Omit<Preference, "premium"> | undefined {
  const text = plain(name);
  const after = (words: RegExp) => (words.test(text) ? text.replace(words, "") : null);
  const value = <T>(reading: Reading<T>) => (reading !== "asking" && "value" in reading ? reading.value : undefined);
  const sweet = after(/^(do ngot|do brix|brix|sugar)(?![a-z])\s*/) ?? (text.endsWith("brix") ? text : null);
  if (sweet !== null) {
    const tenths = value(brix(sweet));
    return tenths === undefined ? undefined : { attribute: "brix", quality: { ...noFigure, brix_tenths: tenths } };
  }
  const wet = after(/^(luong nuoc qua|nuoc qua|nuoc|juice)(?![a-z])\s*/);
  if (wet !== null) {
    const percent = value(juice(wet));
    return percent === undefined ? undefined : { attribute: "juice", quality: { ...noFigure, juice_percent: percent } };
  }
  const labels = after(/^(co qua|co|size)(?![a-z])\s*/);
  const read = labels === null ? undefined : value(sizes(labels));
  return read && { attribute: "size", quality: { ...noFigure, sizes: read } };
}

function better(grade: Grade | undefined): Attribute | undefined {
  return grade === "ungraded" ? undefined : grade;
}

function count(text: string, word: RegExp): number | null {
  const digits = /^(\d{1,3})\s*([a-z ]*)$/.exec(plain(text));
  return digits && word.test(digits[2] ?? "") ? Number(digits[1]) : null;
}

export function paymentDays(text: string): Reading<number> {
  const days = count(text, /^(ngay|days?|)$/);
  if (days === null) return fault("days_not_a_number");
  return days <= 120 ? good(days, t("unit.days", { n: days })) : fault("payment_days_out_of_range");
}

export function suppliers(text: string): Reading<number> {
  const most = count(text, /^(htx|ncc|nha cung cap|suppliers?|)$/);
  if (most === null) return fault("count_not_a_number");
  return most <= 50 ? good(most, most === 0 ? t("demand.anySuppliers") : decimal(String(most))) : fault("suppliers_out_of_range");
}

/** Percent of the whole, with or without the sign. */
export function share(text: string): Reading<number> {
  const part = count(text.replace("%", ""), /^$/);
  return part !== null && part >= 10 && part <= 100 ? good(part, `${part}\u00a0%`) : fault("share_out_of_range");
}

/** What is paid ahead, or kept back, in whole percents; none is none. */
export function duesShare(text: string, most: number, outside: string): Reading<number> {
  if (/^(khong( co)?|none|no)$/.test(plain(text))) return good(0, t("demand.preferred.none"));
  const part = count(text.replace("%", ""), /^$/);
  if (part === null || part > most) return fault(outside);
  return good(part, part === 0 ? t("demand.preferred.none") : `${part}\u00a0%`);
}

/** By when a deposit is paid, or how long money is kept back. */
export function duesDays(text: string, most: number, outside: string): Reading<number> {
  const days = count(text, /^(ngay|days?|)$/);
  if (days === null) return fault("days_not_a_number");
  return days <= most ? good(days, t("unit.days", { n: days })) : fault(outside);
}

/** What the trade calls the sizes of the programme's sheets. */
const localSizes: Record<string, string> = { to: "L", lon: "L", dai: "L", vua: "M", nho: "S", be: "S", ngan: "S" };

/** Labels of a grade sheet: "3; 4", "cỡ 3 và 4", "to và vừa"; which there are the server knows. */
export function sizes(text: string): Reading<string[]> {
  const labels = plain(text)
    .replace(/rat (to|lon)/g, "xl")
    .replace(/trung binh/g, "m")
    .split(/[;,/+& ]+/)
    .filter((part) => part !== "" && !/^(co|size|so|nhan|va|and|loai|qua)$/.test(part))
    .map((part) => localSizes[part] ?? part.toUpperCase());
  const readable = labels.length > 0 && labels.every((label) => /^[\dXSML-]{1,5}$/.test(label));
  if (!readable) return fault("sizes_unreadable");
  if (new Set(labels).size < labels.length) return fault("size_repeated");
  return labels.length <= 14 ? good(labels, labels.join("; ")) : fault("too_many_sizes");
}

/** The least sugar in tenths of a degree: "10,5", "≥ 10 °Brix". */
export function brix(text: string): Reading<number> {
  const figure = least(text, /(°|do)?\s*(brix|bx)?$/);
  const [, whole = "", tenth = "0"] = /^(\d{1,2})(?:[.,](\d))?$/.exec(figure) ?? [];
  const value = 10 * Number(whole) + Number(tenth);
  return whole !== "" && value >= 10 && value <= 350 ? good(value, `${brixText(value)} °Brix`) : fault("brix_out_of_range");
}

/** The least juice in percent of the weight. */
export function juice(text: string): Reading<number> {
  const part = count(least(text, /%$/), /^$/);
  return part !== null && part >= 1 && part <= 100 ? good(part, `${part}\u00a0%`) : fault("juice_out_of_range");
}

/** Without its unit and what says that it is the least. */
function least(text: string, unit: RegExp): string {
  return plain(text)
    .replace(/^(≥|>=|tu|it nhat|toi thieu|min|from)\s*/, "")
    .replace(unit, "")
    .trim();
}

export interface Hours {
  from: string;
  to: string;
}

/** "05:00-07:00", "5h–7h30", "từ 22h đến 6h". */
export function hours(text: string): Reading<Hours> {
  const [from, to, more] = plain(text)
    .replace(/^(tu|from) /, "")
    .replace(/ ?(den|to) ?/, "-")
    .split(/\s*[-–—~]\s*/)
    .map(clock);
  if (!from || !to || more !== undefined) return fault("hours_malformed");
  return from === to ? fault("hours_empty") : good({ from, to }, `${from}–${to}`);
}

function clock(text: string): string | null {
  const read = /^(\d{1,2})(?:\s*(?::|h|gio|g)\s*(\d{1,2})?)?$/.exec(text);
  const [hour, minute] = [Number(read?.[1] ?? 24), Number(read?.[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : null;
}
