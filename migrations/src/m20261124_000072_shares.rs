//! The largest part of a demand that one supplier may have.
crate::table::migration!("m20261124_000072_shares", undo: r"
ALTER TABLE demand DROP COLUMN max_share;
", up: r"
ALTER TABLE demand ADD COLUMN max_share bigint NOT NULL DEFAULT 0 CHECK (max_share = 0 OR max_share BETWEEN 10 AND 100);
");
