/** One line of a comparison: what it was, what it is. */
export interface DiffRow {
  label: string;
  before: string;
  after: string;
  /** Shown even when nothing changed. */
  total?: boolean;
}
