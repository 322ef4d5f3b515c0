//! What was measured of an offer beyond its grade; sizes are labels with a space between them.
crate::table::migration!("m20261124_000043_offer_quality", undo: r"
ALTER TABLE offer DROP COLUMN juice_percent;
ALTER TABLE offer DROP COLUMN brix_tenths;
ALTER TABLE offer DROP COLUMN sizes;
", up: r"
ALTER TABLE offer ADD COLUMN sizes text NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN brix_tenths bigint;
ALTER TABLE offer ADD COLUMN juice_percent bigint;
");
