//! Rounds: what went in, what came out, and why the rest stayed.
crate::table::migration!("m20261121_000008_rounds", down: ["round_unmatched", "round_file", "round"], up: r#"
CREATE TABLE round (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL,
    slot text,
    ran_by {uuid} REFERENCES "user" (id),
    ran_at {instant} NOT NULL,
    millis bigint NOT NULL,
    market_hash text NOT NULL,
    plan_hash text NOT NULL,
    offers bigint NOT NULL,
    demands bigint NOT NULL,
    suppliers bigint NOT NULL,
    buyers bigint NOT NULL,
    offered_g bigint NOT NULL,
    demanded_g bigint NOT NULL,
    matched_g bigint NOT NULL,
    value bigint NOT NULL,
    bound bigint NOT NULL,
    supplier_gain bigint NOT NULL,
    buyer_gain bigint NOT NULL,
    goods_amount bigint NOT NULL,
    freight_amount bigint NOT NULL,
    trades bigint NOT NULL,
    dropped bigint NOT NULL,
    CHECK (value <= bound),
    CHECK (matched_g BETWEEN 0 AND offered_g),
    CHECK (dropped BETWEEN 0 AND trades)
);
CREATE UNIQUE INDEX round_slot_key ON round (slot);
CREATE INDEX round_ran ON round (ran_at);

CREATE TABLE round_file (
    round_id {uuid} PRIMARY KEY REFERENCES round (id),
    market {bytes} NOT NULL,
    plan {bytes} NOT NULL
);

CREATE TABLE round_unmatched (
    id {uuid} PRIMARY KEY,
    round_id {uuid} NOT NULL REFERENCES round (id),
    side text NOT NULL,
    post_id {uuid} NOT NULL,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    product text NOT NULL,
    variety text,
    week {day},
    left_g bigint NOT NULL,
    obstacle text NOT NULL,
    reason {json} NOT NULL,
    CHECK (left_g > 0)
);
CREATE INDEX round_unmatched_round ON round_unmatched (round_id, id);
CREATE INDEX round_unmatched_post ON round_unmatched (post_id, round_id);
"#);
