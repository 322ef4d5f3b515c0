//! Demands week by week, and the kilograms and supplier places that live proposals and contracts hold.
crate::table::migration!("m20261121_000005_demands", down: ["demand_week", "demand"], up: r#"
CREATE TABLE demand (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    posted_by {uuid} NOT NULL REFERENCES "user" (id),
    product text NOT NULL,
    varieties {json} NOT NULL,
    min_grade bigint NOT NULL,
    certificates bigint NOT NULL,
    first_week {day} NOT NULL,
    last_week {day} NOT NULL,
    total_g bigint NOT NULL,
    bid bigint NOT NULL,
    delivery_commune text NOT NULL,
    hours_from bigint NOT NULL,
    hours_to bigint NOT NULL,
    payment_days bigint NOT NULL,
    max_suppliers bigint NOT NULL,
    note text NOT NULL,
    status text NOT NULL,
    suppliers_held bigint NOT NULL,
    posted_at {instant} NOT NULL,
    updated_at {instant} NOT NULL,
    version bigint NOT NULL,
    CHECK (total_g BETWEEN 1000 AND 100000000000),
    CHECK (bid BETWEEN 100 AND 10000000),
    CHECK (last_week >= first_week),
    CHECK (suppliers_held >= 0)
);
CREATE INDEX demand_org ON demand (org_id, id);
CREATE INDEX demand_open ON demand (status, last_week, id);
CREATE INDEX demand_open_product ON demand (status, product, id);

CREATE TABLE demand_week (
    demand_id {uuid} NOT NULL REFERENCES demand (id),
    week {day} NOT NULL,
    needed_g bigint NOT NULL,
    held_g bigint NOT NULL,
    PRIMARY KEY (demand_id, week),
    CHECK (needed_g >= 1000),
    CHECK (held_g BETWEEN 0 AND needed_g)
);
"#);
