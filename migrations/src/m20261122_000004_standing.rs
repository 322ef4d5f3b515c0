//! Every change of an organisation's standing, and what organisations ask the programme office to look at again.
//!
//! An organisation has one open appeal at most.
crate::table::migration!("m20261122_000004_standing", down: ["appeal", "organisation_event"],
    append_only: ["organisation_event"], up: r#"
CREATE TABLE organisation_event (
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    version bigint NOT NULL,
    status text NOT NULL,
    reason text,
    by_user {uuid},
    at {instant} NOT NULL,
    PRIMARY KEY (org_id, version)
);
INSERT INTO organisation_event (org_id, version, status, reason, by_user, at)
    SELECT id, version, status, status_reason, status_by, status_at FROM organisation;
CREATE TABLE appeal (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    made_by {uuid} NOT NULL REFERENCES "user" (id),
    made_at {instant} NOT NULL,
    reason text NOT NULL,
    status text NOT NULL,
    answer text,
    answered_by {uuid} REFERENCES "user" (id),
    answered_at {instant},
    CHECK (status IN ('open', 'reopened', 'kept')),
    CHECK ((status = 'open') = (answer IS NULL)),
    CHECK ((answer IS NULL) = (answered_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX appeal_org_id_key ON appeal (org_id) WHERE status = 'open';
CREATE INDEX appeal_org ON appeal (org_id, id);
CREATE INDEX appeal_open ON appeal (id) WHERE status = 'open';
"#);
