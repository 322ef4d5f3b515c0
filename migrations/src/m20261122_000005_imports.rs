//! Lists that were sent as files, row by row, and what became of each row: the marks keep a second upload from adding anything.
crate::table::migration!("m20261122_000005_imports", down: ["import_mark", "import_row", "import"], up: r#"
CREATE TABLE import (
    id {uuid} PRIMARY KEY,
    org_id {uuid} REFERENCES organisation (id),
    sent_by {uuid} NOT NULL REFERENCES "user" (id),
    kind text NOT NULL,
    file_name text NOT NULL,
    file_hash {bytes} NOT NULL,
    sheet text NOT NULL,
    header_row bigint NOT NULL,
    head {json} NOT NULL,
    state text NOT NULL,
    accepted bigint NOT NULL,
    review bigint NOT NULL,
    skipped bigint NOT NULL,
    left_out bigint NOT NULL,
    known bigint NOT NULL,
    made bigint NOT NULL,
    sent_at {instant} NOT NULL,
    CHECK (kind IN ('offers', 'demands', 'organisations', 'certificates')),
    CHECK (state IN ('reading', 'ready', 'making', 'done'))
);
CREATE INDEX import_org ON import (org_id, id);
CREATE INDEX import_sent ON import (sent_at);

CREATE TABLE import_row (
    id {uuid} PRIMARY KEY,
    import_id {uuid} NOT NULL REFERENCES import (id),
    number bigint NOT NULL,
    last_number bigint NOT NULL,
    org_id {uuid} REFERENCES organisation (id),
    state text NOT NULL,
    skip text,
    decided boolean NOT NULL,
    source {bytes} NOT NULL,
    source_nth bigint NOT NULL,
    content {bytes},
    cells {json} NOT NULL,
    corrections {json} NOT NULL,
    problems {json} NOT NULL,
    terms {json},
    thing_id {uuid},
    CHECK (last_number >= number),
    CHECK (state IN ('accepted', 'review', 'skipped', 'left', 'known', 'made')),
    CHECK ((state = 'skipped') = (skip IS NOT NULL)),
    CHECK ((state IN ('known', 'made')) = (thing_id IS NOT NULL)),
    CHECK (state <> 'accepted' OR (terms IS NOT NULL AND content IS NOT NULL))
);
CREATE UNIQUE INDEX import_row_number_key ON import_row (import_id, number);
CREATE INDEX import_row_state ON import_row (import_id, state, id);
CREATE INDEX import_row_id ON import_row (import_id, id);

CREATE TABLE import_mark (
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    fingerprint {bytes} NOT NULL,
    nth bigint NOT NULL,
    thing_id {uuid} NOT NULL,
    PRIMARY KEY (org_id, kind, fingerprint, nth)
);
"#);
