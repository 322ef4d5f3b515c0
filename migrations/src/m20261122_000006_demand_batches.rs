//! Which demands were posted together, so that a list sent twice is found again.
crate::table::migration!("m20261122_000006_demand_batches", down: ["demand_batch"], up: r"
CREATE TABLE demand_batch (
    id {uuid} NOT NULL,
    line bigint NOT NULL,
    demand_id {uuid} NOT NULL REFERENCES demand (id),
    PRIMARY KEY (id, line),
    CHECK (line BETWEEN 0 AND 499)
);
");
