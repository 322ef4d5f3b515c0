//! What a harvest may be before it is picked, on the offer.
crate::table::migration!("m20261123_000013_offer_forecasts", undo: r"
ALTER TABLE offer DROP COLUMN high_g;
ALTER TABLE offer DROP COLUMN mid_g;
ALTER TABLE offer DROP COLUMN low_g;
", up: r"
ALTER TABLE offer ADD COLUMN low_g bigint;
ALTER TABLE offer ADD COLUMN mid_g bigint;
ALTER TABLE offer ADD COLUMN high_g bigint;
");
