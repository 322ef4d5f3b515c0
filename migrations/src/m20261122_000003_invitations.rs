//! Invitations into an organisation, by link.
crate::table::migration!("m20261122_000003_invitations", down: ["invitation"], up: r#"
CREATE TABLE invitation (
    id {uuid} PRIMARY KEY,
    hash text NOT NULL,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    role text NOT NULL,
    name text,
    invited_by {uuid} NOT NULL REFERENCES "user" (id),
    made_at {instant} NOT NULL,
    status text NOT NULL,
    ended_by {uuid},
    ended_at {instant}
);
CREATE UNIQUE INDEX invitation_hash_key ON invitation (hash);
CREATE INDEX invitation_org ON invitation (org_id, id);
"#);
