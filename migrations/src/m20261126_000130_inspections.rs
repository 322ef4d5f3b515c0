//! A delivery is inspected part by part: entries that are only added, one of which may take the place of another. What was weighed
//! stands on the line, where `received_g`, `accepted_g` and `rejected_g` are the sums of the entries that count. A receipt of
//! before becomes one entry of everything.
use crate::table::{append_only, run};
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261126_000130_inspections"
    }
}

const UP: &str = r#"
CREATE TABLE inspection (
    line_id {uuid} NOT NULL REFERENCES line (id),
    number bigint NOT NULL,
    corrects bigint,
    rest boolean NOT NULL,
    weighed_g bigint NOT NULL,
    inspected_g bigint NOT NULL,
    accepted_g bigint NOT NULL,
    rejected_g bigint NOT NULL,
    rejections {json} NOT NULL,
    size_from_mm bigint,
    size_to_mm bigint,
    brix_tenths bigint,
    juice_percent bigint,
    part text,
    note text,
    inspected_at {instant} NOT NULL,
    inspected_by {uuid} NOT NULL REFERENCES "user" (id),
    PRIMARY KEY (line_id, number),
    FOREIGN KEY (line_id, corrects) REFERENCES inspection (line_id, number),
    CHECK (number BETWEEN 1 AND 51),
    CHECK (corrects < number),
    CHECK (accepted_g >= 0 AND rejected_g >= 0),
    CHECK (accepted_g + rejected_g = inspected_g),
    CHECK (inspected_g BETWEEN 0 AND weighed_g),
    CHECK (NOT rest OR rejected_g = 0),
    CHECK (size_from_mm BETWEEN 5 AND 400),
    CHECK (size_to_mm BETWEEN 5 AND 400),
    CHECK (size_from_mm <= size_to_mm),
    CHECK (brix_tenths BETWEEN 10 AND 350),
    CHECK (juice_percent BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX inspection_corrects_key ON inspection (line_id, corrects);
INSERT INTO inspection (line_id, number, rest, weighed_g, inspected_g, accepted_g, rejected_g, rejections, inspected_at, inspected_by)
    SELECT id, 1, FALSE, received_g, received_g, accepted_g, rejected_g, rejections, received_at, received_by FROM line WHERE delivery = 'received';
ALTER TABLE line ADD COLUMN weighed_g bigint CHECK (weighed_g >= 0 AND received_g <= weighed_g)
    CHECK (delivery <> 'received' OR received_g = weighed_g);
UPDATE line SET weighed_g = received_g WHERE delivery = 'received';
ALTER TABLE line ADD COLUMN inspections bigint NOT NULL DEFAULT 0 CHECK (due_amount IS NULL OR delivery = 'received')
    CHECK (inspections = 0 OR weighed_g IS NOT NULL);
UPDATE line SET inspections = 1 WHERE delivery = 'received';
ALTER TABLE line DROP COLUMN rejections;
"#;

/// Only the first entry of each line goes back: before, there was one.
const DOWN: &str = r"
ALTER TABLE line ADD COLUMN rejections {json};
UPDATE line SET rejections = (SELECT i.rejections FROM inspection i WHERE i.line_id = line.id AND i.number = 1) WHERE delivery = 'received';
UPDATE line SET delivery = 'dispatched', received_g = NULL, accepted_g = NULL, rejected_g = NULL WHERE delivery = 'inspecting';
ALTER TABLE line DROP COLUMN inspections;
ALTER TABLE line DROP COLUMN weighed_g;
DROP TABLE inspection;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Whole or not at all, on SQLite too.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        append_only(manager, &["inspection"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
