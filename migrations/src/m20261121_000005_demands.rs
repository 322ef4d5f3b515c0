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
    delivery_lat_e6 bigint,
    delivery_lon_e6 bigint,
    hours_from text NOT NULL,
    hours_to text NOT NULL,
    payment_days bigint NOT NULL,
    max_suppliers bigint NOT NULL,
    note text NOT NULL,
    status text NOT NULL,
    suppliers_held bigint NOT NULL,
    posted_at {instant} NOT NULL,
    withdrawn_at {instant},
    withdrawn_by {uuid} REFERENCES "user" (id),
    version bigint NOT NULL,
    CHECK (total_g BETWEEN 1000 AND 100000000000),
    CHECK (bid BETWEEN 100 AND 10000000),
    CHECK (last_week >= first_week),
    CHECK (suppliers_held >= 0),
    CHECK (max_suppliers = 0 OR suppliers_held <= max_suppliers),
    CHECK (min_grade BETWEEN 0 AND 3),
    CHECK (payment_days BETWEEN 0 AND 120),
    CHECK (certificates BETWEEN 0 AND 255),
    CHECK (status IN ('open', 'withdrawn')),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((delivery_lat_e6 IS NULL) = (delivery_lon_e6 IS NULL))
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
