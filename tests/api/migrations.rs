//! The schema goes up, down and up again, and holds every row the program writes.
use ::migrations::Migrator;
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::json;
use std::collections::BTreeSet;
use support::TestApp;
use web::store::Tx;

async fn tables(db: &DatabaseConnection) -> BTreeSet<String> {
    let backend = db.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.expect("the tables");
    let names = rows.iter().map(|row| row.try_get::<String>("", "name").expect("a name"));
    names.filter(|name| !name.starts_with("seaql_")).collect()
}

/// Table and columns of every entity, as its source says them.
fn entities() -> Vec<(String, Vec<String>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/web/src/store/entity");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let source = std::fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
        let table = source.split("table_name = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a table name").to_owned();
        let columns = source.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": ")).map(|(name, _)| name.to_owned());
        (table, columns.collect())
    };
    std::fs::read_dir(folder).expect("the entities").map(read).collect()
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_and_fits_every_entity() {
    let app = TestApp::new().await;
    let db = Database::connect(app.app.config.database_url.expose()).await.expect("the database of the test");
    let all = tables(&db).await;
    Migrator::down(&db, None).await.expect("down");
    assert_eq!(tables(&db).await, BTreeSet::new());
    Migrator::up(&db, None).await.expect("up again");
    assert_eq!(tables(&db).await, all);

    for (table, columns) in entities() {
        let columns: Vec<_> = columns.iter().map(|column| format!("\"{table}\".\"{column}\"")).collect();
        let sql = format!("SELECT {} FROM \"{table}\"", columns.join(", "));
        let found = db.query_all_raw(Statement::from_string(db.get_database_backend(), &sql)).await;
        assert!(found.is_ok_and(|rows| rows.is_empty()), "{sql}");
    }
    db.close().await.expect("closed");
    // As every start of the program does.
    let tx = Tx::write(&app.app.db).await.expect("a transaction");
    web::flow::keep_first_rules(&tx, app.app.env.now()).await.expect("the rules");
    tx.commit().await.expect("kept");
    let offer = app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    assert_eq!(offer["status"], "open");
}
