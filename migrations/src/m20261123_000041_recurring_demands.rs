//! Demands that come every week, and what was posted of them.
crate::table::migration!("m20261123_000041_recurring_demands", down: ["recurring_demand_post", "recurring_demand"], up: r#"
CREATE TABLE recurring_demand (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    posted_by {uuid} NOT NULL REFERENCES "user" (id),
    terms {json} NOT NULL,
    next_week {day} NOT NULL,
    next_on {day},
    status text NOT NULL,
    posted_at {instant} NOT NULL,
    withdrawn_at {instant},
    withdrawn_by {uuid} REFERENCES "user" (id),
    version bigint NOT NULL,
    CHECK (status IN ('open', 'withdrawn')),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK (status = 'open' OR next_on IS NULL)
);
CREATE INDEX recurring_demand_org ON recurring_demand (org_id, id);
CREATE INDEX recurring_demand_next ON recurring_demand (next_on) WHERE next_on IS NOT NULL;

CREATE TABLE recurring_demand_post (
    recurring_id {uuid} NOT NULL REFERENCES recurring_demand (id),
    first_week {day} NOT NULL,
    last_week {day} NOT NULL,
    demand_id {uuid} NOT NULL UNIQUE REFERENCES demand (id),
    PRIMARY KEY (recurring_id, first_week),
    CHECK (last_week >= first_week)
);
"#);
