//! A messy list of offers, row by row, from the file to the market.
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::fmt::Write;
use support::people::all;
use support::{Client, TestApp};

/// As a cooperative's accountant keeps it: a title, numbered rows, units in the cells, a repeat, a total, a signature.
const LIST: &str = "\
BẢNG KÊ NGUỒN HÀNG VỤ 2026;;;;;;;;;;
Hợp tác xã: Cam 1;;;;;;;;;;
;;;;;;;;;;
STT;Giống;Phẩm cấp;Sản lượng;Mỗi tuần (kg);Thu từ ngày;Thu đến ngày;Đơn giá;Thanh toán;Xã;Ghi chú
1;Cam Canh;Loại 1;12,5 tấn;4000;30/11/2026;20/12/2026;25000;30;05089;
2;cam canh;loại I;30 tạ;1000;01/12/2026;31/12/2026;22,5k;30 ngày;Xã Cao Phong, Phú Thọ;=xe nhỏ
3;Cam Xã Đoài;Loại 1;5000;500;01/12/2026;31/12/2026;18000;30;05089;
;;;;;;;;;;
4;Cam Canh;Loại 1;12500;4000;30/11/2026;20/12/2026;25.000;30;05089;
;Tổng cộng;;33000;;;;;;;
5;Cam V2;Loại 1;5000;6000;01/12/2026;31/12/2026;18000;30;05089;
Người lập biểu;;;;;;;;;;
";

pub async fn send(person: &Client, kind: &str, file: &[u8]) -> Value {
    person.upload(&format!("/imports?kind={kind}&name=danh-sach.csv"), file).await.expect(201)
}

pub fn path(import: &Value) -> String {
    format!("/imports/{}", import["id"].as_str().expect("an id"))
}

/// The rows of a list, as people would tell them.
pub async fn told(person: &Client, import: &Value) -> String {
    let mut text = String::new();
    for row in all(person, &format!("{}/rows", path(import))).await {
        write!(text, "{} {}", row["number"], row["state"].as_str().expect("a state")).unwrap();
        if let Some(skip) = row["skip"].as_str() {
            write!(text, ", {skip}").unwrap();
        }
        for problem in row["problems"].as_array().expect("problems") {
            let of = problem["column"].as_str().unwrap_or("the row");
            write!(text, "\n   ? {of}: {} {}", problem["code"].as_str().expect("a code"), problem["choices"]).unwrap();
            if let Some(row) = problem["row"].as_u64() {
                write!(text, " as row {row}").unwrap();
            }
        }
        for correction in row["corrections"].as_array().expect("corrections") {
            write!(text, "\n   ~ {}: {} -> {} {}", correction["column"], correction["from"], correction["to"], correction["code"]).unwrap();
        }
        text.push('\n');
    }
    text
}

/// How the rows stand, by their numbers.
async fn states(person: &Client, import: &Value) -> String {
    let rows = all(person, &format!("{}/rows", path(import))).await;
    let state = |row: &Value| format!("{} {}", row["number"], row["state"].as_str().expect("a state"));
    rows.iter().map(state).collect::<Vec<_>>().join(", ")
}

fn counts(import: &Value) -> [u64; 6] {
    ["accepted", "review", "skipped", "left", "known", "made"].map(|name| import["counts"][name].as_u64().expect("a count"))
}

#[tokio::test]
async fn a_messy_list_is_told_row_by_row() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let import = send(&manager, "offers", LIST.as_bytes()).await;
    assert_eq!((&import["state"], &import["header_row"], &import["kind"]), (&json!("ready"), &json!(4), &json!("offers")));
    assert_eq!((&import["file_name"], &import["sent_by"]), (&json!("danh-sach.csv"), &json!("Bùi Thị Mai")));
    assert_eq!(import["head"]["unknown"], json!(["STT"]));
    assert_eq!(counts(&import), [2, 3, 3, 0, 0, 0]);
    insta::assert_snapshot!("a_messy_list_of_offers", told(&manager, &import).await);
    assert_eq!(all(&manager, "/offers").await.len(), 0, "nothing is made before somebody says so");
    let waiting = manager.get(&format!("{}/rows?state=review&limit=2", path(&import))).await.expect(200);
    assert_eq!((waiting["items"].as_array().expect("rows").len(), waiting["next"].is_string()), (2, true));
}

#[tokio::test]
async fn a_row_becomes_one_offer_and_a_second_upload_adds_nothing() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let import = send(&manager, "offers", LIST.as_bytes()).await;
    let path = path(&import);
    let take = |number: u32, cells: Value| {
        let (manager, path) = (&manager, &path);
        async move { manager.put(&format!("{path}/rows/{number}"), json!({ "cells": cells })).await }
    };
    // One of the choices, a number set right, and two rows that mean the same and are two lots.
    let chosen = take(7, json!([{ "column": "variety", "text": "Cam Xã Đoài cao" }])).await.expect(200);
    assert_eq!((&chosen["state"], &chosen["cells"][0]["column"]), (&json!("accepted"), &json!("ask")));
    let variety = chosen["cells"].as_array().expect("cells").iter().find(|cell| cell["column"] == "variety").expect("the variety");
    assert_eq!((&variety["text"], &variety["was"]), (&json!("Cam Xã Đoài cao"), &json!("Cam Xã Đoài")), "what stood in the file stays");
    let still = take(11, json!([{ "column": "kg_per_week", "text": "5 bao" }])).await.expect(200);
    assert_eq!((&still["state"], &still["problems"][0]["code"]), (&json!("review"), &json!("weight_unit_needs_product")));
    assert_eq!(take(11, json!([{ "column": "kg_per_week", "text": "25 tạ" }])).await.expect(200)["state"], "accepted");
    assert_eq!(manager.post(&format!("{path}/rows/9/leave"), json!({})).await.expect(200)["state"], "left");
    assert_eq!(take(9, json!([])).await.expect(200)["state"], "accepted");
    assert_eq!(take(9, json!([{ "column": "khong_co", "text": "1" }])).await.problem(), "422 invalid [cells.0.column: column_unknown]");
    assert_eq!(take(10, json!([])).await.problem(), "409 row_settled", "a total is no offer");
    assert_eq!(take(3, json!([])).await.problem(), "404 not_found");

    let done = manager.post(&format!("{path}/make"), json!({})).await.expect(200);
    assert_eq!((counts(&done), &done["state"]), ([0, 0, 3, 0, 0, 5], &json!("done")));
    let again = manager.post(&format!("{path}/make"), json!({})).await.expect(200);
    app.run_jobs().await;
    assert_eq!((counts(&again), all(&manager, "/offers").await.len()), ([0, 0, 3, 0, 0, 5], 5));
    let finished = manager.get(&path).await.expect(200);
    assert_eq!(finished["state"], "done");
    let made = all(&manager, &format!("{path}/rows?state=made")).await;
    let offer = manager.get(&format!("/offers/{}", made[1]["thing"].as_str().expect("an offer"))).await.expect(200);
    assert_eq!(
        (&offer["terms"]["kg_total"], &offer["terms"]["ask"], &offer["terms"]["note"], &offer["status"]),
        (&json!("3000"), &json!(22_500), &json!("=xe nhỏ"), &json!("open"))
    );
    assert_eq!(take(5, json!([])).await.problem(), "409 row_settled");

    // The same file again.
    let second = send(&manager, "offers", LIST.as_bytes()).await;
    assert_eq!(states(&manager, &second).await, "5 known, 6 known, 7 known, 8 skipped, 9 known, 10 skipped, 11 known, 12 skipped");
    manager.post(&format!("{}/make", self::path(&second)), json!({})).await.expect(200);
    app.run_jobs().await;
    assert_eq!(all(&manager, "/offers").await.len(), 5);

    // What was withdrawn may be offered again by sending the list again.
    let withdrawn = made[1]["thing"].as_str().expect("an offer");
    manager.post(&format!("/offers/{withdrawn}/withdraw"), json!({})).await.expect(200);
    let third = send(&manager, "offers", LIST.as_bytes()).await;
    assert_eq!(counts(&third)[..2], [1, 0], "{}", told(&manager, &third).await);
}

#[tokio::test]
async fn an_old_list_is_forgotten_and_its_marks_are_not() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let import = send(&manager, "offers", LIST.as_bytes()).await;
    manager.post(&format!("{}/make", path(&import)), json!({})).await.expect(200);
    let (lists, rows, marks) = ("SELECT id FROM import", "SELECT id FROM import_row", "SELECT thing_id FROM import_mark");
    app.advance(TimeDelta::days(179));
    web::jobs::tidy(&app.app).await.expect("tidied");
    assert_eq!((app.column(lists).await.len(), app.column(rows).await.len()), (1, 8));
    app.advance(TimeDelta::days(2));
    web::jobs::tidy(&app.app).await.expect("tidied");
    assert_eq!((app.column(lists).await.len(), app.column(rows).await.len()), (0, 0));
    assert_eq!(app.column(marks).await.len(), 4, "two rows, by their cells and by their meaning");
}
