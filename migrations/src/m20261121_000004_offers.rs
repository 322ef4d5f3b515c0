//! Offers, and the kilograms of each that live proposals and contracts hold.
crate::table::migration!("m20261121_000004_offers", down: ["offer_week", "offer"], up: r#"
CREATE TABLE offer (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    posted_by {uuid} NOT NULL REFERENCES "user" (id),
    product text NOT NULL,
    variety text NOT NULL,
    grade bigint NOT NULL,
    total_g bigint NOT NULL,
    per_week_g bigint NOT NULL,
    window_from {day} NOT NULL,
    window_to {day} NOT NULL,
    ask bigint NOT NULL,
    min_lot_g bigint NOT NULL,
    max_payment_days bigint NOT NULL,
    pickup_commune text NOT NULL,
    pickup_lat_e6 bigint,
    pickup_lon_e6 bigint,
    note text NOT NULL,
    status text NOT NULL,
    held_g bigint NOT NULL,
    posted_at {instant} NOT NULL,
    withdrawn_at {instant},
    withdrawn_by {uuid} REFERENCES "user" (id),
    version bigint NOT NULL,
    CHECK (total_g BETWEEN 1000 AND 100000000000),
    CHECK (per_week_g BETWEEN 1000 AND total_g),
    CHECK (min_lot_g BETWEEN 0 AND total_g),
    CHECK (ask BETWEEN 100 AND 10000000),
    CHECK (window_to >= window_from),
    CHECK (held_g BETWEEN 0 AND total_g),
    CHECK (grade BETWEEN 0 AND 3),
    CHECK (max_payment_days BETWEEN 0 AND 120),
    CHECK (status IN ('open', 'withdrawn')),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((pickup_lat_e6 IS NULL) = (pickup_lon_e6 IS NULL))
);
CREATE INDEX offer_org ON offer (org_id, id);
CREATE INDEX offer_status ON offer (status, id);
CREATE INDEX offer_open ON offer (status, window_to, id);
CREATE INDEX offer_open_product ON offer (status, product, id);

CREATE TABLE offer_week (
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    week {day} NOT NULL,
    held_g bigint NOT NULL,
    PRIMARY KEY (offer_id, week),
    CHECK (held_g >= 0)
);
"#);
