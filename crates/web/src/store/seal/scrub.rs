//! What stood in the clear before it was sealed, or what an old key opens, is still in pages that nothing reads any more: once after that they
//! are written anew.
use anyhow::Context;
use migrations::seal::{DUE, TABLES};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};

/// Does it where it is due. A process that dies meanwhile leaves it due.
pub async fn scrub(db: &DatabaseConnection) -> anyhow::Result<()> {
    let backend = db.get_database_backend();
    let due = Statement::from_sql_and_values(backend, "SELECT value FROM setting WHERE key = $1", [DUE.into()]);
    if db.query_one_raw(due).await?.is_none() {
        return Ok(());
    }
    tracing::info!("writing the database anew without what was secret and stood in old pages; this happens once and may take minutes");
    if let Err(error) = write_anew(db).await {
        // A market that stands still helps nobody: old pages wait for the next start.
        tracing::error!(%error, "old pages with secrets are still in the database: make room on the disk and start again");
        return Ok(());
    }
    let done = Statement::from_sql_and_values(backend, "DELETE FROM setting WHERE key = $1", [DUE.into()]);
    if let Err(error) = db.execute_raw(done).await {
        tracing::error!(%error, "cannot note that the database was written anew: the next start does it once more");
    }
    Ok(())
}

async fn write_anew(db: &DatabaseConnection) -> anyhow::Result<()> {
    if db.get_database_backend() == DatabaseBackend::Sqlite {
        // The copy that VACUUM makes of the whole database belongs on the disk: it may be larger than the memory.
        db.execute_unprepared("PRAGMA temp_store = FILE").await?;
        let written = db.execute_unprepared("VACUUM").await;
        db.execute_unprepared("PRAGMA temp_store = MEMORY").await?;
        written?;
        let checkpoint = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = db.query_one_raw(checkpoint).await?.context("the checkpoint says nothing")?;
        anyhow::ensure!(row.try_get_by_index::<i32>(0)? == 0, "another process reads the old pages");
    } else {
        for table in TABLES {
            db.execute_unprepared(&format!("VACUUM FULL \"{table}\"")).await?;
            // What was sampled of the old values goes with them.
            db.execute_unprepared(&format!("ANALYZE \"{table}\"")).await?;
        }
    }
    Ok(())
}
