//! What belongs to the whole instance: its settings and the requests already answered.
crate::table::migration!("m20261121_000002_instance", down: ["idempotency", "setting"], up: r#"
CREATE TABLE setting (
    key text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE idempotency (
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    key text NOT NULL,
    request_hash text NOT NULL,
    resource_id {uuid} NOT NULL,
    created_at {instant} NOT NULL,
    CONSTRAINT idempotency_key_key PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_created ON idempotency (created_at);
"#);
