//! Every change of an organisation's contact number: the office rings the one from before. Rows are only added.
crate::table::migration!("m20261124_000053_organisation_phones", down: ["organisation_phone"], append_only: ["organisation_phone"], up: r#"
CREATE TABLE organisation_phone (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    old_phone text NOT NULL,
    new_phone text NOT NULL,
    by_user {uuid} NOT NULL REFERENCES "user" (id),
    at {instant} NOT NULL,
    CHECK (old_phone <> new_phone)
);
CREATE INDEX organisation_phone_org ON organisation_phone (org_id, id);
"#);
