//! Varieties that members asked for. While a request waits, the same name joins it: a voice for each organisation.
crate::table::migration!("m20261123_000022_variety_requests", down: ["variety_voice", "variety_request"], up: r#"
CREATE TABLE variety_request (
    id {uuid} PRIMARY KEY,
    folded text NOT NULL,
    name text NOT NULL,
    asked_at {instant} NOT NULL,
    status text NOT NULL,
    variety text,
    reason text,
    answered_by {uuid} REFERENCES "user" (id),
    answered_at {instant},
    CHECK (status IN ('open', 'taken', 'refused')),
    CHECK ((status = 'taken') = (variety IS NOT NULL)),
    CHECK ((status = 'open') = (answered_by IS NULL)),
    CHECK ((status = 'open') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX variety_request_folded_key ON variety_request (folded) WHERE status = 'open';
CREATE INDEX variety_request_open ON variety_request (id) WHERE status = 'open';
CREATE TABLE variety_voice (
    request_id {uuid} NOT NULL REFERENCES variety_request (id),
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    by_user {uuid} NOT NULL REFERENCES "user" (id),
    at {instant} NOT NULL,
    name text NOT NULL,
    local_name text,
    note text NOT NULL,
    PRIMARY KEY (request_id, org_id)
);
CREATE INDEX variety_voice_org ON variety_voice (org_id, request_id);
"#);
