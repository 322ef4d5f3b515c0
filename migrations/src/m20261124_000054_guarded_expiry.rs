//! A request that nobody confirms runs out. The table is made anew, because a check cannot be changed in SQLite.
use crate::table::run;
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261124_000054_guarded_expiry"
    }
}

const BEFORE: &str = "
ALTER TABLE guarded_change RENAME TO guarded_change_before;
DROP INDEX guarded_change_org_id_key;
DROP INDEX guarded_change_org;
DROP INDEX guarded_change_queue;
DROP INDEX guarded_change_due;
DROP INDEX guarded_change_warning;
";

/// `{more}` are columns and checks, `{states}` what a change can be.
const TABLE: &str = "
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
    {more}CHECK (kind IN ('bank_account', 'representative')),
    CHECK (status IN ({states})),
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
";

const AFTER: &str = "
INSERT INTO guarded_change ({columns}) SELECT {columns} FROM guarded_change_before;
DROP TABLE guarded_change_before;
CREATE UNIQUE INDEX guarded_change_org_id_key ON guarded_change (org_id, kind) WHERE status IN ('to_confirm', 'to_decide', 'cooling');
CREATE INDEX guarded_change_org ON guarded_change (org_id, id);
CREATE INDEX guarded_change_queue ON guarded_change (id) WHERE status = 'to_decide';
CREATE INDEX guarded_change_due ON guarded_change (effective_at) WHERE status = 'cooling';
CREATE INDEX guarded_change_warning ON guarded_change (org_id, effective_at) WHERE kind = 'bank_account';
";

const COLUMNS: &str = "id, org_id, kind, old_value, new_value, reason, asked_by, asked_at, status, confirmed_by, confirmed_at, decided_by, decided_at, decision, effective_at,
    stopped_by, stopped_at, stop_reason, version";
const STATES: &str = "'to_confirm', 'to_decide', 'cooling', 'in_force', 'refused', 'stopped'";

async fn anew(manager: &SchemaManager<'_>, more: &str, states: &str) -> Result<(), DbErr> {
    run(manager, BEFORE).await?;
    run(manager, &TABLE.replace("{more}", more).replace("{states}", states)).await?;
    run(manager, &AFTER.replace("{columns}", COLUMNS)).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let more = "expired_at {instant},\n    CHECK ((status = 'expired') = (expired_at IS NOT NULL)),\n    ";
        anew(manager, more, &format!("{STATES}, 'expired'")).await?;
        run(manager, "CREATE INDEX guarded_change_unconfirmed ON guarded_change (asked_at) WHERE status = 'to_confirm';\n").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "DELETE FROM guarded_change WHERE status = 'expired';\nDROP INDEX guarded_change_unconfirmed;\n").await?;
        anew(manager, "", STATES).await
    }
}
