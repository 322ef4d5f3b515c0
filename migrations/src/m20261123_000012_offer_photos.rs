//! Photos of offers: what is known of each, and its bytes beside it in two sizes, so that a list reads neither.
crate::table::migration!("m20261123_000012_offer_photos", down: ["offer_photo_content", "offer_photo"], up: r"
CREATE TABLE offer_photo (
    id {uuid} PRIMARY KEY,
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    hash {bytes} NOT NULL,
    size bigint NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    added_by {uuid} NOT NULL,
    added_at {instant} NOT NULL,
    CHECK (size BETWEEN 1 AND 10000000),
    CHECK (width > 0 AND height > 0)
);
CREATE UNIQUE INDEX offer_photo_hash_key ON offer_photo (offer_id, hash);
CREATE TABLE offer_photo_content (
    photo_id {uuid} PRIMARY KEY REFERENCES offer_photo (id),
    bytes {bytes} NOT NULL,
    small {bytes} NOT NULL
);
");
