//! The market in the order of prices goes from variety to variety.
crate::table::migration!("m20261125_000102_offers_by_variety", undo: "DROP INDEX offer_open_variety;", up: r"
CREATE INDEX offer_open_variety ON offer (status, variety, id);
");
