//! Who leads an organisation is guarded too: a change of a member's role to director or away from it, with whose role it is. The
//! table is made anew, because a check cannot be changed in SQLite.
use crate::table::run;
use sea_orm_migration::prelude::{DbErr, MigrationName, MigrationTrait, SchemaManager};

#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261130_000190_guarded_directors"
    }
}

const BEFORE: &str = "
ALTER TABLE guarded_change RENAME TO guarded_change_before;
DROP INDEX guarded_change_org_id_key;
DROP INDEX guarded_change_org;
DROP INDEX guarded_change_queue;
DROP INDEX guarded_change_due;
DROP INDEX guarded_change_warning;
DROP INDEX guarded_change_unconfirmed;
";

/// `{more}` are columns and checks, `{kinds}` what a change can be about.
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
    expired_at {instant},
    version bigint NOT NULL,
    {more}CHECK (kind IN ({kinds})),
    CHECK (status IN ('to_confirm', 'to_decide', 'cooling', 'in_force', 'refused', 'stopped', 'expired')),
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
    CHECK ((stopped_by IS NULL) = (stop_reason IS NULL)),
    CHECK ((status = 'expired') = (expired_at IS NOT NULL))
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
CREATE INDEX guarded_change_unconfirmed ON guarded_change (asked_at) WHERE status = 'to_confirm';
";

const COLUMNS: &str = "id, org_id, kind, old_value, new_value, reason, asked_by, asked_at, status, confirmed_by, confirmed_at, decided_by, decided_at, decision, effective_at,
    stopped_by, stopped_at, stop_reason, expired_at, version";
const KINDS: &str = "'bank_account', 'representative'";
const OF_MEMBERS: &str = "'new_director', 'former_director'";

/// Whose role it is; nobody asks for or confirms the own.
const MEMBER: &str = "member_id {uuid} REFERENCES \"user\" (id),
    CHECK ((kind IN ('new_director', 'former_director')) = (member_id IS NOT NULL)),
    CHECK (confirmed_by <> member_id),
    CHECK (asked_by <> member_id),
    ";

async fn anew(manager: &SchemaManager<'_>, more: &str, kinds: &str) -> Result<(), DbErr> {
    run(manager, BEFORE).await?;
    run(manager, &TABLE.replace("{more}", more).replace("{kinds}", kinds)).await?;
    run(manager, &AFTER.replace("{columns}", COLUMNS)).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        anew(manager, MEMBER, &format!("{KINDS}, {OF_MEMBERS}")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &format!("DELETE FROM guarded_change WHERE kind IN ({OF_MEMBERS});\n")).await?;
        anew(manager, "", KINDS).await
    }
}
