//! Reserve prices are sealed in the database: who copies it reads none, who has the key loses none.
use ::migrations::Migrator;
use domain::id::OrgId;
use domain::import::{ImportKind, ListOwner};
use domain::policy::Scope;
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;
use support::posts::{changed, demand_line, recurring_terms};
use support::{Client, SEAL_KEY, TestApp};
use uuid::Uuid;
use web::config::{Config, Secret};
use web::store::idempotency::{self, Key};
use web::store::seal::{Keeper, MasterKey};
use web::store::{Db, Tx, imports, rounds};

const OTHER_KEY: &str = "0ddba110ddba110ddba110ddba110ddba110ddba110ddba110ddba110ddba110";

/// Every figure of the story that only its owner knows.
const SECRETS: [i64; 9] = [24_947, 1_289, 2_378, 38_969, 1_987, 38_179, 23_893, 22_987, 25_289];

const LIST: &str = "Giống;Phẩm cấp;Sản lượng;Mỗi tuần (kg);Thu từ ngày;Thu đến ngày;Đơn giá;Thanh toán;Xã\n\
    Cam Canh;Loại 1;5000;4000;30/11/2026;20/12/2026;23893;30;05089\n\
    Cam Canh;Loại 1;5000;9000;30/11/2026;20/12/2026;22987;30;05089\n\
    Cam Canh;Loại 1;5000;4000;30/11/2026;20/12/2026;;30;05089\n";

/// Posts, a rule, a list half made and half asked about, a round with proposals, questions to it: all with telling prices.
async fn busy(app: &TestApp) -> (Client, Client) {
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    supplier.add_certificate(json!({})).await;
    // In a crowd a price lies in the middle of its interval; of two alone it may be the reserve price of one.
    for number in 2..=4 {
        app.cooperative(&format!("HTX Cam {number}")).await.post_offer(json!({})).await;
        app.enterprise(&format!("Siêu thị {number}")).await.post_demand(json!({})).await;
    }
    let tiers = json!([{ "from_kg": "2000", "discount": 1_289 }, { "from_kg": "5000", "discount": 2_378 }]);
    let offer = json!({ "ask": 24_947, "tiers": tiers });
    let terms = changed(support::posts::offer_terms(), offer);
    let made = supplier.post_once("/offers", "dien-thoai-1", terms.clone()).await.expect(201);
    assert_eq!(supplier.post_once("/offers", "dien-thoai-1", terms.clone()).await.expect(201)["id"], made["id"]);
    let other = changed(terms, json!({ "ask": 25_289 }));
    assert_eq!(supplier.post_once("/offers", "dien-thoai-1", other).await.problem(), "409 idempotency_key_reused");
    buyer.post_demand(json!({ "bid": 38_969, "preferred": [{ "attribute": "vietgap", "premium": 1_987 }] })).await;
    let line = changed(demand_line(), json!({ "bid": 38_179 }));
    buyer.post("/recurring-demands", changed(recurring_terms(), json!({ "line": line }))).await.expect(201);
    let import = super::imports::offers::send(&supplier, "offers", LIST.as_bytes()).await;
    assert_eq!((&import["counts"]["accepted"], &import["counts"]["review"]), (&json!(1), &json!(2)), "{import}");
    supplier.post(&format!("{}/make", super::imports::offers::path(&import)), json!({})).await.expect(200);
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let what_if = format!("/offers/{}/what-if", made["id"].as_str().unwrap());
    let choices = supplier.get(&what_if).await.expect(200);
    supplier.post(&what_if, json!({ "price": choices["prices"][0] })).await.expect(200);
    app.run_jobs().await;
    (supplier, buyer)
}

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

#[tokio::test]
async fn no_reserve_price_can_be_read_in_the_database() {
    let app = TestApp::new().await;
    let (supplier, buyer) = busy(&app).await;
    let own = supplier.get("/offers").await.expect(200);
    assert!(
        own["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|offer| offer["terms"]["ask"] == 24_947 && offer["terms"]["tiers"][1]["discount"] == 2_378)
    );
    assert!(
        buyer.get("/proposals").await.expect(200)["items"].as_array().is_some_and(|all| !all.is_empty()),
        "the round proposed something"
    );
    let bytes = files(&app);
    for figure in SECRETS {
        assert_eq!(leaks(&app, figure).await, [""; 0], "{figure}");
        assert!(!written(&bytes, figure), "{figure} is in the file");
    }
    // What is public is found by the same search.
    assert!(!leaks(&app, 12_000_000).await.is_empty(), "grams of an offer are no secret");
    let db = app.raw().await;
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), "SELECT file_hash FROM import")).await.unwrap().unwrap();
    assert_ne!(row.try_get::<Vec<u8>>("", "file_hash").unwrap(), Sha256::digest(LIST).to_vec(), "a list of one price could be guessed");
    assert_eq!(app.visitor().get("//readyz").await.json["seal_key"], MasterKey::parse(SEAL_KEY).unwrap().id());
}

#[tokio::test]
async fn a_list_that_was_sealed_is_gone_on_with_and_known_again() {
    let app = TestApp::new().await;
    let (supplier, _) = busy(&app).await;
    let import = supplier.get("/imports").await.expect(200)["items"][0].clone();
    let path = super::imports::offers::path(&import);
    let cells = json!({ "cells": [{ "column": "kg_per_week", "text": "3000" }] });
    let rows = supplier.get(&format!("{path}/rows")).await.expect(200);
    let number = rows["items"].as_array().unwrap().iter().find(|row| row["state"] == "review").unwrap()["number"].clone();
    let taken = supplier.put(&format!("{path}/rows/{number}"), cells).await;
    assert_eq!(taken.json["state"], "accepted", "{}", taken.json);
    let again = super::imports::offers::send(&supplier, "offers", LIST.as_bytes()).await;
    assert_eq!(again["counts"]["known"], json!(1), "{again}");
}

#[tokio::test]
async fn another_key_or_none_is_refused_before_anything_is_read() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    let with = |key: Option<&str>, folder: &Path| {
        let mut config = Config::clone(&app.app.config);
        config.seal_key = key.map(Secret::new);
        config.data_dir = folder.to_owned();
        config
    };
    let folder = tempfile::tempdir().unwrap();
    for (key, said) in [(Some(OTHER_KEY), "is another one"), (None, "there is no key at")] {
        let db = Db::connect(&with(key, folder.path())).await.unwrap();
        for refused in [db.migrate().await.unwrap_err(), db.unlock().await.unwrap_err()] {
            let text = format!("{refused:#}");
            assert!(text.contains(said) && text.contains(&MasterKey::parse(SEAL_KEY).unwrap().id()) && !text.contains(SEAL_KEY), "{text}");
        }
        assert!(Tx::read(&db).await.is_err(), "nothing can be asked");
    }
    assert!(!folder.path().join("seal.key").exists(), "no key is made for a database that has one");
    std::fs::write(folder.path().join("seal.key"), format!("{SEAL_KEY}\n")).unwrap();
    Db::connect(&with(None, folder.path())).await.unwrap().migrate().await.expect("the key in its file");
}

#[tokio::test]
async fn what_is_sealed_opens_in_its_own_row_only() {
    let app = TestApp::new().await;
    let supplier = app.cooperative("HTX Cam 1").await;
    let (one, two) = (supplier.post_offer(json!({ "ask": 18_000 })).await, supplier.post_offer(json!({ "ask": 25_000 })).await);
    let id = |view: &Value| view["id"].as_str().unwrap().parse::<Uuid>().unwrap();
    let db = app.raw().await;
    let sql = "UPDATE offer SET sealed = (SELECT sealed FROM offer WHERE id = $1) WHERE id = $2";
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, [id(&one).into(), id(&two).into()])).await.unwrap();
    assert_eq!(supplier.get(&format!("/offers/{}", id(&one))).await.expect(200)["terms"]["ask"], 18_000);
    assert_eq!(supplier.get(&format!("/offers/{}", id(&two))).await.status, 500);
    let empty = "UPDATE offer SET sealed = ''";
    assert!(db.execute_unprepared(empty).await.is_err(), "the database refuses an offer without its reserve price");
}

#[tokio::test]
async fn a_new_key_opens_everything_and_the_old_one_nothing() {
    let app = TestApp::new().await;
    let supplier = app.cooperative("HTX Cam 1").await;
    supplier.post_offer(json!({ "ask": 24_947 })).await;
    let tx = Tx::write(&app.app.db).await.unwrap();
    web::store::seal::rotate(&tx, &Keeper::of(&app.app.config), &MasterKey::parse(OTHER_KEY).unwrap()).await.expect("another key");
    tx.commit().await.unwrap();
    supplier.post_offer(json!({ "ask": 25_289 })).await;
    assert!(Db::connect(&app.app.config).await.unwrap().migrate().await.is_err(), "the old key");
    let mut config = Config::clone(&app.app.config);
    config.seal_key = Some(Secret::new(OTHER_KEY));
    let db = Db::connect(&config).await.unwrap();
    db.migrate().await.expect("the new key");
    let tx = Tx::read(&db).await.unwrap();
    let open = web::store::offers::open(&tx, app.app.env.today(), None).await.expect("all of them");
    assert_eq!(open.iter().map(|held| held.offer.terms.ask.dong()).collect::<Vec<_>>(), [24_947, 25_289]);
}

#[tokio::test]
async fn a_backup_holds_no_key_and_says_so_and_comes_back_with_it() {
    let app = TestApp::new().await;
    if app.raw().await.get_database_backend() != DatabaseBackend::Sqlite {
        return;
    }
    app.cooperative("HTX Cam 1").await.post_offer(json!({ "ask": 24_947 })).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let run = |url: &str, arguments: &[&str]| support::process::run(url, arguments, "");
    let (code, said) = run(app.app.config.database_url.expose(), &["backup", backup.to_str().unwrap()]);
    let id = MasterKey::parse(SEAL_KEY).unwrap().id();
    assert!(code == Some(0) && said.contains(&id) && said.contains("not in it"), "{said}");
    for entry in std::fs::read_dir(&backup).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!written(&bytes, 24_947) && !String::from_utf8_lossy(&bytes).contains(SEAL_KEY));
    }
    let url = format!("sqlite://{}", folder.path().join("again.sqlite").display());
    let (code, said) = run(&url, &["restore", backup.to_str().unwrap()]);
    assert!(code == Some(0) && said.contains(&format!("The key {id} that it needs is at")), "{said}");
    let mut config = Config::clone(&app.app.config);
    config.database_url = Secret::new(url);
    let db = Db::connect(&config).await.unwrap();
    db.migrate().await.expect("the same key");
    let tx = Tx::read(&db).await.unwrap();
    assert_eq!(web::store::offers::open(&tx, app.app.env.today(), None).await.unwrap()[0].offer.terms.ask.dong(), 24_947);
}

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

/// The gzip of a round's file, and 32 bytes of a hash.
fn packed(value: &Value) -> Vec<u8> {
    web::store::rounds::pack(value).unwrap()
}
const SAID: [u8; 32] = [0x5a; 32];

/// A round with a proposal, what it left, a question to it; a list with a row that waits and what is remembered of another.
async fn round_before(db: &DatabaseConnection, org: Uuid, user: Uuid) {
    let insert = async |sql: &str, values: Vec<sea_orm::Value>| {
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.expect(sql);
    };
    let id = |id: u128| sea_orm::Value::from(Uuid::from_u128(id));
    let at = "'2026-11-20 01:00:00+00:00'";
    let round = format!(
        "INSERT INTO round (id, kind, ran_by, ran_at, millis, market_hash, plan_hash, offers, demands, suppliers, buyers, offered_g, demanded_g, \
         matched_g, value, bound, supplier_gain, buyer_gain, goods_amount, freight_amount, trades, dropped) VALUES ($1, 'officer', $2, {at}, 5, \
         'der Markt', 'der Plan', 1, 1, 1, 1, 1000, 1000, 1000, 7123489001777, 8123489001777, 4123489, 3123489, 1, 1, 1, 0)"
    );
    insert(&round, vec![id(5_001), user.into()]).await;
    let market = packed(&json!({ "offers": [], "demands": [], "products": [], "freight": [], "references": [], "resting": [],
        "mix": { "numerator": 1, "denominator": 2 } }));
    let plan =
        packed(&json!({ "trades": [], "unsold": [], "unserved": [], "value": 0, "bound": 0, "offer_prices": [], "demand_prices": [],
        "groups": [] }));
    let file = "INSERT INTO round_file (round_id, market, plan) VALUES ($1, $2, $3)";
    insert(file, vec![id(5_001), market.into(), plan.into()]).await;
    let left = "INSERT INTO round_unmatched (id, round_id, side, post_id, org_id, product, left_g, obstacle, reason) VALUES ($1, $2, 'supplier', $3, \
        $4, 'cam', 1000, 'price_gap', '{\"obstacle\":{\"kind\":\"price_gap\",\"by\":1349},\"also\":[],\"scope\":\"few\"}')";
    insert(left, vec![id(5_002), id(5_001), id(1), org.into()]).await;
    let asked = format!(
        "INSERT INTO what_if (id, post_id, round_id, number, question, asked_at) VALUES ($1, $2, $3, 1, '{{\"price\":23849}}', {at})"
    );
    insert(&asked, vec![id(5_003), id(1), id(5_001)]).await;

    let hex = |number: u128| format!("{number:032x}");
    let trade = json!({ "offer": hex(1), "demand": hex(2_001), "weeks": [{ "week": 739_950, "kg": 3000 }], "kg": 3000, "price": 27_000,
        "freight": 900, "road_km": 87, "interval": { "low": 24_947, "high": 38_069 }, "fair": null, "group": 0,
        "reason": { "kind": "only_fit", "suppliers": "few", "buyers": "few" } });
    let other = "SELECT id FROM organisation WHERE id <> $1";
    let other: Uuid = db
        .query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), other, [org.into()]))
        .await
        .unwrap()
        .unwrap()
        .try_get("", "id")
        .unwrap();
    let proposal = format!(
        "INSERT INTO proposal (id, round_id, offer_id, demand_id, supplier_org, buyer_org, product, variety, grade, ask, bid, trade, offer_from, \
         offer_to, demand_from, demand_to, smallest_lot_g, longest_payment_days, revision, status, waits_supplier, waits_buyer, expires_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 'cam', 'cam-canh', 1, 24947, 38969, '{trade}', '2026-11-30', '2026-12-20', '2026-11-30', '2026-12-06', \
         500000, 30, 1, 'open', true, true, '2026-11-30 01:00:00+00:00', 1)"
    );
    insert(&proposal, vec![id(6_001), id(5_001), id(1), id(2_001), org.into(), other.into()]).await;
    let terms = json!({ "farm_gate": 27_000, "freight": 900, "lines": [{ "week": "2026-11-30", "kg": "3000" }], "payment_days": 30 });
    let revision = format!("INSERT INTO proposal_revision (proposal_id, number, at, terms) VALUES ($1, 1, {at}, '{terms}')");
    insert(&revision, vec![id(6_001)]).await;

    let import = format!(
        "INSERT INTO import (id, org_id, sent_by, kind, file_name, file_hash, sheet, header_row, head, state, accepted, review, skipped, left_out, \
         known, made, sent_at) VALUES ($1, $2, $3, 'offers', 'gia.csv', $4, '', 1, '{{\"columns\":[],\"unknown\":[],\"missing\":[\"ask\"],\
         \"defaults\":{{\"ask\":\"23893\"}}}}', 'ready', 1, 0, 0, 0, 0, 0, {at})"
    );
    insert(&import, vec![id(7_001), org.into(), user.into(), SAID.to_vec().into()]).await;
    let cells = json!([{ "column": "ask", "header": "Giá", "text": "22987" }]);
    let row = format!(
        "INSERT INTO import_row (id, import_id, number, last_number, org_id, state, decided, source, source_nth, content, cells, corrections, \
         problems, terms) VALUES ($1, $2, 2, 2, $3, 'accepted', false, $4, 1, $4, '{cells}', '[]', '[]', '{{\"ask\":22987}}')"
    );
    insert(&row, vec![id(7_002), id(7_001), org.into(), SAID.to_vec().into()]).await;
    let mark = "INSERT INTO import_mark (org_id, kind, fingerprint, nth, thing_id) VALUES ($1, 'offers', $2, 1, $3)";
    insert(mark, vec![org.into(), SAID.to_vec().into(), id(1)]).await;
}

/// What was put there before reads as it was.
async fn reads_as_before(tx: &Tx, org: OrgId) {
    let round = rounds::get(tx, Uuid::from_u128(5_001).into()).await.expect("the round");
    let totals = &round.totals;
    assert_eq!((round.market_hash.as_str(), round.plan_hash.as_str()), ("der Markt", "der Plan"));
    assert_eq!(
        [totals.value, totals.bound, totals.supplier_gain, totals.buyer_gain],
        [7_123_489_001_777, 8_123_489_001_777, 4_123_489, 3_123_489]
    );
    let (market, plan) = rounds::files(tx, round.id).await.expect("its files");
    assert!(market.offers.is_empty() && plan.trades.is_empty());
    let left = rounds::unmatched_of_post(tx, round.id, Uuid::from_u128(1)).await.expect("what it left");
    assert!(format!("{:?}", left[0].reason).contains("1349"));
    let asked = web::store::what_if::of_post(tx, round.id, Uuid::from_u128(1)).await.expect("a question");
    assert_eq!((asked[0].question.price.map(domain::money::VndPerKg::dong), asked[0].answer.is_none()), (Some(23_849), true));
    let made = web::store::proposals::get(tx, Scope::All, Uuid::from_u128(6_001).into()).await.expect("the proposal");
    assert_eq!((made.facts.ask.dong(), made.facts.bid.dong(), made.facts.trade.interval.high), (24_947, 38_969, 38_069));
    let (owner, kind) = (ListOwner::Org(org), ImportKind::Offers);
    let import = imports::get(tx, Some(owner), Uuid::from_u128(7_001).into()).await.expect("the list");
    assert_eq!(import.head.defaults["ask"], "23893");
    let row = imports::row(tx, import.id, 2).await.expect("its row");
    assert_eq!(
        (row.source, row.content, row.terms, row.cells[0].text.as_str()),
        (SAID, Some(SAID), Some(json!({ "ask": 22_987 })), "22987")
    );
    assert_eq!(imports::contents(tx, import.id).await.unwrap()[&SAID], 2);
    let marks = imports::marks(tx, kind, owner, &[SAID]).await.unwrap();
    assert_eq!(marks.get(&(SAID, 1)), Some(&Uuid::from_u128(1)));
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
