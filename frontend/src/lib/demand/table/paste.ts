import { plain } from "#lib/format";
import { columnOf, columns, empty, type Cells, type Field } from "./columns";
import type { Words } from "./words";

/** The cells of what was copied from a spreadsheet or from a CSV file. */
export function parseBlock(text: string): string[][] {
  const tidy = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (tidy === "") return [];
  return cut(tidy, separatorOf(tidy));
}

/** A spreadsheet copies tabs. Commas and semicolons also stand inside cells: they separate where each of several rows has as many. */
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  for (const [separator, least] of [
    [";", 1],
    [",", 2],
  ] as const) {
    const counts = cut(text, separator).map((row) => row.length - 1);
    if (counts.length > 1 && (counts[0] ?? 0) >= least && counts.every((count) => count === counts[0])) return separator;
  }
  return "\t";
}

/** Quotes hold separators, line ends and doubled quotes. */
function cut(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at += 1) {
    const quoted = text[at] === '"' && closes(text, at, separator);
    const end = quoted ? closing(text, at + 1) : nextOf(text, at, separator);
    const cell = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end);
    rows.at(-1)?.push(cell.replace(/\s+/g, " ").trim());
    at = quoted ? end + 1 : end;
    if (text[at] === "\n") rows.push([]);
  }
  return rows;
}

function nextOf(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at += 1;
  return at;
}

/** The quote that ends a quoted cell; nothing when none does. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function closes(text: string, at: number, separator: string): boolean {
  const end = closing(text, at + 1);
  return end !== -1 && (end + 1 === text.length || text[end + 1] === separator || text[end + 1] === "\n");
}

/** A block with a header, its columns in the order of the table. */
export interface Arranged {
  rows: Cells[];
  understood: { title: string; field: Field }[];
  /** Titles that mean nothing here; their columns are left out. */
  ignored: string[];
}

/** What a title names: a column, or a part of one that other lists keep apart. */
type Part = Field | "product" | "varieties" | "district" | "province";
const whole: Partial<Record<Part, Field>> = {
  product: "goods",
  varieties: "goods",
  district: "delivery_commune",
  province: "delivery_commune",
};

/** Puts a block under the table's columns if its first row is a header; nothing if it is not. */
export function arrange(block: string[][], words: Words): Arranged | null {
  const [header = [], ...body] = block;
  const parts = header.map((title) => words.title(title) as Part | undefined);
  const known = parts.filter((part) => part !== undefined).length;
  if (known < 2 || body.length === 0 || header.some((title) => /^[\d.,/ -]+$/.test(title))) return null;
  const of = (row: string[], wanted: Part): string[] =>
    row.flatMap((text, at) => (parts[at] === wanted && text !== "" ? [withUnit(text, header[at] ?? "", wanted)] : []));
  const rows = body.map((row) => {
    const cells = [...empty];
    for (const [at, { field }] of columns.entries()) cells[at] = of(row, field)[0] ?? "";
    cells[columnOf("goods")] = of(row, "varieties")[0] ?? of(row, "product")[0] ?? "";
    const place = [...of(row, "delivery_commune").slice(0, 1), ...of(row, "district"), ...of(row, "province")];
    cells[columnOf("delivery_commune")] = place.join(", ");
    return cells;
  });
  const understood = header.flatMap((title, at) => {
    const part = parts[at];
    return part === undefined ? [] : [{ title, field: whole[part] ?? (part as Field) }];
  });
  return { rows, understood, ignored: header.filter((title, at) => title !== "" && parts[at] === undefined) };
}

/** A title may hold the unit of the bare figures under it: "Khối lượng (tấn)", "Giá (nghìn đồng)". */
function withUnit(text: string, title: string, part: Part): string {
  if (!/^[\d.,]+$/.test(text)) return text;
  const said = plain(title);
  if (part === "kg_per_week") return /\btan\b/.test(said) ? `${text} tấn` : /\bta\b/.test(said) ? `${text} tạ` : text;
  return part === "bid" && /\b(nghin|ngan|1\.?000|k)\b/.test(said) ? `${text}k` : text;
}

/** What goes to the clipboard: a spreadsheet takes it as cells. */
export function toBlock(rows: readonly Cells[]): string {
  const cell = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}
