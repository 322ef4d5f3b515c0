//! A demand's own title, and demands that were closed: their row says `withdrawn` as before, and that it was for good.
crate::table::migration!("m20261126_000140_demand_ends", undo: r"
ALTER TABLE demand DROP COLUMN close_reason;
ALTER TABLE demand DROP COLUMN closed;
ALTER TABLE demand DROP COLUMN title;
", up: r"
ALTER TABLE demand ADD COLUMN title text CHECK (title <> '');
ALTER TABLE demand ADD COLUMN closed boolean NOT NULL DEFAULT false CHECK (NOT closed OR status = 'withdrawn');
ALTER TABLE demand ADD COLUMN close_reason text CHECK (close_reason IS NULL OR closed);
");
