import type { PlainKey } from "#lib/i18n";

/** The columns of the buyer's table in their order; a cell holds what was typed. */
export const columns = [
  { field: "goods", width: 190, label: "table.goods" },
  { field: "min_grade", width: 92, label: "table.grade" },
  { field: "kg_per_week", width: 112, label: "table.kg", number: true },
  { field: "from", width: 106, label: "table.from", number: true },
  { field: "to", width: 106, label: "table.to", number: true },
  { field: "bid", width: 112, label: "table.bid", number: true },
  { field: "delivery_commune", width: 190, label: "table.place" },
  { field: "payment_days", width: 92, label: "table.payment", number: true },
  { field: "certificates", width: 140, label: "table.papers" },
  { field: "max_suppliers", width: 92, label: "table.suppliers", number: true },
  { field: "delivery_hours", width: 118, label: "table.hours", number: true },
  { field: "max_share", width: 106, label: "table.share", number: true },
  { field: "preferred", width: 190, label: "table.preferred" },
  { field: "min_lot", width: 112, label: "table.minLot", number: true },
  { field: "sizes", width: 92, label: "table.sizes" },
  { field: "brix", width: 92, label: "table.brix", number: true },
  { field: "juice", width: 92, label: "table.juice", number: true },
  { field: "deposit_percent", width: 92, label: "table.deposit", number: true },
  { field: "deposit_days", width: 112, label: "table.depositDays", number: true },
  { field: "retention_percent", width: 92, label: "table.retention", number: true },
  { field: "retention_days", width: 112, label: "table.retentionDays", number: true },
] as const satisfies readonly { field: string; width: number; label: PlainKey; number?: true }[];

export type Field = (typeof columns)[number]["field"];

/** What stands in a row: one text for each column. */
export type Cells = readonly string[];

export const empty: Cells = columns.map(() => "");

export function columnOf(field: Field): number {
  return columns.findIndex((column) => column.field === field);
}

export function isBlank(cells: Cells): boolean {
  return cells.every((text) => text.trim() === "");
}

/** Where each column begins, after the row's number. */
export const NUMBER_WIDTH = 48;
export const starts: readonly number[] = columns.reduce<number[]>(
  (found, { width }) => [...found, (found.at(-1) ?? NUMBER_WIDTH) + width],
  [NUMBER_WIDTH],
);
export const FULL_WIDTH = starts.at(-1) ?? 0;
