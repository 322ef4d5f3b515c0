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
    note text NOT NULL,
    status text NOT NULL,
    held_g bigint NOT NULL,
    posted_at {instant} NOT NULL,
    updated_at {instant} NOT NULL,
    version bigint NOT NULL,
    CHECK (total_g BETWEEN 1000 AND 100000000000),
    CHECK (per_week_g BETWEEN 1000 AND total_g),
    CHECK (min_lot_g BETWEEN 0 AND total_g),
    CHECK (ask BETWEEN 100 AND 10000000),
    CHECK (window_to >= window_from),
    CHECK (held_g BETWEEN 0 AND total_g)
);
CREATE INDEX offer_org ON offer (org_id, id);
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
