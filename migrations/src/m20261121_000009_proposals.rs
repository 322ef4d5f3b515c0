//! Proposals with all their revisions, and the kilograms that live proposals and contracts hold.
crate::table::migration!("m20261121_000009_proposals", down: ["hold_week", "hold", "proposal_revision", "proposal"], up: r#"
CREATE TABLE proposal (
    id {uuid} PRIMARY KEY,
    round_id {uuid} NOT NULL REFERENCES round (id),
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    demand_id {uuid} NOT NULL REFERENCES demand (id),
    supplier_org {uuid} NOT NULL REFERENCES organisation (id),
    buyer_org {uuid} NOT NULL REFERENCES organisation (id),
    product text NOT NULL,
    variety text NOT NULL,
    grade bigint NOT NULL,
    ask bigint NOT NULL,
    bid bigint NOT NULL,
    reference_price bigint,
    reference_week {day},
    trade {json} NOT NULL,
    offer_from {day} NOT NULL,
    offer_to {day} NOT NULL,
    demand_from {day} NOT NULL,
    demand_to {day} NOT NULL,
    smallest_lot_g bigint NOT NULL,
    longest_payment_days bigint NOT NULL,
    revision bigint NOT NULL,
    status text NOT NULL,
    waits_supplier boolean NOT NULL,
    waits_buyer boolean NOT NULL,
    closed_at {instant},
    closed_side text,
    closed_by {uuid} REFERENCES "user" (id),
    closed_reason text,
    expires_at {instant} NOT NULL,
    version bigint NOT NULL,
    CHECK (revision >= 1),
    CHECK (supplier_org <> buyer_org)
);
CREATE INDEX proposal_supplier ON proposal (supplier_org, id);
CREATE INDEX proposal_buyer ON proposal (buyer_org, id);
CREATE INDEX proposal_round ON proposal (round_id, id);
CREATE INDEX proposal_offer ON proposal (offer_id, id);
CREATE INDEX proposal_demand ON proposal (demand_id, id);
CREATE INDEX proposal_due ON proposal (status, expires_at);
CREATE INDEX proposal_closed ON proposal (status, closed_at);

CREATE TABLE proposal_revision (
    proposal_id {uuid} NOT NULL REFERENCES proposal (id),
    number bigint NOT NULL,
    side text,
    by_user {uuid} REFERENCES "user" (id),
    at {instant} NOT NULL,
    terms {json} NOT NULL,
    message text,
    supplier_user {uuid} REFERENCES "user" (id),
    supplier_at {instant},
    buyer_user {uuid} REFERENCES "user" (id),
    buyer_at {instant},
    PRIMARY KEY (proposal_id, number)
);

CREATE TABLE hold (
    owner {uuid} PRIMARY KEY,
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    demand_id {uuid} NOT NULL REFERENCES demand (id),
    supplier_org {uuid} NOT NULL REFERENCES organisation (id)
);
CREATE INDEX hold_offer ON hold (offer_id);
CREATE INDEX hold_demand ON hold (demand_id, supplier_org);

CREATE TABLE hold_week (
    owner {uuid} NOT NULL REFERENCES hold (owner),
    week {day} NOT NULL,
    held_g bigint NOT NULL,
    PRIMARY KEY (owner, week),
    CHECK (held_g > 0)
);
"#);
