//! Files that were refused at the door: they took the server's time like a list, and count as one of the day.
crate::table::migration!("m20261125_000101_refused_lists", down: ["refused_list"], up: r"
CREATE TABLE refused_list (
    id {uuid} PRIMARY KEY,
    org_id {uuid} REFERENCES organisation (id),
    at {instant} NOT NULL
);
CREATE INDEX refused_list_owner ON refused_list (org_id, at);
");
