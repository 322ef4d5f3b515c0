//! Contracts: the frozen text of each edition, the signatures on it, what happened to it, and the codes sent to sign it.
//!
//! A signature names its text by hash, and the database knows no signature on a hash that is not a stored edition of that
//! contract. Editions, signatures and events are only ever added.
crate::table::migration!("m20261121_000010_contracts",
    down: ["contract_event", "signature", "challenge", "contract_edition", "contract", "contract_serial"],
    append_only: ["contract_edition", "signature", "contract_event"],
    up: r#"
CREATE TABLE contract_serial (
    year bigint PRIMARY KEY,
    last bigint NOT NULL
);

CREATE TABLE contract (
    id {uuid} PRIMARY KEY,
    number text NOT NULL,
    proposal_id {uuid} NOT NULL REFERENCES proposal (id),
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    demand_id {uuid} NOT NULL REFERENCES demand (id),
    supplier_id {uuid} NOT NULL REFERENCES organisation (id),
    buyer_id {uuid} NOT NULL REFERENCES organisation (id),
    edition bigint NOT NULL,
    sign_by {instant} NOT NULL,
    total_g bigint NOT NULL,
    total bigint NOT NULL,
    status text NOT NULL,
    status_at {instant},
    status_side text,
    status_by {uuid} REFERENCES "user" (id),
    status_reason text,
    version bigint NOT NULL,
    CHECK (edition BETWEEN 1 AND 65535),
    CHECK (total_g BETWEEN 1000 AND 100000000000),
    CHECK (total >= 0)
);
CREATE UNIQUE INDEX contract_number_key ON contract (number);
CREATE UNIQUE INDEX contract_proposal_id_key ON contract (proposal_id);
CREATE INDEX contract_supplier ON contract (supplier_id, id);
CREATE INDEX contract_buyer ON contract (buyer_id, id);
CREATE INDEX contract_status ON contract (status, sign_by);

CREATE TABLE contract_edition (
    contract_id {uuid} NOT NULL REFERENCES contract (id),
    edition bigint NOT NULL,
    terms {json} NOT NULL,
    body text NOT NULL,
    hash text NOT NULL,
    made_at {instant} NOT NULL,
    PRIMARY KEY (contract_id, edition)
);
CREATE UNIQUE INDEX contract_edition_hash_key ON contract_edition (contract_id, edition, hash);

CREATE TABLE challenge (
    id {uuid} PRIMARY KEY,
    contract_id {uuid} NOT NULL REFERENCES contract (id),
    edition bigint NOT NULL,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    code_hash text NOT NULL,
    issued_at {instant} NOT NULL,
    tries bigint NOT NULL,
    used_at {instant},
    CHECK (tries BETWEEN 0 AND 5)
);
CREATE INDEX challenge_user ON challenge (contract_id, user_id, id);

CREATE TABLE signature (
    id {uuid} PRIMARY KEY,
    contract_id {uuid} NOT NULL,
    edition bigint NOT NULL,
    hash text NOT NULL,
    side text NOT NULL,
    signer_id {uuid} NOT NULL REFERENCES "user" (id),
    signer_name text NOT NULL,
    authority text NOT NULL,
    authority_number text,
    authority_dated {day},
    authority_until {day},
    method text NOT NULL,
    challenge_id {uuid} REFERENCES challenge (id),
    totp_step bigint,
    signed_at {instant} NOT NULL,
    FOREIGN KEY (contract_id, edition, hash) REFERENCES contract_edition (contract_id, edition, hash)
);
CREATE UNIQUE INDEX signature_side_key ON signature (contract_id, edition, side);
CREATE UNIQUE INDEX signature_challenge_id_key ON signature (challenge_id);

CREATE TABLE contract_event (
    id {uuid} PRIMARY KEY,
    contract_id {uuid} NOT NULL REFERENCES contract (id),
    kind text NOT NULL,
    edition bigint NOT NULL,
    hash text NOT NULL,
    side text,
    user_id {uuid} REFERENCES "user" (id),
    detail text,
    at {instant} NOT NULL
);
CREATE INDEX contract_event_contract ON contract_event (contract_id, id);
"#);
