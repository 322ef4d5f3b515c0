//! What an offer asks and what it takes off for much, what a demand bids and pays more for, are sealed.
use crate::seal::{Work, json, number};
use sea_orm_migration::prelude::DbErr;
use serde_json::json;

crate::seal::sealing!("m20261128_000160_seal_posts", empty: ["offer", "demand"], undo: r"
ALTER TABLE demand DROP COLUMN sealed;
ALTER TABLE demand ADD COLUMN bid bigint NOT NULL DEFAULT 100 CHECK (bid BETWEEN 100 AND 10000000);
ALTER TABLE demand ADD COLUMN preferred {json} NOT NULL DEFAULT '[]';
ALTER TABLE offer DROP COLUMN sealed;
ALTER TABLE offer ADD COLUMN ask bigint NOT NULL DEFAULT 100 CHECK (ask BETWEEN 100 AND 10000000);
ALTER TABLE offer ADD COLUMN tiers {json} NOT NULL DEFAULT '[]';
", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    work.seal("offer", &["ask", "tiers"], "\n    CHECK (ask BETWEEN 100 AND 10000000),", |row| {
        Ok(json!({ "ask": number(row, "ask")?, "tiers": json(row, "tiers")? }))
    })
    .await?;
    work.seal("demand", &["bid", "preferred"], "\n    CHECK (bid BETWEEN 100 AND 10000000),", |row| {
        Ok(json!({ "bid": number(row, "bid")?, "preferred": json(row, "preferred")? }))
    })
    .await
}
