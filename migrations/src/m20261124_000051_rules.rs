//! Editions of the rules, and who agreed to which: rows that are only added to.
crate::table::migration!("m20261124_000051_rules", down: ["consent", "rules_edition"], append_only: ["consent", "rules_edition"], up: r#"
CREATE TABLE rules_edition (
    version bigint PRIMARY KEY,
    text_vi text NOT NULL,
    text_en text NOT NULL,
    hash text NOT NULL,
    in_force_from {instant} NOT NULL,
    published_at {instant} NOT NULL,
    CHECK (version > 0)
);

CREATE TABLE consent (
    id {uuid} PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    agreed_to text NOT NULL,
    version bigint NOT NULL REFERENCES rules_edition (version),
    hash text NOT NULL,
    way text NOT NULL,
    at {instant} NOT NULL,
    CHECK (agreed_to IN ('operating_rules', 'personal_data')),
    CHECK (way IN ('registration', 'invitation', 'account'))
);
CREATE UNIQUE INDEX consent_user_id_key ON consent (user_id, agreed_to, version);
CREATE INDEX consent_user ON consent (user_id, id);
"#);
