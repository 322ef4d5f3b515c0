//! Papers about an organisation itself: every version, its bytes beside it, and everything that was said of it.
crate::table::migration!("m20261125_000081_documents", down: ["document_event", "document_content", "document"], append_only: ["document_event"], up: r"
CREATE TABLE document (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    item text NOT NULL,
    media text NOT NULL,
    hash {bytes} NOT NULL,
    size bigint NOT NULL,
    width bigint,
    height bigint,
    sent_by {uuid} NOT NULL,
    sent_at {instant} NOT NULL,
    CHECK (item IN ('registration', 'cooperation_contract', 'farm_confirmation', 'election', 'authorisation')),
    CHECK (media IN ('jpeg', 'pdf')),
    CHECK (size BETWEEN 1 AND 10000000),
    CHECK (width > 0 AND height > 0),
    CHECK ((media = 'jpeg') = (width IS NOT NULL)),
    CHECK ((media = 'jpeg') = (height IS NOT NULL))
);
CREATE INDEX document_org ON document (org_id, id);
CREATE TABLE document_content (
    document_id {uuid} PRIMARY KEY REFERENCES document (id),
    bytes {bytes} NOT NULL
);
CREATE TABLE document_event (
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    item text NOT NULL,
    number bigint NOT NULL,
    step text NOT NULL,
    document_id {uuid} REFERENCES document (id),
    reason text,
    by_user {uuid} NOT NULL,
    at {instant} NOT NULL,
    PRIMARY KEY (org_id, item, number),
    CHECK (item IN ('registration', 'cooperation_contract', 'farm_confirmation', 'election', 'authorisation')),
    CHECK (step IN ('sent', 'accepted', 'revise', 'refused', 'waived')),
    CHECK (number BETWEEN 1 AND 60),
    CHECK (document_id IS NOT NULL OR step IN ('revise', 'waived')),
    CHECK ((reason IS NULL) = (step IN ('sent', 'accepted')))
);
");
