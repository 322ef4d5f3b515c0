//! The delivery lines of contracts: goods planned, sent, weighed and accepted, with the payment of each; and what people were
//! reminded of, so that they are told once.
crate::table::migration!("m20261121_000011_lines", down: ["line_reminder", "line"], up: r#"
CREATE TABLE line (
    id {uuid} PRIMARY KEY,
    contract_id {uuid} NOT NULL REFERENCES contract (id),
    number bigint NOT NULL,
    week {day} NOT NULL,
    window_from {day} NOT NULL,
    window_to {day} NOT NULL,
    planned_g bigint NOT NULL,
    delivery text NOT NULL,
    dispatched_g bigint,
    vehicle text,
    dispatch_note text,
    dispatched_at {instant},
    dispatched_by {uuid} REFERENCES "user" (id),
    received_g bigint,
    accepted_g bigint,
    rejected_g bigint,
    rejections {json},
    received_at {instant},
    received_by {uuid} REFERENCES "user" (id),
    payment text NOT NULL,
    due_amount bigint,
    due_on {day},
    reference text,
    declared_at {instant},
    declared_by {uuid} REFERENCES "user" (id),
    confirmed_at {instant},
    confirmed_by {uuid} REFERENCES "user" (id),
    dispute_note text,
    disputed_at {instant},
    disputed_by {uuid} REFERENCES "user" (id),
    CHECK (number >= 1),
    CHECK (window_from BETWEEN week AND window_to),
    CHECK (planned_g >= 1000),
    CHECK (dispatched_g > 0),
    CHECK (received_g >= 0 AND accepted_g >= 0 AND rejected_g >= 0),
    CHECK (accepted_g + rejected_g = received_g),
    CHECK (received_at IS NULL OR dispatched_at IS NOT NULL),
    CHECK (due_amount > 0),
    CHECK (due_amount IS NULL OR accepted_g > 0),
    CHECK (declared_at IS NULL OR due_amount IS NOT NULL),
    CHECK (confirmed_at IS NULL OR declared_at IS NOT NULL)
);
CREATE UNIQUE INDEX line_number_key ON line (contract_id, number);
CREATE UNIQUE INDEX line_week_key ON line (contract_id, week);
CREATE INDEX line_delivery ON line (delivery, window_from, id);
CREATE INDEX line_payment ON line (payment, due_on, id);

CREATE TABLE line_reminder (
    line_id {uuid} NOT NULL REFERENCES line (id),
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    step bigint NOT NULL,
    told_at {instant} NOT NULL,
    PRIMARY KEY (line_id, org_id, kind, step)
);
"#);
