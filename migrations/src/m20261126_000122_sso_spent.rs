//! Ways back from the provider that were taken: nobody comes back by the same one twice, cookie or not.
crate::table::migration!("m20261126_000122_sso_spent", down: ["sso_spent"], up: r"
CREATE TABLE sso_spent (
    state_hash text PRIMARY KEY,
    until {instant} NOT NULL,
    CHECK (length(state_hash) = 64)
);
CREATE INDEX sso_spent_until ON sso_spent (until);
");
