//! What was done about somebody's way in, and by whom.
crate::table::migration!("m20261122_000004_account_events", down: ["account_event"], append_only: ["account_event"], up: r#"
CREATE TABLE account_event (
    id {uuid} PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    step text NOT NULL,
    by_user {uuid} REFERENCES "user" (id),
    at {instant} NOT NULL
);
CREATE INDEX account_event_user ON account_event (user_id, id);
"#);
