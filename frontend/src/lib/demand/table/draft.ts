import { demands } from "#lib/api/demands";
import type { DemandLine } from "#lib/api/types";
import type { Posting } from "#lib/form/outgoing";
import type { Cells } from "./columns";

/** The table as it is kept on the device: the cells as they were typed, and the lines they became when it was sent. */
export interface TableDraft {
  rows: readonly Cells[];
  lines: DemandLine[];
}

export const noRows: TableDraft = { rows: [], lines: [] };

export const tablePosting: Posting<TableDraft> = {
  form: "demand-table",
  page: "/nhu-cau/bang",
  list: "/nhu-cau",
  words: { posted: "table.posted", waiting: "table.waiting", refused: "table.refused" },
  // The list shows the newest first: what was just sent.
  address: () => "/nhu-cau",
  send: async ({ lines }, key) => (await demands.postList(lines, key)).id,
};
