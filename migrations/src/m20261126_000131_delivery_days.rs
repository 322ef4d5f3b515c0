//! What both sides say of the day of a delivery, beside the days that were signed: steps that are only added. The day that holds and
//! the one that waits for the buyer stand on the line too, where they are looked for.
use crate::table::{append_only, run};
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261126_000131_delivery_days"
    }
}

const UP: &str = r#"
CREATE TABLE delivery_day (
    line_id {uuid} NOT NULL REFERENCES line (id),
    number bigint NOT NULL,
    word text NOT NULL,
    day {day} NOT NULL,
    note text,
    said_at {instant} NOT NULL,
    said_by {uuid} NOT NULL REFERENCES "user" (id),
    PRIMARY KEY (line_id, number),
    CHECK (number BETWEEN 1 AND 30),
    CHECK (word IN ('named', 'agreed', 'refused'))
);
ALTER TABLE line ADD COLUMN day_steps bigint NOT NULL DEFAULT 0 CHECK (day_steps BETWEEN 0 AND 30);
ALTER TABLE line ADD COLUMN confirmed_on {day} CHECK (confirmed_on IS NULL OR day_steps > 0);
ALTER TABLE line ADD COLUMN waiting_on {day} CHECK (waiting_on NOT BETWEEN window_from AND window_to)
    CHECK (waiting_on IS NULL OR (day_steps > 0 AND delivery = 'planned'));
CREATE INDEX line_waiting ON line (waiting_on, id) WHERE waiting_on IS NOT NULL;
CREATE INDEX line_confirmed ON line (confirmed_on, id) WHERE confirmed_on IS NOT NULL;
"#;

const DOWN: &str = "
DROP INDEX line_confirmed;
DROP INDEX line_waiting;
ALTER TABLE line DROP COLUMN waiting_on;
ALTER TABLE line DROP COLUMN confirmed_on;
ALTER TABLE line DROP COLUMN day_steps;
DROP TABLE delivery_day;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Whole or not at all, on SQLite too.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        append_only(manager, &["delivery_day"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
