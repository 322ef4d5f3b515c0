//! Files that are no list, lists that are another's, and lists as odd programs write them.
use super::offers::{path, send, told};
use serde_json::json;
use std::io::{Cursor, Write};
use support::{Client, TestApp};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet that unpacks to far more than it weighs.
fn bomb() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("a member");
    archive.write_all(&vec![b' '; 70 << 20]).expect("spaces");
    archive.finish().expect("an archive").into_inner()
}

async fn refused(person: &Client, kind: &str, file: &[u8]) -> String {
    person.upload(&format!("/imports?kind={kind}&name=a.xlsx"), file).await.problem()
}

#[tokio::test]
async fn what_is_no_list_is_refused_by_name_and_nothing_is_stored() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let cases: [(&[u8], &str); 8] = [
        (b"", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_kind_unknown"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", "file_old_or_locked"),
        (b"PK\x03\x04 and nothing more", "file_broken"),
        (&bomb(), "file_unpacks_too_large"),
        (&vec![b'a'; 11 << 20], "file_too_large"),
        (b"mot,hai,ba\n1,2,3\n", "file_without_header"),
        (&format!("Giống,Phẩm cấp,Khối lượng,Đơn giá\n{}", "Cam Canh,1,5,1\n".repeat(10_001)).into_bytes(), "file_too_many_rows"),
    ];
    for (file, code) in cases {
        assert_eq!(refused(&manager, "offers", file).await, format!("422 invalid [file: {code}]"));
    }
    assert_eq!(refused(&manager, "khong-co", b"x").await, "422 invalid [kind: import_kind_unknown]");
    let nameless = manager.upload("/imports?kind=offers&name=%20", b"x").await.problem();
    assert_eq!(nameless, "422 invalid [name: text_empty]");
    assert_eq!(manager.get("/imports").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_list_is_for_those_who_post_and_no_one_elses() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let list = "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n".as_bytes();
    assert_eq!(refused(&buyer, "offers", list).await, "403 forbidden");
    assert_eq!(refused(&manager, "demands", list).await, "403 forbidden");
    assert_eq!(refused(&app.officer().await, "offers", list).await, "403 forbidden");
    let clerk = app.clerk(&manager, "thu-ky").await;
    let import = send(&clerk, "offers", list).await;
    assert_eq!(manager.get("/imports").await.expect(200)["items"], json!([import]), "of one organisation");
    let path = path(&import);
    let neighbour = app.cooperative("HTX Cam 2").await;
    assert_eq!(neighbour.get("/imports").await.expect(200)["items"], json!([]));
    for stranger in [&neighbour, &buyer, &app.officer().await, &app.operator().await] {
        assert_eq!(stranger.get(&path).await.problem(), "404 not_found");
        assert_eq!(stranger.get(&format!("{path}/rows")).await.problem(), "404 not_found");
        assert_eq!(stranger.put(&format!("{path}/rows/2"), json!({ "cells": [] })).await.problem(), "404 not_found");
        assert_eq!(stranger.post(&format!("{path}/make"), json!({})).await.problem(), "404 not_found");
    }
}

/// Sixteen-bit letters, the higher byte first, without a byte order mark: as an old program saves "Unicode text".
#[tokio::test]
async fn a_file_of_an_old_program_is_read_like_any_other() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let import = send(&manager, "offers", include_bytes!("../../../crates/sheets/tests/fixtures/offers-utf16be.txt")).await;
    insta::assert_snapshot!("offers_in_sixteen_bits", told(&manager, &import).await);
}

#[tokio::test]
async fn what_a_list_does_not_say_is_said_once_for_all_rows() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let row = "Cam Canh,Loại 1,5000,500,30/11/2026,31/12/2026,22500,05089";
    let list = format!("Giống,Phẩm cấp,Khối lượng,Mỗi tuần,Từ ngày,Đến ngày,Đơn giá,Xã\n{row}\n{row}\n{}\n", row.replace("5000", "7000"));
    let import = send(&manager, "offers", list.as_bytes()).await;
    assert_eq!((&import["head"]["missing"], &import["counts"]["review"]), (&json!(["payment_days"]), &json!(3)));
    let path = format!("{}/defaults", path(&import));
    let values = |column: &str, text: &str| json!({ "values": [{ "column": column, "text": text }] });
    assert_eq!(manager.post(&path, values("grade", "Loại 2")).await.problem(), "422 invalid [values.0.column: column_not_missing]");
    let read = manager.post(&path, values("payment_days", "30")).await.expect(200);
    assert_eq!(read["head"]["defaults"], json!({ "payment_days": "30" }));
    assert_eq!((&read["counts"]["accepted"], &read["counts"]["review"]), (&json!(2), &json!(1)));
    insta::assert_snapshot!("one_value_for_all_rows", told(&manager, &import).await);
}

#[tokio::test]
async fn a_row_that_names_another_organisation_waits() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let own = manager.get("/organisation").await.expect(200)["profile"]["tax_code"].as_str().expect("a tax code").to_owned();
    let row = "Cam Canh,Loại 1,5000,500,30/11/2026,31/12/2026,22500,30,05089";
    let list = format!(
        "Mã số thuế,Tên HTX,Giống,Phẩm cấp,Khối lượng,Mỗi tuần,Từ ngày,Đến ngày,Đơn giá,Thanh toán,Xã\n\
         {own},Hợp tác xã nông nghiệp Cam 1,{row}\n,HTX Bưởi 9,{row}\n"
    );
    let import = send(&manager, "offers", list.as_bytes()).await;
    insta::assert_snapshot!("rows_of_another", told(&manager, &import).await.replace(&own, "<own>"));
}
