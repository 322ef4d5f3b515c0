//! What the programme office changed and added in the catalogue, over the list that comes with the program.
//!
//! The number of something added is its name in a round's market; what came with the program has its place in the list.
crate::table::migration!("m20261123_000021_catalogue", down: ["catalogue_step", "catalogue_variety", "catalogue_product"],
    append_only: ["catalogue_step"], up: r#"
CREATE TABLE catalogue_product (
    slug text PRIMARY KEY,
    number bigint NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    freight_class text NOT NULL,
    added_by {uuid} NOT NULL REFERENCES "user" (id),
    added_at {instant} NOT NULL
);
CREATE UNIQUE INDEX catalogue_product_number_key ON catalogue_product (number);
CREATE TABLE catalogue_variety (
    slug text PRIMARY KEY,
    id {uuid} NOT NULL,
    number bigint,
    version bigint NOT NULL,
    terms {json} NOT NULL
);
CREATE UNIQUE INDEX catalogue_variety_id_key ON catalogue_variety (id);
CREATE UNIQUE INDEX catalogue_variety_number_key ON catalogue_variety (number);
CREATE TABLE catalogue_step (
    slug text NOT NULL REFERENCES catalogue_variety (slug),
    version bigint NOT NULL,
    terms {json} NOT NULL,
    reason text NOT NULL,
    by_user {uuid} NOT NULL REFERENCES "user" (id),
    at {instant} NOT NULL,
    PRIMARY KEY (slug, version)
);
"#);
