//! The update that seals what stood in the clear.
mod rows;

use super::{files, leaks, written};
use ::migrations::Migrator;
use rows::{reads_as_before, round_before};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::json;
use std::io::{BufRead, BufReader};
use support::posts::{changed, demand_line, recurring_terms};
use support::process::start;
use support::{SEAL_KEY, TestApp};
use uuid::Uuid;
use web::store::idempotency::{self, Key};
use web::store::{Db, Tx};

/// How many migrations there are from the first that seals on.
fn sealing() -> u32 {
    let names: Vec<String> = Migrator::migrations().iter().map(|one| one.name().to_owned()).collect();
    let first = names.iter().position(|name| name == migrations::FIRST_SEALED).expect("the first that seals");
    u32::try_from(names.len() - first).expect("a few")
}

/// A market as the program before wrote it: everything in the clear.
async fn before(app: &TestApp) -> DatabaseConnection {
    let db = Database::connect(app.app.config.database_url.expose()).await.unwrap();
    Migrator::down(&db, Some(sealing())).await.expect("tables without rows go down");
    let ids = |sql: &'static str| app.column(sql);
    let org: Uuid = ids("SELECT org_id FROM \"user\" WHERE sign_in = 'htx-cam-1@htx.example'").await[0].parse().unwrap();
    let user: Uuid = ids("SELECT id FROM \"user\" WHERE sign_in = 'htx-cam-1@htx.example'").await[0].parse().unwrap();
    let insert = async |sql: &str, id: u128| {
        let values = [Uuid::from_u128(id).into(), org.into(), user.into()];
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.expect(sql);
    };
    let offer = "INSERT INTO offer (id, org_id, posted_by, product, variety, grade, total_g, per_week_g, window_from, window_to, ask, min_lot_g, \
        max_payment_days, pickup_commune, note, sizes, tiers, status, held_g, posted_at, version) VALUES ($1, $2, $3, 'cam', 'cam-canh', 1, \
        12000000, 4000000, '2026-11-30', '2026-12-20', 24947, 500000, 30, '05089', '', '', '[{\"from_kg\":\"2000\",\"discount\":2378}]', \
        'open', 0, '2026-11-20 01:00:00+00:00', 1)";
    for id in 1..=1_203 {
        insert(offer, id).await;
    }
    let demand = "INSERT INTO demand (id, org_id, posted_by, product, varieties, min_grade, certificates, preferred, first_week, last_week, \
        total_g, bid, delivery_commune, hours_from, hours_to, payment_days, max_suppliers, note, sizes, status, suppliers_held, posted_at, version) \
        VALUES ($1, $2, $3, 'cam', '[]', 2, 0, '[{\"attribute\":\"vietgap\",\"premium\":1987}]', '2026-11-30', '2026-11-30', 3000000, 38969, \
        '00004', '05:00', '07:00', 30, 0, '', '', 'open', 0, '2026-11-20 01:00:00+00:00', 1)";
    insert(demand, 2_001).await;
    let week = "INSERT INTO demand_week (demand_id, week, needed_g, held_g) SELECT id, first_week, 3000000, 0 FROM demand";
    db.execute_unprepared(week).await.expect(week);
    let line = changed(demand_line(), json!({ "bid": 38_179 }));
    let rule = format!(
        "INSERT INTO recurring_demand (id, org_id, posted_by, terms, next_week, status, posted_at, version) VALUES ($1, $2, $3, '{}', \
         '2026-12-07', 'open', '2026-11-20 01:00:00+00:00', 1)",
        changed(recurring_terms(), json!({ "line": line }))
    );
    insert(&rule, 3_001).await;
    let key = "INSERT INTO idempotency (resource_id, user_id, key, request_hash, created_at) SELECT $1, $3, 'k', 'what was asked', sent FROM \
        (SELECT posted_at AS sent, org_id FROM demand) x WHERE org_id = $2";
    insert(key, 4_001).await;
    round_before(&db, org, user).await;
    db
}

/// `muavu migrate`, killed as soon as it says that it begins with a migration; whether it came so far.
fn killed_at(app: &TestApp, migration: &str) -> bool {
    let url = app.app.config.database_url.expose();
    let settings = [("MUAVU_DATABASE_URL", url), ("MUAVU_SEAL_KEY", SEAL_KEY), ("MUAVU_LOG", "info")];
    let mut child = start(&settings, &["migrate"]);
    let log = BufReader::new(child.stderr.take().unwrap());
    let came = log.lines().map_while(Result::ok).any(|line| line.contains("Applying") && line.contains(migration));
    child.kill().unwrap();
    child.wait().unwrap();
    came
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_any_migration_that_seals_it_goes_on_from_there() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    app.enterprise("Siêu thị 1").await;
    before(&app).await.close().await.unwrap();
    let names: Vec<String> = Migrator::migrations().iter().map(|one| one.name().to_owned()).collect();
    for name in names.iter().skip_while(|name| *name != migrations::FIRST_SEALED).filter(|name| name.contains("seal")) {
        assert!(killed_at(&app, name), "{name} is not there yet, whatever was done before");
        let kept = app.column("SELECT CAST(count(*) AS text) FROM offer").await;
        assert_eq!(kept, ["1203"], "{name}");
    }
    let db = Db::connect(&app.app.config).await.unwrap();
    db.migrate().await.expect("sealed");
    assert_eq!(leaks(&app, 24_947).await, [""; 0]);
    assert!(!written(&files(&app), 24_947), "no old page is left");
    let tx = Tx::read(&db).await.unwrap();
    let offers = web::store::offers::open(&tx, app.app.env.today(), None).await.expect("offers");
    assert!(offers.len() == 1_203 && offers.iter().all(|held| held.offer.terms.ask.dong() == 24_947));
    reads_as_before(&tx, offers[0].offer.org).await;
}

#[tokio::test]
async fn what_stood_in_the_clear_is_sealed_whole_or_not_at_all() {
    let app = TestApp::new().await;
    let supplier = app.cooperative("HTX Cam 1").await;
    app.enterprise("Siêu thị 1").await;
    let db = before(&app).await;
    let refused = Migrator::up(&db, None).await.unwrap_err().to_string();
    assert!(refused.contains("muavu migrate"), "{refused}");
    assert_eq!(app.column("SELECT CAST(ask AS text) FROM offer WHERE ask = 24947").await.len(), 1_203, "nothing happened without the key");
    db.close().await.unwrap();
    // As SQLite writes whole numbers.
    let number = &7_123_489_001_777_i64.to_be_bytes()[2..];
    let in_file = || files(&app).windows(number.len()).any(|bytes| bytes == number);
    assert_eq!(in_file(), !files(&app).is_empty(), "it is found where it is");

    let db = Db::connect(&app.app.config).await.unwrap();
    db.migrate().await.expect("sealed");
    for figure in [24_947, 2_378, 38_969, 1_987, 38_179, 38_069, 7_123_489_001_777, 4_123_489, 3_123_489, 1_349, 23_849, 23_893, 22_987] {
        assert_eq!(leaks(&app, figure).await, [""; 0], "{figure}");
        assert!(!written(&files(&app), figure), "{figure} is in the file");
    }
    assert!(!in_file(), "no old page is left");
    assert_eq!(app.column("SELECT key FROM setting WHERE key = 'seal_scrub'").await, [""; 0], "old pages are gone");
    let tx = Tx::read(&db).await.unwrap();
    let offers = web::store::offers::open(&tx, app.app.env.today(), None).await.expect("offers");
    assert_eq!(offers.len(), 1_203);
    assert!(offers.iter().all(|held| held.offer.terms.ask.dong() == 24_947 && held.offer.terms.tiers[0].discount.dong() == 2_378));
    let demands = web::store::demands::open(&tx, app.app.env.today(), None).await.expect("demands");
    assert_eq!((demands[0].demand.terms.bid.dong(), demands[0].demand.terms.preferred[0].premium.dong()), (38_969, 1_987));
    reads_as_before(&tx, offers[0].offer.org).await;
    let user = app.column("SELECT user_id FROM idempotency").await[0].parse::<Uuid>().unwrap().into();
    let key = |hash: &str| Key { user, key: "k".into(), request_hash: hash.into() };
    assert!(idempotency::find(&tx, &key("what was asked")).await.unwrap().unwrap().same);
    assert!(!idempotency::find(&tx, &key("something else")).await.unwrap().unwrap().same);
    drop(tx);
    let rule = supplier.get(&format!("/recurring-demands/{}", Uuid::from_u128(3_001))).await;
    assert_eq!(rule.expect(200)["terms"]["line"]["bid"], 38_179);

    let raw = app.raw().await;
    let refused = Migrator::down(&raw, Some(sealing())).await.unwrap_err().to_string();
    assert!(refused.contains("sealed rows"), "{refused}");
    let whole = match raw.get_database_backend() {
        DatabaseBackend::Sqlite => "PRAGMA integrity_check",
        _ => "SELECT 'ok'",
    };
    assert_eq!(app.column(whole).await, ["ok"]);
}
