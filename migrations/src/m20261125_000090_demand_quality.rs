//! What a demand requires beyond the grade; sizes are labels with a space between them.
crate::table::migration!("m20261125_000090_demand_quality", undo: r"
ALTER TABLE demand DROP COLUMN juice_percent;
ALTER TABLE demand DROP COLUMN brix_tenths;
ALTER TABLE demand DROP COLUMN sizes;
", up: r"
ALTER TABLE demand ADD COLUMN sizes text NOT NULL DEFAULT '';
ALTER TABLE demand ADD COLUMN brix_tenths bigint CHECK (brix_tenths BETWEEN 10 AND 350);
ALTER TABLE demand ADD COLUMN juice_percent bigint CHECK (juice_percent BETWEEN 1 AND 100);
");
