//! What officers did for members beside posts: papers sent in, contact corrected, organisations entered.
crate::table::migration!("m20261130_000185_office_acts", down: ["office_act"], up: r#"
CREATE TABLE office_act (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    subject_id {uuid} NOT NULL,
    about text NOT NULL,
    asker text,
    way text,
    note text,
    done_by {uuid} NOT NULL REFERENCES "user" (id),
    done_at {instant} NOT NULL,
    CHECK (kind IN ('certificate_added', 'certificate_corrected', 'scan_added', 'scan_removed', 'document_sent', 'photo_added',
        'photo_removed', 'organisation_entered', 'contact_corrected', 'slip_recorded')),
    CHECK (length(about) <= 200),
    CHECK ((asker IS NULL) = (way IS NULL) AND (asker IS NULL) = (note IS NULL)),
    CHECK (asker IS NULL OR length(asker) BETWEEN 1 AND 200),
    CHECK (note IS NULL OR length(note) <= 2000),
    CHECK (way IS NULL OR way IN ('phone', 'office', 'paper', 'visit'))
);
CREATE INDEX office_act_org ON office_act (org_id, id);
"#);
