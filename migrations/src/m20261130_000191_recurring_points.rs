//! A recurring demand over several delivery points posts several demands for the same weeks. The table is made anew, because a primary key
//! cannot be changed in SQLite.
crate::table::migration!("m20261130_000191_recurring_points", undo: r"
ALTER TABLE recurring_demand_post RENAME TO recurring_demand_post_after;
CREATE TABLE recurring_demand_post (
    recurring_id {uuid} NOT NULL REFERENCES recurring_demand (id),
    first_week {day} NOT NULL,
    last_week {day} NOT NULL,
    demand_id {uuid} NOT NULL UNIQUE REFERENCES demand (id),
    PRIMARY KEY (recurring_id, first_week),
    CHECK (last_week >= first_week)
);
INSERT INTO recurring_demand_post (recurring_id, first_week, last_week, demand_id)
    SELECT recurring_id, first_week, last_week, demand_id FROM recurring_demand_post_after WHERE point = 0;
DROP TABLE recurring_demand_post_after;
", up: r"
ALTER TABLE recurring_demand_post RENAME TO recurring_demand_post_before;
CREATE TABLE recurring_demand_post (
    recurring_id {uuid} NOT NULL REFERENCES recurring_demand (id),
    first_week {day} NOT NULL,
    point smallint NOT NULL,
    last_week {day} NOT NULL,
    demand_id {uuid} NOT NULL UNIQUE REFERENCES demand (id),
    PRIMARY KEY (recurring_id, first_week, point),
    CHECK (last_week >= first_week),
    CHECK (point BETWEEN 0 AND 8)
);
INSERT INTO recurring_demand_post (recurring_id, first_week, point, last_week, demand_id)
    SELECT recurring_id, first_week, 0, last_week, demand_id FROM recurring_demand_post_before;
DROP TABLE recurring_demand_post_before;
");
