//! Papers: one row a certificate, valid for some varieties and some days.
crate::table::migration!("m20261121_000003_certificates", down: ["certificate"], up: r"
CREATE TABLE certificate (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    number text NOT NULL,
    issuer text NOT NULL,
    varieties {json} NOT NULL,
    issued_on {day} NOT NULL,
    valid_to {day} NOT NULL,
    stars bigint,
    area_m2 bigint,
    expected_g bigint,
    status text NOT NULL,
    status_reason text,
    status_at {instant} NOT NULL,
    status_by {uuid},
    version bigint NOT NULL,
    CHECK (valid_to >= issued_on),
    CHECK (stars BETWEEN 1 AND 5),
    CHECK (area_m2 > 0),
    CHECK (expected_g > 0),
    CHECK (status IN ('submitted', 'verified', 'refused', 'suspended')),
    CHECK ((status = 'submitted') = (status_by IS NULL))
);
CREATE UNIQUE INDEX certificate_number_key ON certificate (org_id, kind, number);
CREATE INDEX certificate_org ON certificate (org_id, status, id);
CREATE INDEX certificate_status ON certificate (status, id);
");
