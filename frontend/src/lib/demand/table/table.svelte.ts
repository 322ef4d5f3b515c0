import type { DemandLine } from "#lib/api/types";
import { NameBook } from "./book.svelte";
import type { Fault } from "./cell";
import { type Cells, columnOf, columns, type Field, isBlank } from "./columns";
import { type Around, type CellLook, fieldOf, readRow, type RowReading } from "./row";
import { type Row, Sheet } from "./sheet.svelte";

/** A cell that is wrong, for the list of what to mend. */
export interface BadCell {
  row: number;
  field: Field;
  fault: Fault;
}

/** What the server said against a row, by column. */
type Codes = Partial<Record<Field, string>>;

/** The sheet with what its rows mean. A row is read once, and again when an answer of the server may change it. */
export class Table {
  readonly sheet: Sheet;
  readonly book = new NameBook();
  readonly #around: Around;
  readonly #read = new WeakMap<Row, { answers: number; reading: RowReading }>();
  /** What the server said against a row as it stands; a changed row is another row. */
  #refused = $state.raw(new WeakMap<Row, Codes>());

  constructor(kept: readonly Cells[], around: Omit<Around, "book">, changed: () => void) {
    this.sheet = new Sheet(kept, changed);
    this.#around = { ...around, book: this.book };
  }

  reading(row: Row): RowReading {
    const { answers } = this.book;
    const known = this.#read.get(row);
    if (known && (known.answers === answers || !known.reading.asking)) return known.reading;
    const reading = readRow(row.cells, this.#around);
    this.#read.set(row, { answers, reading });
    return reading;
  }

  looks(row: Row): CellLook[] {
    const { looks } = this.reading(row);
    const refused = this.#refused.get(row);
    if (!refused) return looks;
    return looks.map((look, at) => {
      const code = refused[columns[at]?.field ?? "goods"];
      return code === undefined ? look : { ...look, state: "bad", fault: { code, choices: [] } };
    });
  }

  readonly count = $derived.by(() => {
    const all = { good: 0, bad: 0, asking: 0 };
    for (const row of this.sheet.rows) {
      const { blank, line, asking } = this.reading(row);
      if (blank) continue;
      if (this.#refused.has(row)) all.bad += 1;
      else if (line) all.good += 1;
      else if (asking) all.asking += 1;
      else all.bad += 1;
    }
    return all;
  });

  readonly bad = $derived.by(() => {
    const found: BadCell[] = [];
    for (const [row, one] of this.sheet.rows.entries()) {
      for (const [at, { state, fault }] of this.looks(one).entries()) {
        const field = columns[at]?.field;
        if (state === "bad" && fault && field) found.push({ row, field, fault });
      }
    }
    return found;
  });

  /** The lines as they are sent: every row that says something. Whole only when nothing is bad and nothing is asked. */
  get lines(): DemandLine[] {
    return this.sheet.rows.flatMap((row) => this.reading(row).line ?? []);
  }

  /** Marks what the server said of the lines that were sent: `lines.17.kg_per_week`. */
  refuse(errors: readonly { field: string; code: string }[]): void {
    const sent = this.sheet.rows.filter(({ cells }) => !isBlank(cells));
    const refused = new WeakMap<Row, Codes>();
    for (const { field, code } of errors) {
      const [, index = "", ...rest] = field.split(".");
      const row = sent[Number(index)];
      if (row) refused.set(row, { ...refused.get(row), [fieldOf(rest.join("."))]: code });
    }
    this.#refused = refused;
  }

  show({ row, field }: Pick<BadCell, "row" | "field">): void {
    this.sheet.go(row, columnOf(field));
  }
}
