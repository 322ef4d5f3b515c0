//! Searches that people keep, by the products they are about, and the posts that were found for each person.
crate::table::migration!("m20261123_000031_saved_searches", down: ["search_hit", "saved_search_product", "saved_search"], up: r#"
CREATE TABLE saved_search (
    id {uuid} PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    slot bigint NOT NULL,
    side text NOT NULL,
    name text NOT NULL,
    search {json} NOT NULL,
    created_at {instant} NOT NULL,
    CHECK (slot BETWEEN 0 AND 19),
    CHECK (side IN ('supplier', 'buyer'))
);
CREATE UNIQUE INDEX saved_search_slot_key ON saved_search (user_id, slot);

CREATE TABLE saved_search_product (
    side text NOT NULL,
    product text NOT NULL,
    search_id {uuid} NOT NULL REFERENCES saved_search (id),
    PRIMARY KEY (side, product, search_id)
);
CREATE INDEX saved_search_product_search ON saved_search_product (search_id);

CREATE TABLE search_hit (
    user_id {uuid} NOT NULL REFERENCES "user" (id),
    post_id {uuid} NOT NULL,
    search_id {uuid} NOT NULL,
    found_at {instant} NOT NULL,
    told_at {instant},
    PRIMARY KEY (user_id, post_id)
);
CREATE INDEX search_hit_found ON search_hit (found_at);
CREATE INDEX search_hit_search ON search_hit (search_id);
"#);
