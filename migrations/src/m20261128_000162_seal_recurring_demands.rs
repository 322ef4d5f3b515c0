//! What a buyer wants every week is sealed with its highest price.
use crate::seal::{Work, json};
use sea_orm_migration::prelude::DbErr;

crate::seal::sealing!("m20261128_000162_seal_recurring_demands", empty: ["recurring_demand"], undo: r"
ALTER TABLE recurring_demand DROP COLUMN sealed;
ALTER TABLE recurring_demand ADD COLUMN terms {json} NOT NULL DEFAULT '{}';
", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    work.seal("recurring_demand", &["terms"], "", |row| json(row, "terms")).await
}
