//! A paper that nobody decided about yet may be taken back. The table is made anew, because a check cannot be changed in SQLite.
use crate::table::{append_only, run};
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261126_000121_documents_taken_back"
    }
}

const TABLE: &str = "
ALTER TABLE document_event RENAME TO document_event_before;
CREATE TABLE document_event (
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    item text NOT NULL,
    number bigint NOT NULL,
    step text NOT NULL,
    document_id {uuid} REFERENCES document (id),
    reason text,
    by_user {uuid} NOT NULL,
    at {instant} NOT NULL,
    PRIMARY KEY (org_id, item, number),
    CHECK (item IN ('registration', 'cooperation_contract', 'farm_confirmation', 'election', 'authorisation')),
    CHECK (step IN ({steps})),
    CHECK (number BETWEEN 1 AND 60),
    CHECK (document_id IS NOT NULL OR step IN ('revise', 'waived')),
    CHECK ((reason IS NULL) = (step IN ('sent', 'accepted', 'withdrawn')))
);
INSERT INTO document_event SELECT org_id, item, number, step, document_id, reason, by_user, at FROM document_event_before WHERE step IN ({steps});
DROP TABLE document_event_before;
";
const STEPS: &str = "'sent', 'accepted', 'revise', 'refused', 'waived'";

async fn anew(manager: &SchemaManager<'_>, steps: &str) -> Result<(), DbErr> {
    run(manager, &TABLE.replace("{steps}", steps)).await?;
    append_only(manager, &["document_event"]).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        anew(manager, &format!("{STEPS}, 'withdrawn'")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        anew(manager, STEPS).await
    }
}
