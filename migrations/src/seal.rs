//! Moving what stands in the clear into sealed columns. The key is the program's: these migrations are handed it, and without it they go up
//! on empty tables alone.
use crate::table;
use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};
use sea_orm_migration::sea_orm::prelude::Uuid;
use sea_orm_migration::sea_orm::{DatabaseBackend, QueryResult, Statement, Value};
use std::sync::Arc;

/// The column that holds what is sealed of a row.
pub const COLUMN: &str = "sealed";
/// The setting that says that pages with old values are still to be written anew.
pub const DUE: &str = "seal_scrub";
/// Tables of which something was sealed, and the one with the key that seals.
pub const TABLES: [&str; 13] = [
    "setting",
    "offer",
    "demand",
    "proposal",
    "recurring_demand",
    "round",
    "round_file",
    "round_unmatched",
    "what_if",
    "import",
    "import_row",
    "import_mark",
    "idempotency",
];

/// Rows that are read together.
const TOGETHER: u64 = 500;

pub trait Sealer: Send + Sync + std::fmt::Debug {
    /// Bytes of one column of one row.
    fn close(&self, table: &str, column: &str, id: Uuid, plain: &[u8]) -> Vec<u8>;
    /// A value for [`COLUMN`] of one row.
    fn close_json(&self, table: &str, id: Uuid, value: &serde_json::Value) -> Vec<u8>;
    /// What stands for a hash.
    fn mark(&self, purpose: &str, said: &[u8]) -> [u8; 32];
}

pub type Key = Option<Arc<dyn Sealer>>;

/// A migration at work.
pub struct Work<'a> {
    manager: &'a SchemaManager<'a>,
    key: &'a Key,
}

/// The value to seal of a row, out of the columns that were asked for.
pub type Read = fn(&QueryResult) -> Result<serde_json::Value, DbErr>;

impl<'a> Work<'a> {
    pub const fn new(manager: &'a SchemaManager<'a>, key: &'a Key) -> Self {
        Self { manager, key }
    }

    fn sqlite(&self) -> bool {
        self.manager.get_connection().get_database_backend() == DatabaseBackend::Sqlite
    }

    pub async fn run(&self, script: &str) -> Result<(), DbErr> {
        table::run(self.manager, script).await
    }

    async fn query(&self, sql: String, values: Vec<Value>) -> Result<Vec<QueryResult>, DbErr> {
        let connection = self.manager.get_connection();
        connection.query_all_raw(Statement::from_sql_and_values(connection.get_database_backend(), sql, values)).await
    }

    async fn execute(&self, sql: String, values: Vec<Value>) -> Result<(), DbErr> {
        let connection = self.manager.get_connection();
        connection.execute_raw(Statement::from_sql_and_values(connection.get_database_backend(), sql, values)).await?;
        Ok(())
    }

    /// The key, where there is something to seal.
    pub async fn key_for(&self, table: &str) -> Result<Option<&'a dyn Sealer>, DbErr> {
        if self.query(format!("SELECT 1 FROM \"{table}\" LIMIT 1"), Vec::new()).await?.is_empty() {
            return Ok(None);
        }
        let missing = || DbErr::Custom(format!("there are rows of {table} to seal and no key: run `muavu migrate`"));
        self.key.as_deref().map(Some).ok_or_else(missing)
    }

    /// Moves columns of a table into [`COLUMN`]; `check` is the part of the table's declaration that names one of them.
    pub async fn seal(&self, table: &'static str, columns: &[&str], check: &str, read: Read) -> Result<(), DbErr> {
        self.run(&format!("ALTER TABLE {table} ADD COLUMN sealed {{bytes}} NOT NULL DEFAULT ''")).await?;
        if let Some(key) = self.key_for(table).await? {
            let from = columns.join(", ");
            let mut after = Uuid::nil();
            loop {
                let rows = self.page(table, "id", &from, after).await?;
                for row in &rows {
                    let id: Uuid = row.try_get("", "id")?;
                    let sealed = key.close_json(table, id, &read(row)?);
                    self.execute(format!("UPDATE {table} SET sealed = $1 WHERE id = $2"), vec![sealed.into(), id.into()]).await?;
                    after = id;
                }
                if rows.is_empty() {
                    break;
                }
            }
            self.note_due().await?;
        }
        if self.sqlite() {
            let whole = ("sealed blob NOT NULL DEFAULT ''", "sealed blob NOT NULL CHECK (length(sealed) > 41)");
            self.rewrite(table, [(check, ""), whole]).await?;
        } else {
            self.run(&format!(
                "ALTER TABLE {table} ALTER COLUMN sealed DROP DEFAULT;\nALTER TABLE {table} ADD CHECK (octet_length(sealed) > 41)"
            ))
            .await?;
        }
        // In this order: SQLite drops no column that the check of another one names.
        for column in columns {
            self.run(&format!("ALTER TABLE {table} DROP COLUMN {column}")).await?;
        }
        Ok(())
    }

    /// The next rows in the order of their ids.
    pub async fn page(&self, table: &str, id: &str, columns: &str, after: Uuid) -> Result<Vec<QueryResult>, DbErr> {
        let sql = format!("SELECT {id}, {columns} FROM {table} WHERE {id} > $1 ORDER BY {id} LIMIT {TOGETHER}");
        self.query(sql, vec![after.into()]).await
    }

    /// Runs a statement for a row.
    pub async fn set(&self, sql: &str, values: Vec<Value>) -> Result<(), DbErr> {
        self.execute(sql.to_owned(), values).await
    }

    /// The row of an id.
    pub async fn found(&self, sql: &str, id: Uuid) -> Result<QueryResult, DbErr> {
        let missing = || DbErr::RecordNotFound(id.to_string());
        self.query(sql.to_owned(), vec![id.into()]).await?.pop().ok_or_else(missing)
    }

    /// All rows of a query.
    pub async fn all(&self, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
        self.query(sql.to_owned(), Vec::new()).await
    }

    /// Old values are left in pages that nothing reads: the program writes them anew when the schema is up to date.
    pub async fn note_due(&self) -> Result<(), DbErr> {
        self.execute("INSERT INTO setting (key, value) VALUES ($1, '1') ON CONFLICT DO NOTHING".to_owned(), vec![DUE.into()]).await
    }

    /// What was sealed is not put in the clear again: the way down is for tables without rows.
    pub async fn empty(&self, tables: &[&str]) -> Result<(), DbErr> {
        for table in tables {
            if !self.query(format!("SELECT 1 FROM \"{table}\" LIMIT 1"), Vec::new()).await?.is_empty() {
                return Err(DbErr::Custom(format!(
                    "{table} holds sealed rows, and a step down would write them in the clear: put back a backup from before the update"
                )));
            }
        }
        Ok(())
    }

    /// Changes a table's declaration without touching its rows, as SQLite's own manual has it for constraints and defaults: a table that
    /// others refer to is not made anew.
    async fn rewrite(&self, table: &str, changes: [(&str, &str); 2]) -> Result<(), DbErr> {
        let version: i64 = match self.query("PRAGMA schema_version".to_owned(), Vec::new()).await?.first() {
            Some(row) => row.try_get_by_index(0)?,
            None => return Err(DbErr::Custom("this SQLite tells no version of its schema".to_owned())),
        };
        self.run("PRAGMA writable_schema = ON").await?;
        for (from, to) in changes.into_iter().filter(|(from, _)| !from.is_empty()) {
            let sql = "UPDATE sqlite_master SET sql = replace(sql, $1, $2) WHERE type = 'table' AND name = $3";
            self.execute(sql.to_owned(), vec![from.into(), to.into(), table.into()]).await?;
        }
        self.run(&format!("PRAGMA schema_version = {};\nPRAGMA writable_schema = RESET", version + 1)).await
    }
}

/// One migration that seals: its name, the way up, the tables that must be empty on the way down and the script that gives their columns back.
macro_rules! sealing {
    ($name:literal, empty: [$($table:literal),+], undo: $undo:literal, up: $up:path) => {
        #[derive(Debug)]
        pub struct Migration(pub crate::seal::Key);

        impl sea_orm_migration::prelude::MigrationName for Migration {
            fn name(&self) -> &'static str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl sea_orm_migration::prelude::MigrationTrait for Migration {
            /// Killed half way, nothing of it happened.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }

            async fn up(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                $up(crate::seal::Work::new(manager, &self.0)).await
            }

            async fn down(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                let work = crate::seal::Work::new(manager, &self.0);
                work.empty(&[$($table),+]).await?;
                work.run($undo).await
            }
        }
    };
}
pub(crate) use sealing;

/// A number of a row.
pub fn number(row: &QueryResult, column: &str) -> Result<i64, DbErr> {
    row.try_get("", column)
}

/// JSON of a row, null where there is none.
pub fn json(row: &QueryResult, column: &str) -> Result<serde_json::Value, DbErr> {
    Ok(row.try_get::<Option<serde_json::Value>>("", column)?.unwrap_or_default())
}
