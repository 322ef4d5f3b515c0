//! What the office entered for members: who asked and how, and what the organisation said of it.
crate::table::migration!("m20261126_000120_assisted", down: ["assisted"], up: r#"
CREATE TABLE assisted (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    side text NOT NULL,
    offer_id {uuid} UNIQUE REFERENCES offer (id),
    demand_id {uuid} UNIQUE REFERENCES demand (id),
    asker text NOT NULL,
    way text NOT NULL,
    note text NOT NULL,
    entered_by {uuid} NOT NULL REFERENCES "user" (id),
    entered_at {instant} NOT NULL,
    confirm_by {instant} NOT NULL,
    status text NOT NULL,
    settled_by {uuid} REFERENCES "user" (id),
    settled_at {instant},
    reason text,
    CHECK (side IN ('supplier', 'buyer')),
    CHECK ((side = 'supplier') = (offer_id IS NOT NULL)),
    CHECK ((side = 'buyer') = (demand_id IS NOT NULL)),
    CHECK (length(asker) BETWEEN 1 AND 200),
    CHECK (length(note) <= 2000),
    CHECK (way IN ('phone', 'office', 'paper', 'visit')),
    CHECK (confirm_by > entered_at),
    CHECK (status IN ('waiting', 'confirmed', 'refused', 'withdrawn', 'lapsed')),
    CHECK ((status = 'waiting') = (settled_at IS NULL)),
    CHECK ((status IN ('waiting', 'lapsed')) = (settled_by IS NULL)),
    CHECK ((status = 'refused') = (reason IS NOT NULL))
);
CREATE INDEX assisted_status ON assisted (status, id);
CREATE INDEX assisted_due ON assisted (status, confirm_by);
CREATE INDEX assisted_org ON assisted (org_id, status, id);
"#);
