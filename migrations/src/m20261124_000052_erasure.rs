//! When a person was erased: nothing of them but the id is left in the row.
crate::table::migration!("m20261124_000052_erasure", undo: "
ALTER TABLE \"user\" DROP COLUMN erased_at;
", up: "
ALTER TABLE \"user\" ADD COLUMN erased_at {instant};
");
