//! What officers write down about an organisation for each other.
crate::table::migration!("m20261130_000187_office_notes", down: ["office_note"], up: r#"
CREATE TABLE office_note (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    words text NOT NULL,
    written_by {uuid} NOT NULL REFERENCES "user" (id),
    written_at {instant} NOT NULL,
    CHECK (length(words) BETWEEN 1 AND 2000)
);
CREATE INDEX office_note_org ON office_note (org_id, id);
"#);
