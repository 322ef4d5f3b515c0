//! What each session was opened with, and when it was last used, so that people find the ones that are not theirs.
use crate::table::run;
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261122_000004_session_devices"
    }
}

const UP: &str = "
ALTER TABLE session ADD COLUMN browser text NOT NULL DEFAULT 'other';
ALTER TABLE session ADD COLUMN system text NOT NULL DEFAULT 'other';
ALTER TABLE session ADD COLUMN last_used_at {instant};
UPDATE session SET last_used_at = COALESCE(
    (SELECT MAX(t.issued_at) FROM refresh_token t WHERE t.session_id = session.id), started_at);
DROP INDEX session_owner;
CREATE INDEX session_owner ON session (user_id, id);
";

const DOWN: &str = "
DROP INDEX session_owner;
CREATE INDEX session_owner ON session (user_id);
ALTER TABLE session DROP COLUMN last_used_at;
ALTER TABLE session DROP COLUMN system;
ALTER TABLE session DROP COLUMN browser;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
