//! Reserve prices are sealed in the database: who copies it reads none, who has the key loses none.
mod keys;
mod rotation;
mod secrets;
mod update;

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};
use support::TestApp;

const OTHER_KEY: &str = "0ddba110ddba110ddba110ddba110ddba110ddba110ddba110ddba110ddba110";

/// Where a figure stands in bytes as a number of its own, not in the middle of an id or a hash.
fn written(bytes: &[u8], figure: i64) -> bool {
    let text = figure.to_string();
    let apart = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_hexdigit());
    let found = |at: usize| bytes[at..].starts_with(text.as_bytes()) && apart(at.checked_sub(1)) && apart(Some(at + text.len()));
    (0..bytes.len()).any(found)
}

/// Tables with their columns and types.
async fn columns(db: &DatabaseConnection) -> Vec<(String, String, String)> {
    let backend = db.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => {
            "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS k FROM information_schema.columns \
             WHERE table_schema = 'public'"
        }
        _ => "SELECT m.name AS t, p.name AS c, p.type AS k FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
    };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.iter().map(|row| (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap(), row.try_get("", "k").unwrap())).collect()
}

/// Every column that holds the figure: as a number, as text, within JSON, within bytes.
async fn leaks(app: &TestApp, figure: i64) -> Vec<String> {
    let db = app.raw().await;
    let backend = db.get_database_backend();
    let mut found = Vec::new();
    for (table, column, kind) in columns(&db).await {
        let holds = match (backend, kind.as_str()) {
            (DatabaseBackend::Postgres, "bytea") => format!("position(convert_to('{figure}', 'UTF8') IN \"{column}\") > 0"),
            (DatabaseBackend::Postgres, _) => format!("CAST(\"{column}\" AS text) ~ '(^|[^0-9a-f]){figure}([^0-9a-f]|$)'"),
            _ => {
                format!("typeof(\"{column}\") <> 'blob' AND (\"{column}\" = {figure} OR \"{column}\" GLOB '*[^0-9a-f]{figure}[^0-9a-f]*')")
            }
        };
        let sql = format!("SELECT 1 FROM \"{table}\" WHERE {holds} LIMIT 1");
        if db.query_one_raw(Statement::from_string(backend, sql)).await.unwrap().is_some() {
            found.push(format!("{table}.{column}"));
        }
    }
    found
}

/// All bytes of the database's files, where it is files.
fn files(app: &TestApp) -> Vec<u8> {
    let Some(path) = app.app.config.database_url.expose().strip_prefix("sqlite://") else { return Vec::new() };
    [path.to_owned(), format!("{path}-wal")].iter().filter_map(|path| std::fs::read(path).ok()).flatten().collect()
}
