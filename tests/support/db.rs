//! A database per test: a SQLite file, or a PostgreSQL database copied from a migrated template.
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::str::FromStr;
use uuid::Uuid;
use web::config::{Config, Secret};
use web::store::Db;

/// Holds what must outlive the test.
pub struct TestDb {
    pub url: String,
    _folder: Option<tempfile::TempDir>,
}

/// The operator's key in every story.
pub const SEAL_KEY: &str = "5ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea15ea1";

const TEMPLATE: &str = "muavu_template";
/// One process makes the template while the others wait.
const TEMPLATE_LOCK: i64 = 7_461_301;

pub async fn fresh() -> TestDb {
    if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
        return TestDb { url: postgres(&server).await, _folder: None };
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    TestDb { url: format!("sqlite://{}", folder.path().join("muavu.sqlite").display()), _folder: Some(folder) }
}

async fn postgres(server: &str) -> String {
    let options = PgConnectOptions::from_str(server).expect("TEST_DATABASE_URL is a PostgreSQL address");
    let mut admin: PgConnection = options.connect().await.expect("the PostgreSQL server of the tests answers");
    admin.execute(AssertSqlSafe(format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"))).await.expect("the lock");
    let known: Option<(i32,)> = sqlx::query_as("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(TEMPLATE)
        .fetch_optional(&mut admin)
        .await
        .expect("pg_database");
    if known.is_none() {
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {TEMPLATE}"))).await.expect("the template");
        let db = Db::connect(&config(&sibling(server, TEMPLATE))).await.expect("the template answers");
        db.migrate().await.expect("the schema");
        db.close().await.expect("closed");
    }
    let name = format!("t_{}", web::env::Env::system().id::<Uuid>().simple());
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))).await.expect("a database");
    admin.execute(AssertSqlSafe(format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})"))).await.expect("the lock");
    admin.close().await.expect("closed");
    sibling(server, &name)
}

/// The same server, another database: the path of the address.
fn sibling(server: &str, database: &str) -> String {
    let mut url = url::Url::parse(server).expect("an address");
    url.set_path(database);
    url.to_string()
}

pub fn config(url: &str) -> Config {
    let mut config = Config::from_parts("", |_| None).expect("the default settings");
    config.database_url = Secret::new(url);
    config.seal_key = Some(Secret::new(SEAL_KEY));
    config
}
