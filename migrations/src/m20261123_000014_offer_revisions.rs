//! How the quantity of an offer came to stand where it stands, and whose owner was asked to make a forecast firm.
crate::table::migration!("m20261123_000014_offer_revisions", down: ["offer_reminder", "offer_revision"],
    append_only: ["offer_revision"], up: r"
CREATE TABLE offer_revision (
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    version bigint NOT NULL,
    total_g bigint NOT NULL,
    low_g bigint,
    mid_g bigint,
    high_g bigint,
    at {instant} NOT NULL,
    by_user {uuid} NOT NULL,
    PRIMARY KEY (offer_id, version)
);
INSERT INTO offer_revision (offer_id, version, total_g, at, by_user)
    SELECT id, version, total_g, posted_at, posted_by FROM offer;
CREATE TABLE offer_reminder (
    offer_id {uuid} NOT NULL REFERENCES offer (id),
    window_from {day} NOT NULL,
    told_at {instant} NOT NULL,
    PRIMARY KEY (offer_id, window_from)
);
");
