//! A lower ask for much, and the smallest contract that a buyer takes.
crate::table::migration!("m20261125_000091_tiers", undo: r"
ALTER TABLE demand DROP COLUMN min_lot_g;
ALTER TABLE offer DROP COLUMN tiers;
", up: r"
ALTER TABLE offer ADD COLUMN tiers {json} NOT NULL DEFAULT '[]';
ALTER TABLE demand ADD COLUMN min_lot_g bigint NOT NULL DEFAULT 0 CHECK (min_lot_g >= 0);
");
