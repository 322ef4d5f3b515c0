//! What a demand prefers without requiring it, each with its premium.
crate::table::migration!("m20261124_000071_preferences", undo: r"
ALTER TABLE demand DROP COLUMN preferred;
", up: r"
ALTER TABLE demand ADD COLUMN preferred {json} NOT NULL DEFAULT '[]';
");
