//! Requests for a variety are joined by the name with its marks; without them "Dứa ta" and "Dừa ta" were one.
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::Statement;

#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

const RENAME: &str = "
ALTER TABLE variety_request RENAME COLUMN folded TO called;
DROP INDEX variety_request_folded_key;
CREATE UNIQUE INDEX variety_request_called_key ON variety_request (called) WHERE status = 'open';
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        // SQLite lowers plain letters only, so the names are lowered here.
        for row in connection.query_all_raw(Statement::from_string(backend, "SELECT DISTINCT name FROM variety_request")).await? {
            let name: String = row.try_get_by_index(0)?;
            let sql = "UPDATE variety_request SET folded = $1 WHERE name = $2";
            let values = [name.to_lowercase().into(), name.into()];
            connection.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
        crate::table::run(manager, RENAME).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Folded again, two requests that wait might be one: the names stay as they are, under the old title.
        let back = "
DROP INDEX variety_request_called_key;
ALTER TABLE variety_request RENAME COLUMN called TO folded;
CREATE UNIQUE INDEX variety_request_folded_key ON variety_request (folded) WHERE status = 'open';
";
        crate::table::run(manager, back).await
    }
}
