//! What a request said, kept to know it again, tells nothing without the key.
use crate::seal::Work;
use sea_orm_migration::prelude::DbErr;
use sea_orm_migration::sea_orm::prelude::Uuid;
use std::fmt::Write;

crate::seal::sealing!("m20261128_000165_keyed_requests", empty: ["idempotency"], undo: "", up: up);

async fn up(work: Work<'_>) -> Result<(), DbErr> {
    let Some(key) = work.key_for("idempotency").await? else { return Ok(()) };
    for row in work.all("SELECT user_id, key, request_hash FROM idempotency").await? {
        let (user, name): (Uuid, String) = (row.try_get("", "user_id")?, row.try_get("", "key")?);
        let mark = key.mark("request", row.try_get::<String>("", "request_hash")?.as_bytes());
        let text = mark.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        work.set("UPDATE idempotency SET request_hash = $1 WHERE user_id = $2 AND key = $3", vec![text.into(), user.into(), name.into()])
            .await?;
    }
    work.note_due().await
}
