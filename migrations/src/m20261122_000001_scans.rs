//! Scans of certificates: what is known of each, and its bytes beside it, so that a list does not read them.
crate::table::migration!("m20261122_000001_scans", down: ["scan_content", "scan"], up: r"
CREATE TABLE scan (
    id {uuid} PRIMARY KEY,
    certificate_id {uuid} NOT NULL REFERENCES certificate (id),
    media text NOT NULL,
    hash {bytes} NOT NULL,
    size bigint NOT NULL,
    width bigint,
    height bigint,
    added_by {uuid} NOT NULL,
    added_at {instant} NOT NULL,
    CHECK (media IN ('jpeg', 'pdf')),
    CHECK (size BETWEEN 1 AND 10000000),
    CHECK (width > 0 AND height > 0),
    CHECK ((media = 'jpeg') = (width IS NOT NULL)),
    CHECK ((media = 'jpeg') = (height IS NOT NULL))
);
CREATE UNIQUE INDEX scan_hash_key ON scan (certificate_id, hash);
CREATE TABLE scan_content (
    scan_id {uuid} PRIMARY KEY REFERENCES scan (id),
    bytes {bytes} NOT NULL
);
");
