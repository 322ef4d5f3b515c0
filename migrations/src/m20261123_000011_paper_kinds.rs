//! What OCOP papers, papers of the geographical indication and lab results say besides the rest, and a ninth kind to ask for.
crate::table::migration!("m20261123_000011_paper_kinds", undo: r"
ALTER TABLE demand DROP COLUMN certificates_above;
ALTER TABLE certificate DROP COLUMN test_failed;
ALTER TABLE certificate DROP COLUMN lab;
ALTER TABLE certificate DROP COLUMN old_commune;
ALTER TABLE certificate DROP COLUMN criteria;
", up: r"
ALTER TABLE certificate ADD COLUMN criteria text;
ALTER TABLE certificate ADD COLUMN old_commune text;
ALTER TABLE certificate ADD COLUMN lab {json};
ALTER TABLE certificate ADD COLUMN test_failed bigint NOT NULL DEFAULT 0 CHECK (test_failed IN (0, 1));
ALTER TABLE demand ADD COLUMN certificates_above bigint NOT NULL DEFAULT 0 CHECK (certificates_above BETWEEN 0 AND 255);
");
