//! A person takes a copy of what is kept about them, and leaves.
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement, Value as Bound};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::people::{PASSWORD, consent};
use support::{Client, TestApp};
use uuid::Uuid;

const EMAIL: &str = "nam.bui@rieng.example";
const PHONE: &str = "0987654321";

fn password() -> Value {
    json!({ "password": PASSWORD })
}

/// A clerk who came by an invitation, with an address and a number of his own.
async fn nam(app: &TestApp, director: &Client) -> Client {
    let made = director.post("/invitations", json!({ "role": "clerk", "name": "Bùi Nam", "email": EMAIL })).await.expect(201);
    let token = made["link"].as_str().unwrap().split_once("token=").unwrap().1.to_owned();
    let member =
        json!({ "name": "Bùi Nam", "sign_in": EMAIL, "phone": PHONE, "password": PASSWORD, "language": "vi", "consent": consent() });
    let clerk = app.visitor();
    clerk.post("/auth/accept-invitation", json!({ "token": token, "member": member })).await.expect(201);
    clerk
}

/// Every table with its columns that hold an id, as the entities say.
fn columns() -> Vec<(String, Vec<(String, bool)>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/web/src/store/entity");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let source = std::fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
        let table = source.split("table_name = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a table name").to_owned();
        let fields = source.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.trim_end_matches(',').split_once(": "));
        (table, fields.map(|(name, kind)| (name.to_owned(), kind.contains("Uuid"))).collect())
    };
    std::fs::read_dir(folder).expect("the entities").map(read).collect()
}

/// Tables in which a piece of text stands anywhere.
async fn holding(db: &DatabaseConnection, text: &str) -> Vec<String> {
    let backend = db.get_database_backend();
    let mut found = Vec::new();
    for (table, columns) in columns() {
        let all = columns.iter().map(|(name, _)| format!("coalesce(CAST(\"{name}\" AS text), '')")).collect::<Vec<_>>().join(" || '|' || ");
        let mark = if backend == DatabaseBackend::Sqlite { "instr" } else { "strpos" };
        let sql = format!("SELECT CAST(count(*) AS bigint) FROM \"{table}\" WHERE {mark}({all}, '{text}') > 0");
        let row = db.query_one_raw(Statement::from_string(backend, sql)).await.expect("a count").expect("a row");
        if row.try_get_by_index::<i64>(0).expect("a number") > 0 {
            found.push(table);
        }
    }
    found.sort();
    found
}

/// Where a person's id stands.
async fn naming(db: &DatabaseConnection, id: Uuid) -> BTreeSet<(String, String)> {
    let backend = db.get_database_backend();
    let mark = if backend == DatabaseBackend::Sqlite { "?" } else { "$1" };
    let mut found = BTreeSet::new();
    for (table, columns) in columns() {
        for (column, _) in columns.into_iter().filter(|(_, id)| *id) {
            let sql = format!("SELECT CAST(count(*) AS bigint) FROM \"{table}\" WHERE \"{column}\" = {mark}");
            let row =
                db.query_one_raw(Statement::from_sql_and_values(backend, sql, [Bound::from(id)])).await.expect("a count").expect("a row");
            if row.try_get_by_index::<i64>(0).expect("a number") > 0 {
                found.insert((table.clone(), column));
            }
        }
    }
    found
}

fn id(client: &Value) -> Uuid {
    client["user"]["id"].as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_copy_holds_all_that_names_the_person_and_no_secret() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let director = &deal.supplier;
    director.post("/searches", json!({ "name": "Cam", "side": "buyer", "search": {} })).await.expect(201);
    let account = director.get("/account").await.expect(200);
    let details = json!({ "name": account["name"], "phone": PHONE, "email": EMAIL, "language": "vi" });
    director.put("/account", json!({ "version": account["version"], "details": details, "password": PASSWORD })).await.expect(200);
    assert_eq!(director.post("/account/export", json!({ "password": "sai" })).await.problem(), "422 invalid [password: password_wrong]");
    let reply = director.post("/account/export", password()).await;
    assert!(reply.headers["content-disposition"].to_str().unwrap().contains("attachment"));
    let copy = reply.expect(200);
    assert_eq!((&copy["account"]["email"], &copy["consents"].as_array().map(Vec::len)), (&json!(EMAIL), &Some(2)));
    assert_eq!(copy["signatures"].as_array().map(Vec::len), Some(1));
    let secret = copy["mails"].as_array().unwrap().iter().find(|mail| mail["kind"] == "confirm_email").expect("a mail with a link");
    assert_eq!(secret["text"], Value::Null);
    let text = copy.to_string();
    for word in ["argon2", "token=", "code_hash"] {
        assert!(!text.contains(word), "{word}");
    }

    let parts: BTreeSet<(String, String)> = copy["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["record"].as_str().unwrap().to_owned(), one["part"].as_str().unwrap().to_owned()))
        .collect();
    let told_elsewhere = [
        ("user", "id"),
        ("session", "user_id"),
        ("link", "user_id"),
        ("account_event", "user_id"),
        ("consent", "user_id"),
        ("notice", "user_id"),
        ("daily_notice", "user_id"),
        ("mail", "user_id"),
        ("mail_settings", "user_id"),
        ("saved_search", "user_id"),
        ("search_hit", "user_id"),
        ("signature", "signer_id"),
        // Keys of requests that were answered, forgotten after a day.
        ("idempotency", "user_id"),
    ];
    let named = naming(&app.raw().await, id(&director.get("/session").await.expect(200))).await;
    assert!(named.len() > 10, "{named:?}");
    for (table, column) in named {
        let told = parts.contains(&(table.clone(), column.clone())) || told_elsewhere.contains(&(&*table, &*column));
        assert!(told, "{table}.{column} names the person, and the copy does not say so");
    }
}

#[tokio::test]
async fn whoever_is_erased_is_found_nowhere_and_what_proves_the_deal_stays() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let clerk = nam(&app, &deal.supplier).await;
    let person = id(&clerk.get("/session").await.expect(200));
    let dispatch = deal.path("/lines/1/dispatch");
    let lines = deal.supplier.get(&deal.path("/lines")).await.expect(200);
    let planned = lines["lines"][0]["planned_kg"].clone();
    clerk.post(&dispatch, json!({ "kg": planned })).await.expect(200);
    clerk.post("/searches", json!({ "name": "Cam", "side": "buyer", "search": {} })).await.expect(201);
    app.visitor().post("/auth/sign-in", json!({ "sign_in": EMAIL, "password": "sai mat khau" })).await.expect(422);
    app.visitor().post("/auth/forgot-password", json!({ "sign_in": EMAIL })).await.expect(204);
    let db = app.raw().await;
    assert!(holding(&db, EMAIL).await.len() > 3, "{:?}", holding(&db, EMAIL).await);

    assert_eq!(clerk.post("/account/erase", json!({ "password": "sai" })).await.problem(), "422 invalid [password: password_wrong]");
    clerk.post("/account/erase", password()).await.expect(204);
    assert_eq!(holding(&db, EMAIL).await, Vec::<String>::new());
    assert_eq!(holding(&db, "987654321").await, Vec::<String>::new());
    assert_eq!(clerk.get("/account").await.problem(), "401 sign_in");
    let again = app.visitor().post("/auth/sign-in", json!({ "sign_in": EMAIL, "password": PASSWORD })).await;
    assert_eq!(again.problem(), "422 invalid [password: sign_in_wrong]");

    let left = naming(&db, person).await;
    let stays =
        [("user", "id"), ("consent", "user_id"), ("account_event", "user_id"), ("account_event", "by_user"), ("line", "dispatched_by")];
    for (table, column) in stays {
        assert!(left.contains(&(table.into(), column.into())), "{table}.{column}");
    }
    for table in ["session", "notice", "mail", "saved_search", "link", "idempotency", "mail_settings"] {
        assert!(!left.iter().any(|(one, _)| one == table), "{table}");
    }
    let members = deal.supplier.get("/members").await.expect(200);
    let gone = members["items"].as_array().unwrap().iter().find(|one| one["id"] == person.to_string()).expect("the row").clone();
    assert_eq!((&gone["closed"], &gone["name"], &gone["email"]), (&json!(true), &json!("(đã xóa)"), &Value::Null));
    // The address is free for whoever has it next.
    nam(&app, &deal.supplier).await;
}

#[tokio::test]
async fn the_only_director_hands_over_first_and_a_signature_keeps_its_name() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let refused = deal.supplier.post("/account/erase", password()).await;
    assert_eq!(refused.problem(), "409 erase_last_director_deals");
    let alone = app.cooperative("HTX Cam 3").await;
    assert_eq!(alone.post("/account/erase", password()).await.problem(), "409 erase_last_director");
    let version = alone.get("/organisation").await.expect(200)["version"].clone();
    alone.post("/organisation/close", json!({ "version": version, "reason": "Nghỉ hẳn" })).await.expect(200);
    alone.post("/account/erase", password()).await.expect(204);

    nam(&app, &deal.supplier).await;
    app.lead(EMAIL).await;
    let before = deal.view(&deal.buyer).await;
    deal.supplier.post("/account/erase", password()).await.expect(204);
    let after = deal.view(&deal.buyer).await;
    assert_eq!(after["signatures"], before["signatures"], "what was signed stays as signed");
    assert_eq!(after["hash"], before["hash"]);
}

/// Whose name begins like another's takes along the own guesses alone.
#[tokio::test]
async fn erasing_oneself_washes_nobody_else_clean() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let attacker = app.visitor().at("203.0.113.9");
    let guess = async |name: &str| attacker.post("/auth/sign-in", json!({ "sign_in": name, "password": "khong phai" })).await.problem();
    for name in ["htx-cam-1", "htx-cam-1@htx.example"] {
        for _ in 0..5 {
            guess(name).await;
        }
        assert_eq!(guess(name).await, "429 too_many", "{name}");
    }
    let member = json!({ "name": "Bùi Nam", "sign_in": "htx-cam-1", "password": PASSWORD, "role": "clerk", "language": "vi" });
    director.post("/members", member).await.expect(201);
    let clerk = app.signed_in("htx-cam-1").await;
    clerk.post("/account/erase", password()).await.expect(204);
    assert_eq!(guess("htx-cam-1@htx.example").await, "429 too_many");
    assert_eq!(guess("htx-cam-1").await, "422 invalid [password: sign_in_wrong]", "of the erased one nothing is kept");
}

/// What others were told keeps what happened and loses who it was.
#[tokio::test]
async fn notices_to_others_lose_the_name_of_whoever_is_erased() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let second = json!({ "role": "clerk", "name": "Quách Công Đức", "sign_in": "cong-duc", "password": PASSWORD, "language": "vi" });
    director.post("/members", second).await.expect(201);
    app.lead("cong-duc").await;
    let leaving = app.signed_in("cong-duc").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let path = format!("/members/{}/role", id(&clerk.get("/session").await.expect(200)));
    leaving.put(&path, json!({ "role": "viewer", "version": 1 })).await.expect(200);
    director.put(&path, json!({ "role": "clerk", "version": 2 })).await.expect(200);
    let by = async || {
        let page = clerk.get("/notices").await.expect(200);
        page["items"].as_array().expect("items").iter().map(|one| one["arguments"]["by"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(by().await, ["Bùi Thị Mai", "Quách Công Đức"]);
    leaving.post("/account/erase", password()).await.expect(204);
    assert_eq!(by().await, ["Bùi Thị Mai", "(đã xóa)"]);
    assert_eq!(holding(&app.raw().await, "Quách Công Đức").await, Vec::<String>::new(), "and stands nowhere else");
}
