//! Both sides' reserve prices and the exact interval of a proposal are sealed; proposals are put in the order of their distance, which both
//! know.
use crate::seal::{Work, json, number};
use sea_orm_migration::prelude::DbErr;
use serde_json::json;

crate::seal::sealing!("m20261128_000161_seal_proposals", empty: ["proposal"], undo: r"
ALTER TABLE proposal DROP COLUMN sealed;
ALTER TABLE proposal DROP COLUMN road_km;
ALTER TABLE proposal ADD COLUMN ask bigint NOT NULL DEFAULT 100;
ALTER TABLE proposal ADD COLUMN bid bigint NOT NULL DEFAULT 100;
ALTER TABLE proposal ADD COLUMN trade {json} NOT NULL DEFAULT '{}';
", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    work.run(
        "ALTER TABLE proposal ADD COLUMN road_km bigint NOT NULL DEFAULT 0;\n\
         UPDATE proposal SET road_km = CAST(COALESCE(trade ->> 'road_km', '0') AS bigint)",
    )
    .await?;
    work.seal("proposal", &["ask", "bid", "trade"], "", |row| {
        Ok(json!({ "ask": number(row, "ask")?, "bid": number(row, "bid")?, "trade": json(row, "trade")? }))
    })
    .await
}
