//! Organisations, the people in them, and how they sign in.
crate::table::migration!("m20261121_000001_accounts", down: ["link", "sign_in_failure", "refresh_token", "session", "user", "organisation"], up: r#"
CREATE TABLE organisation (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    sort_key text{bytewise} NOT NULL,
    tax_code text,
    address_line text,
    commune text NOT NULL,
    old_district text,
    lat_e6 bigint,
    lon_e6 bigint,
    representative text NOT NULL,
    position text NOT NULL,
    phone text NOT NULL,
    email text,
    vat_method text NOT NULL,
    bank_name text,
    bank_number text,
    bank_holder text,
    status text NOT NULL,
    status_reason text,
    status_at {instant} NOT NULL,
    status_by {uuid},
    registered_at {instant} NOT NULL,
    version bigint NOT NULL
);
CREATE UNIQUE INDEX organisation_tax_code_key ON organisation (tax_code);
CREATE INDEX organisation_status ON organisation (status, id);
CREATE INDEX organisation_sort ON organisation (sort_key, id);

CREATE TABLE "user" (
    id {uuid} PRIMARY KEY,
    org_id {uuid} REFERENCES organisation (id),
    role text NOT NULL,
    name text NOT NULL,
    sign_in text NOT NULL,
    email text,
    email_confirmed_at {instant},
    phone text,
    password_hash text NOT NULL,
    totp_secret text,
    totp_confirmed_at {instant},
    totp_last_step bigint,
    language text NOT NULL,
    created_at {instant} NOT NULL,
    closed_at {instant},
    version bigint NOT NULL
);
CREATE UNIQUE INDEX user_sign_in_key ON "user" (sign_in);
CREATE INDEX user_org ON "user" (org_id, id);

CREATE TABLE session (
    id {uuid} PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    started_at {instant} NOT NULL,
    ended_at {instant}
);
CREATE INDEX session_owner ON session (user_id);

CREATE TABLE refresh_token (
    id {uuid} PRIMARY KEY,
    hash text NOT NULL,
    session_id {uuid} NOT NULL REFERENCES session (id),
    issued_at {instant} NOT NULL,
    used_at {instant}
);
CREATE UNIQUE INDEX refresh_token_hash_key ON refresh_token (hash);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE sign_in_failure (
    id {uuid} PRIMARY KEY,
    subject text NOT NULL,
    at {instant} NOT NULL
);
CREATE INDEX sign_in_failure_subject ON sign_in_failure (subject, at);

CREATE TABLE link (
    id {uuid} PRIMARY KEY,
    hash text NOT NULL,
    kind text NOT NULL,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    email text,
    issued_at {instant} NOT NULL,
    used_at {instant}
);
CREATE UNIQUE INDEX link_hash_key ON link (hash);
CREATE INDEX link_user ON link (user_id, kind);
"#);
