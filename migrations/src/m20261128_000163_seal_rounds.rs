//! Kept markets and plans are sealed, and the sums, hashes, reasons and questions from which a reserve price could be worked out.
use crate::seal::{Work, json, number};
use sea_orm_migration::prelude::DbErr;
use sea_orm_migration::sea_orm::QueryResult;
use sea_orm_migration::sea_orm::prelude::Uuid;
use serde_json::{Value, json};

crate::seal::sealing!("m20261128_000163_seal_rounds", empty: ["round", "round_file", "round_unmatched", "what_if"], undo: r"
ALTER TABLE what_if DROP COLUMN sealed;
ALTER TABLE what_if ADD COLUMN question {json} NOT NULL DEFAULT '{}';
ALTER TABLE what_if ADD COLUMN answer {json};
ALTER TABLE round_unmatched DROP COLUMN sealed;
ALTER TABLE round_unmatched ADD COLUMN reason {json} NOT NULL DEFAULT '{}';
ALTER TABLE round DROP COLUMN sealed;
ALTER TABLE round ADD COLUMN market_hash text NOT NULL DEFAULT '';
ALTER TABLE round ADD COLUMN plan_hash text NOT NULL DEFAULT '';
ALTER TABLE round ADD COLUMN value bigint NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN bound bigint NOT NULL DEFAULT 0 CHECK (value <= bound);
ALTER TABLE round ADD COLUMN supplier_gain bigint NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN buyer_gain bigint NOT NULL DEFAULT 0;
", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    files(&work).await?;
    let of_round = ["market_hash", "plan_hash", "bound", "value", "supplier_gain", "buyer_gain"];
    work.seal("round", &of_round, "\n    CHECK (value <= bound),", proof).await?;
    work.seal("round_unmatched", &["reason"], "", |row| json(row, "reason")).await?;
    work.seal("what_if", &["question", "answer"], "", |row| {
        Ok(json!({ "question": json(row, "question")?, "answer": json(row, "answer")? }))
    })
    .await
}

fn proof(row: &QueryResult) -> Result<Value, DbErr> {
    let text = |column: &str| row.try_get::<String>("", column);
    Ok(json!({
        "market_hash": text("market_hash")?, "plan_hash": text("plan_hash")?,
        "value": number(row, "value")?, "bound": number(row, "bound")?,
        "supplier_gain": number(row, "supplier_gain")?, "buyer_gain": number(row, "buyer_gain")?,
    }))
}

/// Files stay in their columns; some are large, so they are read one by one.
async fn files(work: &Work<'_>) -> Result<(), DbErr> {
    let Some(key) = work.key_for("round_file").await? else { return Ok(()) };
    for row in work.all("SELECT round_id FROM round_file").await? {
        let id: Uuid = row.try_get("", "round_id")?;
        let found = work.found("SELECT market, plan FROM round_file WHERE round_id = $1", id).await?;
        let sealed = |column: &str| Ok::<_, DbErr>(key.close("round_file", column, id, &found.try_get::<Vec<u8>>("", column)?));
        let values = vec![sealed("market")?.into(), sealed("plan")?.into(), id.into()];
        work.set("UPDATE round_file SET market = $1, plan = $2 WHERE round_id = $3", values).await?;
    }
    work.note_due().await
}
