//! What the database holds of the prices of a busy market.
use super::{files, leaks, written};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::posts::{changed, demand_line, recurring_terms};
use support::{Client, SEAL_KEY, TestApp};
use uuid::Uuid;
use web::store::seal::MasterKey;

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
    let import = crate::imports::offers::send(&supplier, "offers", LIST.as_bytes()).await;
    assert_eq!((&import["counts"]["accepted"], &import["counts"]["review"]), (&json!(1), &json!(2)), "{import}");
    supplier.post(&format!("{}/make", crate::imports::offers::path(&import)), json!({})).await.expect(200);
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let what_if = format!("/offers/{}/what-if", made["id"].as_str().unwrap());
    let choices = supplier.get(&what_if).await.expect(200);
    supplier.post(&what_if, json!({ "price": choices["prices"][0] })).await.expect(200);
    app.run_jobs().await;
    (supplier, buyer)
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
    let path = crate::imports::offers::path(&import);
    let cells = json!({ "cells": [{ "column": "kg_per_week", "text": "3000" }] });
    let rows = supplier.get(&format!("{path}/rows")).await.expect(200);
    let number = rows["items"].as_array().unwrap().iter().find(|row| row["state"] == "review").unwrap()["number"].clone();
    let taken = supplier.put(&format!("{path}/rows/{number}"), cells).await;
    assert_eq!(taken.json["state"], "accepted", "{}", taken.json);
    let again = crate::imports::offers::send(&supplier, "offers", LIST.as_bytes()).await;
    assert_eq!(again["counts"]["known"], json!(1), "{again}");
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
