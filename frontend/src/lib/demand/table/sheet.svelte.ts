import { type Cells, columns, empty, isBlank } from "./columns";

/** The server takes this many lines at once. */
export const MOST_ROWS = 500;
/** Room to go on writing below the last line. */
const SPARE = 10;
const LEAST_ROWS = 30;
const MOST_STEPS = 200;

/** A row is never changed, only replaced: what is known of it is kept by the row itself. */
export interface Row {
  id: number;
  cells: Cells;
}

export interface Place {
  row: number;
  column: number;
}

interface Step {
  rows: readonly Row[];
  cursor: Place;
}

/** The cells of the table, where the cursor stands, and every step that can be taken back. Knows nothing of what cells mean. */
export class Sheet {
  rows = $state.raw<readonly Row[]>([]);
  cursor = $state.raw<Place>({ row: 0, column: 0 });
  /** The other corner of what is selected. */
  anchor = $state.raw<Place>({ row: 0, column: 0 });
  #past: Step[] = [];
  #future: Step[] = [];
  #next = 0;

  constructor(
    kept: readonly Cells[],
    readonly changed: () => void = () => undefined,
  ) {
    this.rows = this.#padded(kept.map((cells) => this.#row(columns.map((_, at) => cells[at] ?? ""))));
  }

  get selected(): { top: number; bottom: number; left: number; right: number } {
    const { cursor, anchor } = this;
    return {
      top: Math.min(cursor.row, anchor.row),
      bottom: Math.max(cursor.row, anchor.row),
      left: Math.min(cursor.column, anchor.column),
      right: Math.max(cursor.column, anchor.column),
    };
  }

  text({ row, column }: Place = this.cursor): string {
    return this.rows[row]?.cells[column] ?? "";
  }

  /** What is written, without the blank rows below. */
  get written(): Cells[] {
    const last = this.rows.findLastIndex(({ cells }) => !isBlank(cells));
    return this.rows.slice(0, last + 1).map(({ cells }) => cells);
  }

  /** Goes to a cell, with `extend` selecting up to it. */
  go(row: number, column: number, extend = false): void {
    const inside = (value: number, most: number) => Math.max(0, Math.min(value, most));
    const place = { row: inside(row, this.rows.length - 1), column: inside(column, columns.length - 1) };
    this.cursor = place;
    if (!extend) this.anchor = place;
  }

  move(down: number, right: number, extend = false): void {
    this.go(this.cursor.row + down, this.cursor.column + right, extend);
  }

  /** To the next cell as Tab goes, on to the next row at the end of one. */
  next(by: 1 | -1): void {
    const at = this.cursor.row * columns.length + this.cursor.column + by;
    if (at >= 0 && at < this.rows.length * columns.length) this.go(Math.floor(at / columns.length), at % columns.length);
  }

  selectAll(): void {
    const last = Math.max(0, this.written.length - 1);
    this.anchor = { row: 0, column: 0 };
    this.cursor = { row: last, column: columns.length - 1 };
  }

  write(text: string): void {
    if (text !== this.text()) this.#put(this.cursor, [[text]]);
  }

  clear(): void {
    const { top, bottom, left, right } = this.selected;
    this.#put(
      { row: top, column: left },
      block(bottom - top + 1, right - left + 1, () => ""),
    );
  }

  /** The first row of the selection again in every row of it; of one row, the row above it. */
  fillDown(): void {
    const { top, bottom, left, right } = this.selected;
    const from = top === bottom ? top - 1 : top;
    if (from < 0) return;
    const source = this.rows[from]?.cells ?? empty;
    this.#put(
      { row: top, column: left },
      block(bottom - top + 1, right - left + 1, (_, column) => source[left + column] ?? ""),
    );
  }

  copied(): Cells[] {
    const { top, bottom, left, right } = this.selected;
    return this.rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1));
  }

  /** Puts a block at the selection's first cell, below the last row too; a single cell fills all that is selected. How many rows found no room. */
  paste(cells: readonly Cells[]): number {
    const { top, bottom, left, right } = this.selected;
    const only = cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] ?? "") : null;
    if (only !== null)
      return this.#put(
        { row: top, column: left },
        block(bottom - top + 1, right - left + 1, () => only),
      );
    return this.#put({ row: top, column: left }, cells);
  }

  /** Rows under the columns of the table, from the cursor's row on. How many found no room. */
  pasteRows(rows: readonly Cells[]): number {
    return this.#put({ row: this.selected.top, column: 0 }, rows);
  }

  /** Takes out whole rows. */
  removeRows(): void {
    const { top, bottom } = this.selected;
    this.#step();
    this.rows = this.#padded(this.rows.filter((_, at) => at < top || at > bottom));
    this.go(top, this.cursor.column);
    this.changed();
  }

  undo(): void {
    this.#back(this.#past, this.#future);
  }

  redo(): void {
    this.#back(this.#future, this.#past);
  }

  #put(at: Place, cells: readonly Cells[]): number {
    const room = cells.slice(0, MOST_ROWS - at.row);
    this.#step();
    const rows = [...this.rows];
    for (const [down, line] of room.entries()) {
      const before = rows[at.row + down]?.cells ?? empty;
      const after = before.map((text, column) => line[column - at.column] ?? text);
      const known = rows[at.row + down];
      if (known === undefined || after.some((text, column) => text !== before[column])) rows[at.row + down] = this.#row(after, known?.id);
    }
    this.rows = this.#padded(rows);
    const last = cells.reduce((most, line) => Math.max(most, line.length), 1);
    this.anchor = at;
    this.go(at.row + room.length - 1, at.column + last - 1, true);
    // The cursor stays where the block begins, as spreadsheets do; what was put there is selected.
    [this.anchor, this.cursor] = [this.cursor, this.anchor];
    this.changed();
    return cells.length - room.length;
  }

  #step(): void {
    this.#past = [...this.#past, { rows: this.rows, cursor: this.cursor }].slice(-MOST_STEPS);
    this.#future = [];
  }

  #back(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push({ rows: this.rows, cursor: this.cursor });
    this.rows = step.rows;
    this.go(step.cursor.row, step.cursor.column);
    this.changed();
  }

  #row(cells: Cells, id?: number): Row {
    if (id === undefined) this.#next += 1;
    return { id: id ?? this.#next, cells };
  }

  #padded(rows: readonly Row[]): readonly Row[] {
    const last = rows.findLastIndex(({ cells }) => !isBlank(cells));
    const wanted = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, last + 1 + SPARE));
    const kept = rows.slice(0, Math.max(wanted, last + 1));
    return [...kept, ...Array.from({ length: Math.max(0, wanted - kept.length) }, () => this.#row(empty))];
  }
}

function block(rows: number, width: number, text: (row: number, column: number) => string): Cells[] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (__, column) => text(row, column)));
}
