//! One instance under test.
use crate::client::Client;
use crate::db::{self, TestDb};
use axum::Router;
use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, QueryResult, Statement};
use std::time::Duration;
use uuid::Uuid;
use web::app::App;
use web::auth::password::Passwords;
use web::config::{Secret, Smtp};
use web::env::Env;
use web::mail::Mailer;
use web::store::Db;
use web::store::mail::Mail;

/// The day every story starts: a Saturday morning in the orange season.
pub const START: &str = "2026-11-21T01:00:00Z";

pub struct TestApp {
    pub app: App,
    pub router: Router,
    _db: TestDb,
}

impl TestApp {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// An instance with settings of its own.
    pub async fn with(change: impl FnOnce(&mut web::config::Config)) -> Self {
        Self::with_mailer(change, |_| Mailer::memory()).await
    }

    /// An instance that hands its mail to this server, and waits no longer for it than it must.
    pub async fn with_smtp(url: &str, patience: Duration) -> Self {
        let change = |config: &mut web::config::Config| {
            config.smtp = Some(Smtp { url: Secret::new(url), ca_file: None, timeout: patience });
            "Mùa Vụ <cho@muavu.example>".clone_into(&mut config.smtp_from);
        };
        Self::with_mailer(change, |config| Mailer::new(config).expect("a mailer")).await
    }

    /// An instance without a mail server.
    pub async fn without_mail() -> Self {
        Self::with_mailer(|_| {}, |_| Mailer::Keep).await
    }

    async fn with_mailer(change: impl FnOnce(&mut web::config::Config), mailer: impl FnOnce(&web::config::Config) -> Mailer) -> Self {
        let test_db = db::fresh().await;
        let mut config = db::config(&test_db.url);
        change(&mut config);
        let db = Db::connect(&config).await.expect("the database of the test");
        db.migrate().await.expect("the schema");
        let env = Env::fixed(START.parse().expect("a time"));
        let mailer = mailer(&config);
        let app = web::cli::assemble(config, db, mailer, env, Passwords::light()).await.expect("the app");
        Self { router: web::http::router(app.clone()), app, _db: test_db }
    }

    /// An instance with the demo market in it, as it stood when it opened.
    pub async fn demo() -> Self {
        let mut app = Self::new().await;
        web::cli::demo::load(&app.app).await.expect("the demo market");
        app.app.demo = true;
        app.router = web::http::router(app.app.clone());
        app
    }

    /// A second server process on the same database.
    pub async fn another(&self) -> (App, Router) {
        let db = Db::connect(&self.app.config).await.expect("the same database");
        db.unlock().await.expect("the same key");
        let app = App { db, ..self.app.clone() };
        (app.clone(), web::http::router(app))
    }

    /// Somebody with a browser, not signed in.
    pub fn visitor(&self) -> Client {
        Client::new(self.router.clone())
    }

    pub fn advance(&self, by: TimeDelta) {
        self.app.env.advance(by);
    }

    /// The first column of an SQL query, texts or ids: what no API shows.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        let db = self.raw().await;
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("rows");
        let text = |row: &QueryResult| row.try_get_by_index(0).or_else(|_| row.try_get_by_index::<Uuid>(0).map(|id| id.to_string()));
        rows.iter().map(|row| text(row).expect("text or an id")).collect()
    }

    /// A connection of the test's own.
    pub async fn raw(&self) -> DatabaseConnection {
        Database::connect(self.app.config.database_url.expose()).await.expect("the database of the test")
    }

    /// Does all work that is due.
    pub async fn run_jobs(&self) {
        while web::jobs::drain(&self.app).await.expect("the worker") > 0 {}
    }

    /// Every mail that left, after the due work is done.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_jobs().await;
        match &self.app.mailer {
            Mailer::Memory(sent) => sent.lock().expect("the outbox of the test").clone(),
            Mailer::Smtp { .. } | Mailer::Keep => Vec::new(),
        }
    }

    /// The last mail of a kind to an address.
    pub async fn last_mail(&self, kind: &str, to: &str) -> Mail {
        let mails = self.mails().await;
        let seen: Vec<_> = mails.iter().map(|mail| (mail.kind.clone(), mail.recipient.clone())).collect();
        mails
            .into_iter()
            .rev()
            .find(|mail| mail.kind == kind && mail.recipient == to)
            .unwrap_or_else(|| panic!("no {kind} to {to} among {seen:?}"))
    }
}
