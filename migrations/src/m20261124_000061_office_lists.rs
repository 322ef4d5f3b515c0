//! The office's lists belong to no organisation: what they became is looked up by what the row said alone.
crate::table::migration!("m20261124_000061_office_lists", undo: "DROP INDEX import_mark_said;", up: r"
CREATE INDEX import_mark_said ON import_mark (kind, fingerprint);
");
