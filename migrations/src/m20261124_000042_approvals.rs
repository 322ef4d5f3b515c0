//! What clerks may decide alone, and what they put to a director. The newest limit of an organisation counts.
crate::table::migration!("m20261124_000042_approvals", down: ["approval", "clerk_limit"], append_only: ["clerk_limit"], up: r#"
CREATE TABLE clerk_limit (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    dong bigint NOT NULL,
    set_by {uuid} NOT NULL REFERENCES "user" (id),
    set_at {instant} NOT NULL,
    CHECK (dong BETWEEN 0 AND 1000000000000)
);
CREATE INDEX clerk_limit_org ON clerk_limit (org_id, id);

CREATE TABLE approval (
    id {uuid} PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposal (id),
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    revision bigint NOT NULL,
    terms {json},
    message text,
    asked_by {uuid} NOT NULL REFERENCES "user" (id),
    asked_at {instant} NOT NULL,
    status text NOT NULL,
    closed_by {uuid} REFERENCES "user" (id),
    closed_at {instant},
    reason text,
    CHECK (status IN ('waiting', 'given', 'refused', 'replaced')),
    CHECK ((status = 'waiting') = (closed_at IS NULL)),
    CHECK ((status IN ('given', 'refused')) = (closed_by IS NOT NULL)),
    CHECK ((status = 'refused') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX approval_waiting ON approval (proposal_id, org_id) WHERE status = 'waiting';
CREATE INDEX approval_proposal ON approval (proposal_id, org_id, id);
"#);
