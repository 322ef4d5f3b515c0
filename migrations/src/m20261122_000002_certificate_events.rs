//! Every decision on a certificate, and who was told that it runs out.
crate::table::migration!("m20261122_000002_certificate_events", down: ["certificate_notice", "certificate_event"],
    append_only: ["certificate_event"], up: r"
CREATE TABLE certificate_event (
    certificate_id {uuid} NOT NULL REFERENCES certificate (id),
    version bigint NOT NULL,
    status text NOT NULL,
    reason text,
    at {instant} NOT NULL,
    PRIMARY KEY (certificate_id, version)
);
INSERT INTO certificate_event (certificate_id, version, status, reason, at)
    SELECT id, version, status, status_reason, status_at FROM certificate;
CREATE TABLE certificate_notice (
    certificate_id {uuid} NOT NULL REFERENCES certificate (id),
    valid_to {day} NOT NULL,
    step bigint NOT NULL,
    told_at {instant} NOT NULL,
    PRIMARY KEY (certificate_id, valid_to, step)
);
CREATE INDEX certificate_end ON certificate (status, valid_to, id);
");
