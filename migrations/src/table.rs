//! DDL written as plain SQL, with the few types that the two databases name differently in braces.
use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};
use sea_orm_migration::sea_orm::DatabaseBackend;

/// `(placeholder, PostgreSQL, SQLite)`
const TYPES: [(&str, &str, &str); 6] = [
    ("{uuid}", "uuid", "uuid_text"),
    ("{instant}", "timestamptz", "timestamp_with_timezone_text"),
    ("{day}", "date", "date_text"),
    ("{json}", "jsonb", "json_text"),
    ("{bytes}", "bytea", "blob"),
    // Sort keys are compared byte by byte, whatever the language of the server.
    ("{bytewise}", " COLLATE \"C\"", ""),
];

/// Runs each statement of a script; statements end with a semicolon at the end of a line.
pub async fn run(manager: &SchemaManager<'_>, script: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let sqlite = connection.get_database_backend() == DatabaseBackend::Sqlite;
    let script =
        TYPES.iter().fold(script.to_owned(), |sql, (name, postgres, lite)| sql.replace(name, if sqlite { lite } else { postgres }));
    for statement in script.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()) {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Drops tables, the ones that refer to others first.
pub async fn drop(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    for table in tables {
        manager.get_connection().execute_unprepared(&format!("DROP TABLE \"{table}\"")).await?;
    }
    Ok(())
}

/// Makes tables refuse every change and removal of a row, whoever asks: what is kept as evidence is only added to.
pub async fn append_only(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let sqlite = connection.get_database_backend() == DatabaseBackend::Sqlite;
    if !sqlite && !tables.is_empty() {
        let refuse = "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS \
                      $$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$";
        connection.execute_unprepared(refuse).await?;
    }
    for table in tables {
        for command in ["UPDATE", "DELETE"] {
            let body = if sqlite {
                format!("BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END")
            } else {
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()".to_owned()
            };
            connection.execute_unprepared(&format!("CREATE TRIGGER {table}_no_{command} BEFORE {command} ON {table} {body}")).await?;
        }
    }
    Ok(())
}

/// One migration: a script up, the tables to drop on the way down, those whose rows never change. One that adds columns to tables that
/// are there says how to `undo` that.
macro_rules! migration {
    ($name:literal, undo: $back:literal, up: $script:literal $(,)?) => {
        #[derive(Debug)]
        pub struct Migration;

        impl sea_orm_migration::prelude::MigrationName for Migration {
            fn name(&self) -> &'static str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl sea_orm_migration::prelude::MigrationTrait for Migration {
            /// Whole or not at all, on SQLite too.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }

            async fn up(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::table::run(manager, $script).await
            }

            async fn down(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::table::run(manager, $back).await
            }
        }
    };
    ($name:literal, down: [$($table:literal),+ $(,)?], up: $script:literal) => {
        crate::table::migration!($name, down: [$($table),+], append_only: [], up: $script);
    };
    ($name:literal, down: [$($table:literal),+ $(,)?], append_only: [$($kept:literal),* $(,)?], up: $script:literal $(,)?) => {
        #[derive(Debug)]
        pub struct Migration;

        impl sea_orm_migration::prelude::MigrationName for Migration {
            fn name(&self) -> &'static str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl sea_orm_migration::prelude::MigrationTrait for Migration {
            /// Whole or not at all, on SQLite too.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }

            async fn up(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::table::run(manager, $script).await?;
                crate::table::append_only(manager, &[$($kept),*]).await
            }

            async fn down(&self, manager: &sea_orm_migration::prelude::SchemaManager) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::table::drop(manager, &[$($table),+]).await
            }
        }
    };
}
pub(crate) use migration;
