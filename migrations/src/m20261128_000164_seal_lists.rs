//! What lists said is sealed, row by row, and what is remembered of their rows tells nothing without the key.
use crate::seal::{Work, json};
use sea_orm_migration::prelude::DbErr;
use sea_orm_migration::sea_orm::QueryResult;
use sea_orm_migration::sea_orm::prelude::Uuid;
use serde_json::{Value, json};

crate::seal::sealing!("m20261128_000164_seal_lists", empty: ["import", "import_row", "import_mark"], undo: r"
ALTER TABLE import_row DROP COLUMN sealed;
ALTER TABLE import_row ADD COLUMN source {bytes} NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN content {bytes};
ALTER TABLE import_row ADD COLUMN cells {json} NOT NULL DEFAULT '[]';
ALTER TABLE import_row ADD COLUMN corrections {json} NOT NULL DEFAULT '[]';
ALTER TABLE import_row ADD COLUMN problems {json} NOT NULL DEFAULT '[]';
ALTER TABLE import_row ADD COLUMN terms {json} CHECK (state <> 'accepted' OR (terms IS NOT NULL AND content IS NOT NULL));
ALTER TABLE import DROP COLUMN sealed;
ALTER TABLE import ADD COLUMN head {json} NOT NULL DEFAULT '{}';
", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    file_hashes(&work).await?;
    marks(&work).await?;
    work.seal("import", &["head"], "", |row| json(row, "head")).await?;
    let said = ["terms", "source", "content", "cells", "corrections", "problems"];
    work.seal("import_row", &said, ACCEPTED, row_said).await
}

/// The table's last check; the program refuses such a row when it reads it.
const ACCEPTED: &str = ",\n    CHECK (state <> 'accepted' OR (terms IS NOT NULL AND content IS NOT NULL))";

fn row_said(row: &QueryResult) -> Result<Value, DbErr> {
    Ok(json!({
        "source": row.try_get::<Vec<u8>>("", "source")?,
        "content": row.try_get::<Option<Vec<u8>>>("", "content")?,
        "cells": json(row, "cells")?, "corrections": json(row, "corrections")?, "problems": json(row, "problems")?,
        "terms": json(row, "terms")?,
    }))
}

async fn file_hashes(work: &Work<'_>) -> Result<(), DbErr> {
    let Some(key) = work.key_for("import").await? else { return Ok(()) };
    for row in work.all("SELECT id, file_hash FROM import").await? {
        let mark = key.mark("file", &row.try_get::<Vec<u8>>("", "file_hash")?).to_vec();
        work.set("UPDATE import SET file_hash = $1 WHERE id = $2", vec![mark.into(), row.try_get::<Uuid>("", "id")?.into()]).await?;
    }
    work.note_due().await
}

async fn marks(work: &Work<'_>) -> Result<(), DbErr> {
    let Some(key) = work.key_for("import_mark").await? else { return Ok(()) };
    for row in work.all("SELECT org_id, kind, fingerprint, nth FROM import_mark").await? {
        let said: Vec<u8> = row.try_get("", "fingerprint")?;
        let mark = key.mark("list", &said).to_vec();
        let (org, kind): (Uuid, String) = (row.try_get("", "org_id")?, row.try_get("", "kind")?);
        let values = vec![mark.into(), org.into(), kind.into(), said.into(), row.try_get::<i64>("", "nth")?.into()];
        let sql = "UPDATE import_mark SET fingerprint = $1 WHERE org_id = $2 AND kind = $3 AND fingerprint = $4 AND nth = $5";
        work.set(sql, values).await?;
    }
    work.note_due().await
}
