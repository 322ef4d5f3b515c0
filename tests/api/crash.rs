//! The program is killed in the middle of its work, again and again; nothing is lost and nothing is there twice.
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement, TransactionTrait};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;
use support::TestApp;
use support::people::{PASSWORD, registration};
use support::posts::{changed, demand_terms, offer_terms};
use support::process::{Answer, Server, call, token};
use support::smtp::{Mood, Sink};
use tokio::sync::watch;

const OFFERS_EACH: usize = 12;
const SUPPLIERS: [&str; 3] = ["HTX Cam 1", "HTX Cam 2", "HTX Cam 3"];

/// An instance with three cooperatives and a buyer, on today's date, because a process has no other clock.
async fn today() -> TestApp {
    let app = TestApp::new().await;
    app.app.env.set(web::env::Env::system().now());
    for name in SUPPLIERS {
        app.cooperative(name).await;
    }
    app.enterprise("Siêu thị 1").await;
    app.officer().await;
    app
}

/// The terms of a post with its days moved from the stories' week to the next one.
fn from_today(app: &TestApp, terms: Value) -> Value {
    let start = app.app.env.today().week().monday();
    let day = |n: u32| json!(start.plus(n));
    if terms.get("window").is_some() {
        changed(terms, json!({ "window": { "from": day(7), "to": day(27) } }))
    } else {
        let week = |n: u32| json!({ "week": day(7 * n), "kg": "3000" });
        changed(terms, json!({ "weeks": [week(1), week(2), week(3)] }))
    }
}

/// Where the server is now; nothing while it is dead. Counts its lives.
type Life = watch::Receiver<(u32, Option<SocketAddr>)>;

/// Asks until a whole answer comes, from this server or from a later one.
async fn insist(life: &mut Life, headers: &[(&str, &str)], path: &str, body: &Value) -> (Answer, u32) {
    let mut tries = 0;
    loop {
        let (count, address) = *life.wait_for(|(_, address)| address.is_some()).await.expect("a server");
        tries += 1;
        match call(address.expect("an address"), "POST", path, headers, body).await {
            Ok(answer) => return (answer, tries),
            Err(_) => drop(life.wait_for(|(now, _)| *now > count).await.expect("another server")),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_many_write_it_keeps_what_it_answered_and_makes_nothing_twice() {
    let app = today().await;
    let sink = Sink::start(Mood::Takes).await;
    let settings = [("MUAVU_SMTP_URL", sink.url.as_str()), ("MUAVU_SMTP_FROM", "Mùa Vụ <cho@muavu.example>")];
    let url = app.app.config.database_url.expose().to_owned();
    let db = app.raw().await;

    let mut server = Server::start(&url, &settings, &[]).await;
    let (lives, life) = watch::channel((0, Some(server.address)));
    let answered = Arc::new(watch::Sender::new(0_usize));
    let mut clients = Vec::new();
    for name in SUPPLIERS {
        let sign_in = format!("{}@htx.example", domain::text::fold(name).replace(' ', "-"));
        let bearer = format!("Bearer {}", token(server.address, &sign_in, PASSWORD).await);
        let (mut life, answered, terms) = (life.clone(), answered.clone(), from_today(&app, offer_terms()));
        clients.push(tokio::spawn(async move {
            let mut made = Vec::new();
            for n in 0..OFFERS_EACH {
                let key = format!("dien-thoai-{n}");
                let body = changed(terms.clone(), json!({ "ask": 20_000 + n }));
                let headers = [("authorization", bearer.as_str()), ("idempotency-key", key.as_str())];
                let (answer, tries) = insist(&mut life, &headers, "/offers", &body).await;
                assert_eq!(answer.status, 201, "{answer:?}");
                made.push((answer.json, tries));
                answered.send_modify(|count| *count += 1);
            }
            (bearer, made)
        }));
    }
    let newcomers = {
        let (mut life, answered) = (life.clone(), answered.clone());
        tokio::spawn(async move {
            for at in [0, 4, 5] {
                let body = registration("cooperative", &format!("HTX Mới {at}"), at);
                let (answer, tries) = insist(&mut life, &[], "/auth/register", &body).await;
                assert!(answer.status == 201 || (answer.status == 409 && tries > 1), "{answer:?}");
                answered.send_modify(|count| *count += 1);
            }
        })
    };
    let rounds = {
        let buyer = format!("Bearer {}", token(server.address, "sieu-thi-1@mua.example", PASSWORD).await);
        let officer = format!("Bearer {}", token(server.address, "can-bo", PASSWORD).await);
        let (mut life, answered, terms) = (life.clone(), answered.clone(), from_today(&app, demand_terms()));
        tokio::spawn(async move {
            for n in 0..3 {
                let key = format!("nhu-cau-{n}");
                let headers = [("authorization", buyer.as_str()), ("idempotency-key", key.as_str())];
                assert_eq!(insist(&mut life, &headers, "/demands", &terms).await.0.status, 201);
                let round = insist(&mut life, &[("authorization", &officer)], "/rounds", &json!({})).await.0;
                assert!(round.status < 500, "{round:?}");
                answered.send_modify(|count| *count += 1);
            }
        })
    };

    for (n, moment) in [3, 11, 20, 31].into_iter().enumerate() {
        answered.subscribe().wait_for(|count| *count >= moment).await.expect("progress");
        let count = u32::try_from(n).expect("few") + 1;
        lives.send_replace((count - 1, None));
        server.kill();
        // The leases of what the dead server had begun run out.
        db.execute_unprepared("UPDATE outbox SET run_at = (SELECT min(created_at) FROM mail)").await.expect("time passes");
        server = Server::start(&url, &settings, &[]).await;
        lives.send_replace((count, Some(server.address)));
    }
    let mut offers = BTreeSet::new();
    for client in clients {
        let (bearer, made) = client.await.expect("a client");
        let list = call(server.address, "GET", "/offers?limit=100", &[("authorization", &bearer)], &Value::Null).await.expect("a list");
        let list = list.json["items"].as_array().expect("items").clone();
        assert_eq!(list.len(), OFFERS_EACH, "one for each key");
        for (answer, _) in &made {
            let kept = list.iter().find(|offer| offer["id"] == answer["id"]).unwrap_or_else(|| panic!("lost: {answer}"));
            assert_eq!(
                (&kept["terms"], &kept["posted_at"], &kept["version"]),
                (&answer["terms"], &answer["posted_at"], &answer["version"])
            );
            assert!(offers.insert(answer["id"].to_string()), "one offer for two keys");
        }
    }
    newcomers.await.expect("newcomers");
    rounds.await.expect("rounds");

    // Every mail that was written reached the mail server, each under its own name, however often.
    let ids: BTreeSet<String> = app.column("SELECT id FROM mail").await.iter().map(|id| format!("<{id}@muavu.example>")).collect();
    assert!(ids.len() >= 10, "{}", ids.len());
    let names = |mails: &[support::smtp::Received]| mails.iter().map(|mail| mail.header("Message-ID")).collect::<BTreeSet<_>>();
    sink.until(|mails| names(mails).is_superset(&ids)).await;
    server.stop();
    let mails = sink.received();
    let written: BTreeSet<String> = app.column("SELECT id FROM mail").await.iter().map(|id| format!("<{id}@muavu.example>")).collect();
    assert_eq!(names(&mails), written);
    let mut copies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mail in &mails {
        copies.entry(mail.header("Message-ID")).or_default().insert(format!("{} {}", mail.recipient, mail.header("Subject")));
    }
    assert!(copies.values().all(|copies| copies.len() == 1), "{copies:?}");
    assert_eq!(app.column("SELECT status FROM mail WHERE status <> 'sent'").await, [""; 0]);
    assert_eq!(app.column("SELECT id FROM outbox").await, [""; 0]);
    books_agree(&app).await;
}

/// What is held of an offer is what its proposals hold, and every live proposal holds something.
async fn books_agree(app: &TestApp) {
    let wrong = "SELECT offer.id FROM offer WHERE held_g <> COALESCE((SELECT sum(hold_week.held_g) FROM hold \
                 JOIN hold_week ON hold_week.owner = hold.owner WHERE hold.offer_id = offer.id), 0)";
    assert_eq!(app.column(wrong).await, [""; 0]);
    let unheld = "SELECT id FROM proposal WHERE status = 'open' AND id NOT IN (SELECT owner FROM hold)";
    assert_eq!(app.column(unheld).await, [""; 0]);
    let ownerless = "SELECT owner FROM hold WHERE owner NOT IN (SELECT id FROM proposal)";
    assert_eq!(app.column(ownerless).await, [""; 0]);
    assert_ne!(app.column("SELECT owner FROM hold").await, [""; 0], "a round held something");
    let keys = "SELECT resource_id FROM idempotency WHERE resource_id NOT IN (SELECT id FROM offer UNION SELECT id FROM demand)";
    assert_eq!(app.column(keys).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_insert_and_commit_it_did_nothing_and_the_repeat_does_it_once() {
    let app = today().await;
    let url = app.app.config.database_url.expose().to_owned();
    let server = Server::start(&url, &[], &["--no-worker"]).await;
    let bearer = format!("Bearer {}", token(server.address, "htx-cam-1@htx.example", PASSWORD).await);
    let terms = from_today(&app, offer_terms());
    let db = app.raw().await;

    let trap = Trap::set(&db).await;
    let (address, request, auth) = (server.address, terms.clone(), bearer.clone());
    let waits = tokio::spawn(async move {
        let headers = [("authorization", auth.as_str()), ("idempotency-key", "dien-thoai-1")];
        call(address, "POST", "/offers", &headers, &request).await
    });
    trap.closed(&db).await;
    server.kill();
    assert!(waits.await.expect("a request").is_err(), "nobody was answered");
    trap.lift(&db).await;

    let count = async |table: &str| app.column(&format!("SELECT CAST(count(*) AS text) FROM {table}")).await[0].clone();
    assert_eq!((count("offer").await, count("idempotency").await), ("0".into(), "0".into()));
    let server = Server::start(&url, &[], &["--no-worker"]).await;
    let headers = [("authorization", bearer.as_str()), ("idempotency-key", "dien-thoai-1")];
    let first = call(server.address, "POST", "/offers", &headers, &terms).await.expect("an answer");
    assert_eq!(first.status, 201, "{first:?}");
    let again = call(server.address, "POST", "/offers", &headers, &terms).await.expect("an answer");
    assert_eq!(again.json, first.json);
    assert_eq!(count("offer").await, "1");
    server.stop();
}

/// Makes the transaction of a new offer stand still after the offer is inserted, when its key is written.
enum Trap {
    /// A trigger that counts for ever.
    Sqlite,
    /// A row with the same key, of another transaction that is still open.
    Postgres(Box<sea_orm::DatabaseTransaction>),
}

impl Trap {
    async fn set(db: &DatabaseConnection) -> Self {
        if db.get_database_backend() == DatabaseBackend::Sqlite {
            let trigger = "CREATE TRIGGER trap AFTER INSERT ON idempotency BEGIN SELECT count(*) FROM (WITH RECURSIVE n(i) AS \
                           (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); END";
            db.execute_unprepared(trigger).await.expect("a trigger");
            return Self::Sqlite;
        }
        let tx = db.begin_with_options(sea_orm::TransactionOptions::default()).await.expect("a transaction");
        let row = "INSERT INTO idempotency SELECT id, 'dien-thoai-1', '', id, now() FROM \"user\" WHERE sign_in = 'htx-cam-1@htx.example'";
        assert_eq!(tx.execute_unprepared(row).await.expect("a row").rows_affected(), 1);
        Self::Postgres(Box::new(tx))
    }

    /// Waits until the server's transaction stands in it.
    async fn closed(&self, db: &DatabaseConnection) {
        loop {
            let caught = match self {
                // The server is the only other writer, and it lets go at once of everything but this.
                Self::Sqlite => {
                    db.execute_unprepared("PRAGMA busy_timeout = 0").await.expect("a setting");
                    db.execute_unprepared("BEGIN IMMEDIATE; ROLLBACK").await.is_err()
                }
                Self::Postgres(_) => {
                    let waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' \
                                   AND query LIKE 'INSERT INTO \"idempotency\"%'";
                    db.query_one_raw(Statement::from_string(DatabaseBackend::Postgres, waiting)).await.expect("activity").is_some()
                }
            };
            if caught {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    async fn lift(self, db: &DatabaseConnection) {
        match self {
            Self::Sqlite => drop(db.execute_unprepared("DROP TRIGGER trap").await.expect("no trigger")),
            Self::Postgres(tx) => tx.rollback().await.expect("gone"),
        }
    }
}
