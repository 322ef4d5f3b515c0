//! Changes of an organisation's bank account and of who signs for it: a row a change, with every step of it, never removed. An
//! organisation has one open change of each kind at most, and nobody confirms what the same person asked for.
use crate::table::{drop, run};
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261123_000001_guarded_changes"
    }
}

const UP: &str = "
ALTER TABLE organisation ADD COLUMN first_verified_at {instant};
UPDATE organisation SET first_verified_at = (
    SELECT MIN(e.at) FROM organisation_event e WHERE e.org_id = organisation.id AND e.status = 'verified');
CREATE TABLE guarded_change (
    id {uuid} PRIMARY KEY,
    org_id {uuid} NOT NULL REFERENCES organisation (id),
    kind text NOT NULL,
    old_value {json},
    new_value {json} NOT NULL,
    reason text NOT NULL,
    asked_by {uuid} NOT NULL REFERENCES \"user\" (id),
    asked_at {instant} NOT NULL,
    status text NOT NULL,
    confirmed_by {uuid} REFERENCES \"user\" (id),
    confirmed_at {instant},
    decided_by {uuid} REFERENCES \"user\" (id),
    decided_at {instant},
    decision text,
    effective_at {instant},
    stopped_by {uuid} REFERENCES \"user\" (id),
    stopped_at {instant},
    stop_reason text,
    version bigint NOT NULL,
    CHECK (kind IN ('bank_account', 'representative')),
    CHECK (status IN ('to_confirm', 'to_decide', 'cooling', 'in_force', 'refused', 'stopped')),
    CHECK (confirmed_by <> asked_by),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (confirmed_by IS NULL OR status <> 'to_confirm'),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decision IS NULL)),
    CHECK (decided_by IS NULL OR status NOT IN ('to_confirm', 'to_decide')),
    CHECK (decided_by IS NOT NULL OR status NOT IN ('cooling', 'in_force', 'refused')),
    CHECK (effective_at IS NOT NULL OR status NOT IN ('cooling', 'in_force')),
    CHECK (effective_at IS NULL OR status IN ('cooling', 'in_force', 'stopped')),
    CHECK (effective_at IS NULL OR effective_at > decided_at),
    CHECK ((status = 'stopped') = (stopped_by IS NOT NULL)),
    CHECK ((stopped_by IS NULL) = (stopped_at IS NULL)),
    CHECK ((stopped_by IS NULL) = (stop_reason IS NULL))
);
CREATE UNIQUE INDEX guarded_change_org_id_key ON guarded_change (org_id, kind) WHERE status IN ('to_confirm', 'to_decide', 'cooling');
CREATE INDEX guarded_change_org ON guarded_change (org_id, id);
CREATE INDEX guarded_change_queue ON guarded_change (id) WHERE status = 'to_decide';
CREATE INDEX guarded_change_due ON guarded_change (effective_at) WHERE status = 'cooling';
CREATE INDEX guarded_change_warning ON guarded_change (org_id, effective_at) WHERE kind = 'bank_account';
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["guarded_change"]).await?;
        run(manager, "ALTER TABLE organisation DROP COLUMN first_verified_at;\n").await
    }
}
