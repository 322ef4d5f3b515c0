//! Demands that were posted as the delivery points of one form.
crate::table::migration!("m20261125_000100_delivery_points", undo: r"
DROP INDEX demand_group;
ALTER TABLE demand DROP COLUMN group_id;
", up: r"
ALTER TABLE demand ADD COLUMN group_id {uuid};
CREATE INDEX demand_group ON demand (group_id, id);
");
