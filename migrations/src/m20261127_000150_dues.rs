//! Deposit and retention: what a demand asks for, and the debts of a contract that belong to no single delivery, with what people were
//! reminded of.
crate::table::migration!("m20261127_000150_dues", undo: r"
DROP TABLE contract_due_reminder;
DROP TABLE contract_due;
ALTER TABLE demand DROP COLUMN retention_days;
ALTER TABLE demand DROP COLUMN retention_percent;
ALTER TABLE demand DROP COLUMN deposit_days;
ALTER TABLE demand DROP COLUMN deposit_percent;
", up: r#"
ALTER TABLE demand ADD COLUMN deposit_percent bigint NOT NULL DEFAULT 0 CHECK (deposit_percent BETWEEN 0 AND 50);
ALTER TABLE demand ADD COLUMN deposit_days bigint NOT NULL DEFAULT 0 CHECK (deposit_days BETWEEN 0 AND 30);
ALTER TABLE demand ADD COLUMN retention_percent bigint NOT NULL DEFAULT 0 CHECK (retention_percent BETWEEN 0 AND 10);
ALTER TABLE demand ADD COLUMN retention_days bigint NOT NULL DEFAULT 0 CHECK (retention_days BETWEEN 0 AND 90);

CREATE TABLE contract_due (
    id {uuid} PRIMARY KEY,
    contract_id {uuid} NOT NULL REFERENCES contract (id),
    kind text NOT NULL,
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
    CHECK (kind IN ('deposit', 'retention', 'return')),
    CHECK (payment IN ('none', 'due', 'declared', 'confirmed')),
    CHECK (due_amount > 0),
    CHECK ((payment = 'none') = (due_amount IS NULL)),
    CHECK ((due_amount IS NULL) = (due_on IS NULL)),
    CHECK ((declared_at IS NOT NULL) = (payment IN ('declared', 'confirmed'))),
    CHECK ((confirmed_at IS NOT NULL) = (payment = 'confirmed'))
);
CREATE UNIQUE INDEX contract_due_kind_key ON contract_due (contract_id, kind);
CREATE INDEX contract_due_payment ON contract_due (payment, due_on, id);

CREATE TABLE contract_due_reminder (
    due_id {uuid} NOT NULL REFERENCES contract_due (id),
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    step bigint NOT NULL,
    told_at {instant} NOT NULL,
    PRIMARY KEY (due_id, org_id, kind, step)
);
"#);
