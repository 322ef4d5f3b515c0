//! What stood in the clear before it was sealed, or what an old key opens, is still in pages that nothing reads any more: once after that they
//! are written anew.
use crate::store::{Tx, instance};
use anyhow::{Context, ensure};
use migrations::seal::{DUE, TABLES};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};
use sqlx::{AssertSqlSafe, Executor, PgConnection};

/// All tables, as the migrations note it.
const ALL: &str = "1";
/// The table of the keys; it is small, and all that another key of the operator changes.
const KEYS: &str = "setting";
/// A table that somebody holds for longer is left for another time: whoever comes behind would wait as long.
const PATIENCE: &str = "SET lock_timeout = '5s'";

/// Notes a table of which old values are left.
pub async fn note(tx: &Tx, table: &'static str) -> anyhow::Result<()> {
    let due = match instance::find(tx, DUE).await? {
        None => table.to_owned(),
        Some(all) if all == ALL => all,
        Some(some) => tables(&some).into_iter().filter(|one| *one != table).chain([table]).collect::<Vec<_>>().join(" "),
    };
    Ok(instance::put(tx, DUE, &due).await?)
}

fn tables(due: &str) -> Vec<&'static str> {
    TABLES.into_iter().filter(|table| due == ALL || due.split(' ').any(|one| one == *table)).collect()
}

/// SQLite overwrites what this transaction takes the place of; PostgreSQL has nothing like it.
pub async fn overwrite(tx: &Tx) -> anyhow::Result<()> {
    if tx.conn().get_database_backend() == DatabaseBackend::Sqlite {
        tx.conn().execute_unprepared("PRAGMA secure_delete = ON").await?;
    }
    Ok(())
}

/// Does it where it is due, and says whether nothing is left to do. A process that dies meanwhile leaves it due.
pub async fn scrub(db: &DatabaseConnection) -> anyhow::Result<bool> {
    let due = Statement::from_sql_and_values(db.get_database_backend(), "SELECT value FROM setting WHERE key = $1", [DUE.into()]);
    let Some(row) = db.query_one_raw(due).await? else { return Ok(true) };
    tracing::info!("writing the database anew without what was secret and stood in old pages; this happens once and may take minutes");
    if let Err(error) = write_anew(db, tables(&row.try_get::<String>("", "value")?)).await {
        // A market that stands still helps nobody: old pages wait for the next start.
        tracing::error!(%error, "old pages with secrets are still in the database: make room on the disk and run `muavu seal rewrite`");
        return Ok(false);
    }
    Ok(true)
}

/// The same of every table, at the operator's word.
pub async fn rewrite(db: &DatabaseConnection) -> anyhow::Result<()> {
    left(db, &TABLES).await?;
    write_anew(db, TABLES.to_vec()).await
}

async fn write_anew(db: &DatabaseConnection, due: Vec<&str>) -> anyhow::Result<()> {
    if db.get_database_backend() == DatabaseBackend::Sqlite {
        if due != [KEYS] {
            whole_file(db).await?;
        }
        let checkpoint = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = db.query_one_raw(checkpoint).await?.context("the checkpoint says nothing")?;
        ensure!(row.try_get_by_index::<i32>(0)? == 0, "another process reads the old pages");
    } else {
        // One connection: how long it waits for a lock is its own.
        let mut own = db.get_postgres_connection_pool().acquire().await?;
        own.execute(PATIENCE).await?;
        let written = one_by_one(db, &mut own, due).await;
        own.execute("RESET lock_timeout").await?;
        written?;
    }
    left(db, &[]).await
}

/// The copy that VACUUM makes of the whole database belongs on the disk: it may be larger than the memory.
async fn whole_file(db: &DatabaseConnection) -> anyhow::Result<()> {
    db.execute_unprepared("PRAGMA temp_store = FILE").await?;
    let written = db.execute_unprepared("VACUUM").await;
    db.execute_unprepared("PRAGMA temp_store = MEMORY").await?;
    Ok(written.map(drop)?)
}

/// Killed half way, or where somebody holds a table for long, the tables that are done stay done.
async fn one_by_one(db: &DatabaseConnection, own: &mut PgConnection, mut due: Vec<&str>) -> anyhow::Result<()> {
    // The samples first: they hold old values as they were, and no table stands still for it.
    for table in &due {
        own.execute(AssertSqlSafe(format!("ANALYZE \"{table}\""))).await?;
    }
    own.execute("VACUUM FULL pg_catalog.pg_statistic").await.context("old samples are not written anew")?;
    while let Some(table) = due.first() {
        own.execute(AssertSqlSafe(format!("VACUUM FULL \"{table}\""))).await.with_context(|| format!("{table} is not written anew"))?;
        due.remove(0);
        left(db, &due).await?;
    }
    Ok(())
}

/// Notes what is still to do.
async fn left(db: &DatabaseConnection, due: &[&str]) -> anyhow::Result<()> {
    let backend = db.get_database_backend();
    let statement = if due.is_empty() {
        Statement::from_sql_and_values(backend, "DELETE FROM setting WHERE key = $1", [DUE.into()])
    } else {
        let put = "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        Statement::from_sql_and_values(backend, put, [DUE.into(), due.join(" ").into()])
    };
    db.execute_raw(statement).await.context("cannot note what is still to be written anew")?;
    Ok(())
}
