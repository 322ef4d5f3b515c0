//! The database. `Tx::read` and `Tx::write` are the ways in; every function here takes a `&Tx`, speaks domain types and never
//! leaves a database error to people. Only who speaks in a request is asked without a transaction: [`sessions::actor`].
pub mod accounts;
pub mod approvals;
pub mod assisted;
pub mod catalogue;
pub mod certificates;
pub mod contracts;
pub mod daily;
pub mod demands;
pub mod documents;
mod entity;
pub mod erasure;
pub mod idempotency;
pub mod imports;
pub mod instance;
pub mod lines;
pub mod mail;
pub mod mail_settings;
pub mod market;
pub mod notices;
pub mod offers;
pub mod office_acts;
pub mod office_notes;
pub mod on_market;
pub mod outbox;
pub mod overview;
pub mod personal;
pub mod photos;
mod post;
pub mod prices;
pub mod proposals;
pub mod recurring_demands;
pub mod reservations;
pub mod rounds;
pub mod rules;
pub mod scans;
pub mod seal;
pub mod searches;
pub mod sessions;
pub mod slips;
pub mod sso;
mod starting;
pub mod throttle;
pub mod totals;
pub mod variety_requests;
pub mod what_if;

use crate::config::Config;
use anyhow::Context;
use migrations::{FIRST_SEALED, SealingMigrator};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, SqlErr,
    SqliteTransactionMode, SqlxSqliteConnector, Statement, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::{IntoSchemaManagerConnection, MigratorTraitSelf};
use seal::{Keeper, Seal};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// How long a query may wait for a connection or for SQLite's one writer before it is an error.
const PATIENCE: Duration = Duration::from_secs(15);
/// Rows of one statement: their values stay below the number that SQLite binds at once.
const CHUNK: usize = 500;
/// PostgreSQL's advisory lock that makes one process migrate while the others wait.
const MIGRATION_LOCK: i64 = 0x6d_7561_7675;

/// SQLite has one writer, so its pool has one connection; readers have their own, which cannot write. On PostgreSQL both are
/// the same pool.
#[derive(Debug, Clone)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    keeper: Keeper,
    /// The lock of one start at a time, where it is needed.
    starting: Option<PathBuf>,
    /// Once it is unlocked, or said that it stays shut.
    seal: Arc<OnceLock<Option<Arc<Seal>>>>,
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row, or not for this person.
    #[error("not_found")]
    Missing,
    /// Somebody else changed the row first.
    #[error("stale")]
    Stale,
    /// A value that must be unique is in use; the name of the column.
    #[error("taken")]
    Taken(&'static str),
    /// Less is left than was asked for.
    #[error("not_enough_left")]
    NotEnough,
    /// More than the buyer takes of one supplier.
    #[error("over_share")]
    OverShare,
    /// Nobody brought the key of the reserve prices.
    #[error("the database is not unlocked")]
    Locked,
    /// The program was started without that key, for work that needs none.
    #[error("this is sealed, and the key of the reserve prices was not brought")]
    Shut,
    /// A row that no version of this program writes.
    #[error("corrupt row in {table}: {id}")]
    Corrupt { table: &'static str, id: String },
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Db {
    pub async fn connect(config: &Config) -> anyhow::Result<Self> {
        let url = config.database_url.expose();
        if let Some(path) = url.strip_prefix("sqlite://") {
            if let Some(folder) = std::path::Path::new(path).parent() {
                std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
            }
            let starting = starting::file_of(path);
            let _turn = starting::alone(&starting).await?;
            Self::sqlite(url, Keeper::of(config), starting).await
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(16).acquire_timeout(PATIENCE).sqlx_logging(false);
            let pool = Database::connect(options).await.context("cannot connect to PostgreSQL at database_url")?;
            Ok(Self { write: pool.clone(), read: pool, keeper: Keeper::of(config), starting: None, seal: Arc::default() })
        }
    }

    async fn sqlite(url: &str, keeper: Keeper, starting: PathBuf) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An accepted signature must survive a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("temp_store", "MEMORY")
            .pragma("cache_size", "-16000")
            .optimize_on_close(true, None);
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            // A file does not hang up: asking first whether it is there would double the work of a short query.
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await
            .context("cannot open the SQLite file of database_url")?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false)
            .acquire_timeout(PATIENCE)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        let (write, read) = (SqlxSqliteConnector::from_sqlx_sqlite_pool(write), SqlxSqliteConnector::from_sqlx_sqlite_pool(read));
        Ok(Self { write, read, keeper, starting: Some(starting), seal: Arc::default() })
    }

    /// Brings the schema up to date and unlocks what is sealed; several processes may try at once. A wrong key changes nothing.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        let _turn = match &self.starting {
            Some(file) => Some(starting::alone(file).await?),
            None => None,
        };
        let seal = if self.write.get_database_backend() == DatabaseBackend::Postgres {
            let tx = self.write.begin_with_options(TransactionOptions::default()).await?;
            tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
            let seal = self.bring_up(&tx).await?;
            tx.commit().await?;
            seal
        } else {
            self.bring_up(&self.write).await?
        };
        self.seal.get_or_init(|| Some(seal));
        self.scrub().await.map(|_| ())
    }

    async fn bring_up<'c, C>(&self, conn: &'c C) -> anyhow::Result<Arc<Seal>>
    where
        C: ConnectionTrait,
        &'c C: IntoSchemaManagerConnection<'c>,
    {
        let before_sealing = SealingMigrator(None);
        let pending = before_sealing.get_pending_migrations(conn).await?;
        if let Some(plain) = pending.iter().position(|migration| migration.name() == FIRST_SEALED) {
            before_sealing.up(conn, Some(u32::try_from(plain)?)).await?;
        }
        let seal = match seal::unlock(conn, &self.keeper).await? {
            Some(seal) => seal,
            None => seal::begin(conn, &self.keeper).await?,
        };
        let seal = Arc::new(seal);
        SealingMigrator(Some(seal.clone())).up(conn, None).await?;
        Ok(seal)
    }

    /// Unlocks what is sealed in a database whose schema is up to date.
    pub async fn unlock(&self) -> anyhow::Result<()> {
        let seal = seal::unlock(&self.read, &self.keeper).await?.context("this database has no sealed key yet: run `muavu migrate`")?;
        self.seal.get_or_init(|| Some(Arc::new(seal)));
        Ok(())
    }

    /// Goes on without the key, for work that opens nothing: an attempt to is [`StoreError::Shut`]. Only to bring the schema up to date the
    /// key is needed.
    pub async fn leave_shut(&self) -> anyhow::Result<()> {
        if !SealingMigrator(None).get_pending_migrations_read_only(&self.read).await?.is_empty() {
            return self.migrate().await;
        }
        self.seal.get_or_init(|| None);
        Ok(())
    }

    /// The name of the key that this database needs, asked without it.
    pub async fn sealed_with(&self) -> anyhow::Result<Option<String>> {
        seal::needed(&self.read).await
    }

    /// Writes pages anew that nothing reads any more, where something secret may be left in them; whether nothing is left.
    pub async fn scrub(&self) -> anyhow::Result<bool> {
        seal::scrub(&self.write).await
    }

    /// The same of every table that holds something sealed, whether it is due or not.
    pub async fn rewrite(&self) -> anyhow::Result<()> {
        seal::rewrite(&self.write).await
    }

    /// Where the operator keeps the key.
    pub const fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// The name of the key that is in use.
    pub fn key_id(&self) -> Option<&str> {
        self.seal.get()?.as_ref().map(|seal| seal.key_id())
    }

    fn seal(&self) -> Result<Option<Arc<Seal>>, StoreError> {
        self.seal.get().cloned().ok_or(StoreError::Locked)
    }

    /// Answers whether the database can be asked and is at this program's schema.
    pub async fn ready(&self) -> Result<bool, DbErr> {
        self.read.query_one_raw(Statement::from_string(self.read.get_database_backend(), "SELECT 1")).await?;
        Ok(SealingMigrator(None).get_pending_migrations_read_only(&self.read).await?.is_empty())
    }

    /// A copy of a live SQLite database, whole and consistent.
    pub async fn copy_to(&self, target: &std::path::Path) -> anyhow::Result<()> {
        anyhow::ensure!(self.write.get_database_backend() == DatabaseBackend::Sqlite, "back up PostgreSQL with pg_dump");
        let path = target.to_str().context("the path of the backup is not text")?;
        let backend = self.write.get_database_backend();
        self.write.execute_raw(Statement::from_sql_and_values(backend, "VACUUM INTO ?", [path.into()])).await?;
        Ok(())
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

/// One transaction. Dropped without a commit, nothing of it happened.
#[derive(Debug)]
pub struct Tx(DatabaseTransaction, Option<Arc<Seal>>);

impl Tx {
    /// A consistent view for queries; on SQLite a write through it fails.
    pub async fn read(db: &Db) -> Result<Self, StoreError> {
        Ok(Self(db.read.begin_with_options(TransactionOptions::default()).await?, db.seal()?))
    }

    /// A write transaction. On SQLite it takes the writer's place at once, because a transaction that reads first and writes
    /// later can fail half way.
    pub async fn write(db: &Db) -> Result<Self, StoreError> {
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
        Ok(Self(db.write.begin_with_options(options).await?, db.seal()?))
    }

    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }

    fn conn(&self) -> &DatabaseTransaction {
        &self.0
    }

    /// What opens and seals reserve prices.
    fn seal(&self) -> Result<&Arc<Seal>, StoreError> {
        self.1.as_ref().ok_or(StoreError::Shut)
    }
}

/// A page of a list: what to skip to and how many.
#[derive(Debug, Clone, Copy)]
pub struct Slice<K> {
    pub after: Option<K>,
    pub limit: u64,
}

/// Turns a unique violation into the column it is about. PostgreSQL names the constraint (`user_sign_in_key`), SQLite the
/// columns (`user.sign_in`).
fn taken(error: DbErr, table: &str, column: &'static str) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text))
            if text.contains(&format!("{table}_{column}_key")) || text.contains(&format!("{table}.{column}")) =>
        {
            StoreError::Taken(column)
        }
        _ => StoreError::Db(error),
    }
}

/// One statement written as SQL, with `$1` and so on on both databases; answers how many rows it touched.
async fn execute<const N: usize>(tx: &Tx, sql: &str, values: [sea_orm::Value; N]) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), sql, values);
    Ok(tx.conn().execute_raw(statement).await?.rows_affected())
}

/// An update guarded by a version must touch exactly one row.
const fn exactly_one(rows: u64) -> Result<(), StoreError> {
    if rows == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

#[expect(clippy::needless_pass_by_value, reason = "an id is a few bytes, and callers have it by value")]
pub fn corrupt(table: &'static str, id: impl ToString) -> StoreError {
    StoreError::Corrupt { table, id: id.to_string() }
}
