//! Whatever is sent, the answer says what is wrong with which field, nothing breaks, and nothing is stored.
mod forms;
mod kinds;

use axum::body::Bytes;
use axum::http::Method;
use forms::{Form, forms};
use kinds::Kind;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use serde_json::{Value, json};
use support::people::PASSWORD;
use support::posts::{changed, offer_terms};
use support::{Client, Reply, TestApp};

/// Everything that is stored, in one word.
struct Stored(DatabaseConnection);

impl Stored {
    async fn of(app: &TestApp) -> Self {
        let mut options = ConnectOptions::new(app.app.config.database_url.expose());
        options.max_connections(1);
        Self(Database::connect(options).await.expect("the database of the test"))
    }

    /// SQLite counts what others commit; of PostgreSQL every row is read.
    async fn word(&self) -> String {
        let backend = self.0.get_database_backend();
        if backend == DatabaseBackend::Sqlite {
            let row = self.0.query_one_raw(Statement::from_string(backend, "PRAGMA data_version")).await.expect("a row").expect("a row");
            return row.try_get_by_index::<i64>(0).expect("a number").to_string();
        }
        let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
        let mut word = String::new();
        for row in self.0.query_all_raw(Statement::from_string(backend, tables)).await.expect("tables") {
            let table: String = row.try_get_by_index(0).expect("a name");
            let all = format!("SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM \"{table}\" t");
            let row = self.0.query_one_raw(Statement::from_string(backend, all)).await.expect("a row").expect("a row");
            word += &row.try_get_by_index::<String>(0).expect("a hash");
        }
        word
    }
}

/// Whether it is a refusal that a program and a person can read.
fn is_refused(reply: &Reply) -> bool {
    let code = reply.json["code"].as_str().is_some_and(|code| !code.is_empty());
    reply.status.is_client_error() && reply.headers["content-type"] == "application/problem+json" && code
}

async fn send(form: &Form, path: &str, body: impl Into<Bytes>, kind: &str) -> Reply {
    form.who.send_bytes(form.method.clone(), path, body.into(), &[("content-type", kind)]).await
}

#[tokio::test]
async fn a_wrong_value_is_refused_by_the_name_of_its_field() {
    let app = TestApp::new().await;
    let forms = forms(&app).await;
    let stored = Stored::of(&app).await;
    let (mut sent, mut wrong) = (0, Vec::new());
    for form in &forms {
        let before = stored.word().await;
        for (pointer, kind) in &form.fields {
            for bad in kind.bad() {
                let mut body = form.body.clone();
                *body.pointer_mut(pointer).unwrap_or_else(|| panic!("{} has no {pointer}", form.path)) = bad.clone();
                let reply = send(form, &form.path, body.to_string(), "application/json").await;
                let path = pointer[1..].replace('/', ".");
                // A day may be out of order with the day beside it, which is then the one at fault.
                let part = if matches!(kind, Kind::Day) { path.rsplit_once('.').map_or("", |(part, _)| part) } else { &path };
                let named = reply.json["errors"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .any(|error| error["field"].as_str().unwrap_or_default().starts_with(part));
                if reply.status != 422 || !is_refused(&reply) || !named {
                    let bad: String = bad.to_string().chars().take(60).collect();
                    wrong.push(format!("{} {pointer} = {bad}: {}", form.operation, reply.problem()));
                }
                sent += 1;
            }
        }
        if stored.word().await != before {
            wrong.push(format!("{} stored something", form.operation));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(sent > 500, "only {sent}");
}

/// Bodies that are no form at all.
fn no_forms(good: &Value) -> Vec<(&'static str, Bytes, &'static str)> {
    let good = good.to_string();
    let first = good.split(',').next().unwrap_or_default().trim_end_matches('}').to_owned();
    let json = "application/json";
    vec![
        ("cut off", good[..good.len() - 1].to_owned().into(), json),
        ("something behind it", format!("{good} x").into(), json),
        ("two of them", format!("{good}{good}").into(), json),
        ("the same field twice", format!("{first},{}", &good[1..]).into(), json),
        ("a field nobody knows", format!("{{\"bat_ngo\":1,{}", &good[1..]).into(), json),
        ("nothing", Bytes::new(), json),
        ("a list", "[]".into(), json),
        ("a word", "\"x\"".into(), json),
        ("null", "null".into(), json),
        ("a number", "1e999".into(), json),
        ("no UTF-8", Bytes::from_static(b"{\"note\":\"\xff\xfe\"}"), json),
        ("half a character", Bytes::from_static(b"{\"note\":\"\\ud800\"}"), json),
        ("a NUL outside", Bytes::from_static(b"\0{}"), json),
        ("deep lists", "[".repeat(100_000).into(), json),
        ("deep objects", "{\"a\":".repeat(40_000).into(), json),
        ("two megabytes", format!("{{\"note\":\"{}\"}}", "x".repeat(2 << 20)).into(), json),
        ("a form of another kind", good.clone().into(), "application/x-www-form-urlencoded"),
        ("plain text", good.clone().into(), "text/plain"),
        ("no kind", good.into(), ""),
    ]
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused_everywhere() {
    let app = TestApp::new().await;
    let forms = forms(&app).await;
    let stored = Stored::of(&app).await;
    let mut wrong = Vec::new();
    for form in &forms {
        let before = stored.word().await;
        for (what, body, kind) in no_forms(&form.body) {
            let reply = send(form, &form.path, body, kind).await;
            if ![400, 422].contains(&reply.status.as_u16()) || !is_refused(&reply) {
                wrong.push(format!("{}: {what}: {}", form.operation, reply.problem()));
            }
        }
        if stored.word().await != before {
            wrong.push(format!("{} stored something", form.operation));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_operation_with_a_form_is_among_them() {
    let app = TestApp::new().await;
    let known: std::collections::BTreeSet<String> = forms(&app).await.iter().map(|form| form.operation.clone()).collect();
    let document = serde_json::to_value(web::http::openapi()).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation["requestBody"]["content"]["application/json"].is_object() {
                let operation = format!("{} {}", method.to_uppercase(), path.strip_prefix("/api/v1").unwrap());
                assert!(known.contains(&operation), "{operation} is not tried");
            }
        }
    }
}

const WRONG_IDS: [&str; 7] =
    ["khong-phai-ma", "%00", "%FF%FE", "..%2F..%2Fetc", "%27%3B%20DROP%20TABLE%20offer%3B--", "0198f3a0-0000-7000-8000-00000000000g", "1"];

#[tokio::test]
async fn a_path_that_holds_no_id_does_not_exist_and_a_wrong_query_is_named() {
    let app = TestApp::new().await;
    let people: [Client; 4] =
        [app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await, app.officer().await, app.operator().await];
    let document = serde_json::to_value(web::http::openapi()).unwrap();
    let long = "9".repeat(5_000);
    for (path, item) in document["paths"].as_object().unwrap() {
        let Some(get) = item.get("get") else { continue };
        let path = path.strip_prefix("/api/v1").unwrap();
        for person in &people {
            if path.contains('{') {
                for id in WRONG_IDS.iter().copied().chain([long.as_str()]) {
                    let path: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { id } else { part }).collect();
                    let reply = person.get(&path.join("/")).await;
                    assert!([403, 404].contains(&reply.status.as_u16()), "{path:?}: {} {}", reply.status, reply.json);
                    assert!(is_refused(&reply), "{path:?}: {}", reply.json);
                }
                continue;
            }
            for parameter in get["parameters"].as_array().into_iter().flatten().filter(|parameter| parameter["in"] == "query") {
                let name = parameter["name"].as_str().unwrap();
                for value in ["%00", "%FF", "-1", "1e300", "99999999999999999999", "%27%22%3B%3Cb%3E%25_", "[]", &long] {
                    let reply = person.get(&format!("{path}?{name}={value}")).await;
                    let shown: String = value.chars().take(40).collect();
                    assert!(reply.status.as_u16() < 500, "{path}?{name}={shown}: {}", reply.json);
                    // `page` only groups its parts, and what comes back from a sign-in elsewhere is answered with a page.
                    let listed = name != "page" && !path.starts_with("/auth/sso") && [200, 422].contains(&reply.status.as_u16());
                    if ["limit", "after"].contains(&name) && reply.status != 403 || value == long && listed {
                        assert_eq!(reply.status, 422, "{path}?{name}={shown}");
                        let named = reply.json["errors"].as_array().unwrap().iter().any(|error| error["field"] == name);
                        assert!(named, "{path}?{name}={shown}: {}", reply.json);
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn text_of_every_kind_is_kept_as_text() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    for (typed, kept) in [
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("Bu\u{31b}o\u{31b}\u{309}i", "Bưởi"),
        ("'; DROP TABLE offer;--", "'; DROP TABLE offer;--"),
        ("{{ 7*7 }} ${x} %s", "{{ 7*7 }} ${x} %s"),
        ("🍊", "🍊"),
    ] {
        assert_eq!(manager.post_offer(json!({ "note": typed })).await["terms"]["note"], kept);
        let name = format!("a {typed}");
        let member =
            json!({ "role": "clerk", "name": name, "sign_in": format!("thu-ky-{}", typed.len()), "password": PASSWORD, "language": "vi" });
        assert_eq!(manager.post("/members", member).await.expect(201)["name"], format!("a {kept}"));
    }
}

#[tokio::test]
async fn a_key_that_is_no_key_is_refused_before_anything_is_made() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    for key in ["ngan", &"x".repeat(101), "có dấu tiếng Việt"] {
        let headers = [("idempotency-key", key)];
        let reply = manager.send(Method::POST, "/offers", Some(changed(offer_terms(), json!({}))), &headers).await;
        assert_eq!(reply.problem(), "400 idempotency_key_malformed", "{key}");
    }
    assert_eq!(manager.get("/offers").await.expect(200)["items"], json!([]));
}
