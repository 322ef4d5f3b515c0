//! Consent that a member gave on paper to what the office entered. An entry names the slip that stands for what it says now; which
//! column that is has no reference, because SQLite could not drop it again.
crate::table::migration!("m20261130_000186_slips", undo: "
ALTER TABLE assisted DROP COLUMN slip_id;
DROP TABLE assisted_slip_content;
DROP TABLE assisted_slip;
", up: r#"
CREATE TABLE assisted_slip (
    id {uuid} PRIMARY KEY,
    assisted_id {uuid} NOT NULL REFERENCES assisted (id),
    reference text NOT NULL,
    signed_on {day} NOT NULL,
    post_version bigint NOT NULL,
    media text NOT NULL,
    hash {bytes} NOT NULL,
    recorded_by {uuid} NOT NULL REFERENCES "user" (id),
    recorded_at {instant} NOT NULL,
    CHECK (length(reference) BETWEEN 1 AND 200),
    CHECK (post_version >= 1),
    CHECK (media IN ('jpeg', 'pdf')),
    CHECK (length(hash) = 32)
);
CREATE INDEX assisted_slip_of ON assisted_slip (assisted_id);
CREATE TABLE assisted_slip_content (
    slip_id {uuid} PRIMARY KEY REFERENCES assisted_slip (id),
    bytes {bytes} NOT NULL
);
ALTER TABLE assisted ADD COLUMN slip_id {uuid};
"#);
