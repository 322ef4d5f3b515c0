//! Questions to the book of a round: what it would have taken of a changed post. At most twenty of a post and round.
crate::table::migration!("m20261125_000110_what_if", down: ["what_if"], up: r"
CREATE TABLE what_if (
    id {uuid} PRIMARY KEY,
    post_id {uuid} NOT NULL,
    round_id {uuid} NOT NULL REFERENCES round (id),
    number bigint NOT NULL CHECK (number BETWEEN 1 AND 20),
    question {json} NOT NULL,
    asked_at {instant} NOT NULL,
    answer {json}
);
CREATE UNIQUE INDEX what_if_number_key ON what_if (post_id, round_id, number);
");
