//! What goes out as a file comes in again as nothing new.
use super::offers::{path, send, told};
use serde_json::json;
use support::people::all;
use support::{Client, TestApp};

async fn exported(person: &Client, query: &str) -> Vec<u8> {
    let reply = person.get(&format!("/exports?{query}")).await;
    assert_eq!(reply.status, 200, "{}", reply.json);
    let disposition = reply.headers["content-disposition"].to_str().expect("text");
    assert!(disposition.starts_with("attachment; filename=\""), "{disposition}");
    reply.bytes.to_vec()
}

#[tokio::test]
async fn an_export_that_comes_back_adds_nothing() {
    let app = TestApp::new().await;
    let (manager, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    manager.post_offer(json!({ "note": "=HYPERLINK(\"http://x.example\")" })).await;
    manager.post_offer(json!({ "kg_total": "9000.000", "ask": 26_500 })).await;
    manager.post_offer(json!({ "kg_total": "9000.000", "ask": 26_500 })).await;
    buyer.post_demand(json!({ "varieties": ["cam-canh"], "note": "Giao trước 5 giờ" })).await;
    for (person, kind, posts) in [(&manager, "offers", 3), (&buyer, "demands", 1)] {
        for format in ["xlsx&language=vi", "csv&language=vi", "xlsx&language=en"] {
            let file = exported(person, &format!("kind={kind}&format={format}")).await;
            let import = send(person, kind, &file).await;
            assert_eq!(import["counts"]["known"], json!(posts), "{kind} {format}: {}", told(person, &import).await);
            assert_eq!((&import["counts"]["accepted"], &import["counts"]["review"]), (&json!(0), &json!(0)));
        }
    }
    let csv = String::from_utf8(exported(&manager, "kind=offers&format=csv").await).expect("UTF-8");
    assert!(csv.contains("'=HYPERLINK") && !csv.contains(";=HYPERLINK") && !csv.contains(";\"=HYPERLINK"), "{csv}");
    let viewer = app.officer().await;
    assert_eq!(viewer.get("/exports?kind=offers").await.problem(), "403 forbidden");
    assert_eq!(manager.get("/exports?kind=nothing").await.problem(), "422 invalid [kind: import_kind_unknown]");
    let reply = buyer.get("/exports?kind=offers&format=csv").await;
    assert_eq!(String::from_utf8_lossy(&reply.bytes).trim_end().lines().count(), 1, "another's offers are not among them");
}

#[tokio::test]
async fn the_template_can_be_filled_in_and_sent() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let template = buyer.get("/exports/template?kind=demands").await;
    assert_eq!((template.status.as_u16(), &template.bytes[..2]), (200, b"PK".as_slice()));
    let import = send(&buyer, "demands", &template.bytes).await;
    assert_eq!((&import["head"]["missing"], &import["counts"]["accepted"]), (&json!([]), &json!(0)), "it is empty");
    // Its columns, as an enterprise fills them in: one row a product and place, one column a week.
    let list = "Sản phẩm;Giống nhận;Phẩm cấp thấp nhất;Giá cao nhất tại kho (đ/kg);Xã, phường nhận hàng;Giờ nhận hàng;Thanh toán sau (ngày);\
                Tuần 30/11/2026 (kg);Tuần 07/12/2026 (kg)\n\
                Cam;Cam Canh;Loại 2;34000;Phường Ba Đình, Hà Nội;5h-7h;30;3 tấn;3,5 tấn\n\
                Cam Canh;;xô;30000;Phường Ba Đình, Hà Nội;05:00-07:00;30;;1200\n\
                Cam;Bưởi Diễn;Loại 1;34000;Phường Ba Đình, Hà Nội;05:00-07:00;30;500;500\n";
    let import = send(&buyer, "demands", list.as_bytes()).await;
    insta::assert_snapshot!("a_list_of_demands", told(&buyer, &import).await);
    let made = buyer.post(&format!("{}/make", path(&import)), json!({})).await.expect(200);
    assert_eq!((&made["counts"]["made"], &made["counts"]["review"]), (&json!(2), &json!(1)));
    let demands = all(&buyer, "/demands").await;
    assert_eq!(demands.len(), 2);
    assert_eq!(demands[1]["terms"]["weeks"].as_array().expect("weeks").len(), 2);
    let again = send(&buyer, "demands", list.as_bytes()).await;
    assert_eq!((&again["counts"]["known"], &again["counts"]["accepted"]), (&json!(2), &json!(0)));
}

/// What a buyer calls its demands goes out and comes in, and with another title a demand is the same one.
#[tokio::test]
async fn titles_go_out_and_come_in_and_make_no_second_demand() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let list = "Tên riêng;Sản phẩm;Phẩm cấp thấp nhất;Giá cao nhất tại kho (đ/kg);Xã, phường nhận hàng;Giờ nhận hàng;Thanh toán sau (ngày);\
                Tuần 30/11/2026 (kg)\n\
                =Tết, kho Q7;Cam;Loại 2;34000;Phường Ba Đình, Hà Nội;5h-7h;30;3 tấn\n\
                ;Cam;Loại 1;35000;Phường Ba Đình, Hà Nội;5h-7h;30;2 tấn\n";
    let import = send(&buyer, "demands", list.as_bytes()).await;
    buyer.post(&format!("{}/make", path(&import)), json!({})).await.expect(200);
    let titles = async || all(&buyer, "/demands").await.iter().map(|demand| demand["title"].clone()).collect::<Vec<_>>();
    assert_eq!(titles().await, [json!(null), json!("=Tết, kho Q7")]);
    let renamed = all(&buyer, "/demands").await[0]["id"].as_str().expect("an id").to_owned();
    buyer.put(&format!("/demands/{renamed}/title"), json!({ "title": "Khai trương Q1" })).await.expect(200);
    for format in ["xlsx&language=vi", "csv&language=vi", "xlsx&language=en"] {
        let file = exported(&buyer, &format!("kind=demands&format={format}")).await;
        let import = send(&buyer, "demands", &file).await;
        assert_eq!(import["counts"]["known"], 2, "{format}: {}", told(&buyer, &import).await);
    }
    let csv = String::from_utf8(exported(&buyer, "kind=demands&format=csv").await).expect("UTF-8");
    assert!(csv.contains("Khai trương Q1") && csv.contains("'=Tết, kho Q7"), "{csv}");
    let other = csv.replace("Khai trương Q1", "Khai trương Q2");
    let import = send(&buyer, "demands", other.as_bytes()).await;
    assert_eq!((&import["counts"]["known"], &import["counts"]["accepted"]), (&json!(2), &json!(0)), "another name is no other demand");
    let long = csv.replace("Khai trương Q1", &"Q".repeat(81));
    let told = told(&buyer, &send(&buyer, "demands", long.as_bytes()).await).await;
    assert!(told.contains("title"), "{told}");
}

/// What the office takes home reads back as the same rows, each paper with its holder.
#[tokio::test]
async fn the_office_exports_organisations_and_certificates() {
    let app = TestApp::new().await;
    let (manager, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 2").await);
    manager.add_certificate(json!({ "varieties": ["cam-canh"] })).await;
    let officer = app.officer().await;
    let path = |kind: &str, format: &str| format!("/officer/exports?kind={kind}&format={format}");
    let csv = officer.get(&path("organisations", "csv")).await;
    let csv = String::from_utf8(csv.bytes.to_vec()).expect("UTF-8");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(lines[1].contains("HTX Cam 1") && lines[2].contains("Siêu thị 2") && lines[1].contains("Xã Cao Phong, Phú Thọ"), "{csv}");
    let papers = officer.get(&path("certificates", "csv")).await;
    let papers = String::from_utf8(papers.bytes.to_vec()).expect("UTF-8");
    assert!(papers.lines().nth(1).is_some_and(|line| line.contains(";HTX Cam 1;VietGAP;VG-TT-0001;")), "{papers}");
    let context =
        sheets::Context { lookups: &sheets::Lookups::default(), today: app.app.env.today(), defaults: std::collections::BTreeMap::new() };
    let xlsx = officer.get(&path("organisations", "xlsx")).await;
    let read = sheets::open::<sheets::OrganisationRow>(&xlsx.bytes, &context).expect("a list");
    assert_eq!((read.missing(), read.unknown(), read.left()), (vec![], [].as_slice(), 2));
    for person in [&manager, &buyer, &app.operator().await] {
        assert_eq!(person.get(&path("organisations", "csv")).await.problem(), "403 forbidden");
    }
    assert_eq!(officer.get("/officer/exports?kind=offers").await.problem(), "422 invalid [kind: unknown_choice]");
}

/// More rows than are made in one piece: the first at once, the rest by the worker, each once.
#[tokio::test]
async fn a_long_list_is_made_to_its_end_and_each_row_once() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let rows: String =
        (0..600).map(|at| format!("Cam Canh,Loại 1,{},500,30/11/2026,31/12/2026,22500,30,05089\n", 5000 + at)).collect::<Vec<_>>().concat();
    let list = format!("Giống,Phẩm cấp,Khối lượng,Mỗi tuần,Từ ngày,Đến ngày,Đơn giá,Thanh toán,Xã\n{rows}");
    let import = send(&manager, "offers", list.as_bytes()).await;
    assert_eq!(import["counts"]["accepted"], json!(600));
    let twin = send(&manager, "offers", list.as_bytes()).await;
    let (one, other) = (format!("{}/make", path(&import)), format!("{}/make", path(&twin)));
    let begun = manager.post(&one, json!({})).await.expect(200);
    assert_eq!((&begun["state"], &begun["counts"]["made"]), (&json!("making"), &json!(250)));
    assert_eq!(manager.put(&format!("{}/rows/300", path(&import)), json!({ "cells": [] })).await.problem(), "409 import_busy");
    // Somebody else sends the same list meanwhile, and the button is pressed again.
    let (again, others) = tokio::join!(manager.post(&one, json!({})), manager.post(&other, json!({})));
    assert_eq!((again.status.as_u16(), others.status.as_u16()), (200, 200));
    app.run_jobs().await;
    let (import, twin) = (manager.get(&path(&import)).await.expect(200), manager.get(&path(&twin)).await.expect(200));
    assert_eq!((&import["state"], &twin["state"]), (&json!("done"), &json!("done")));
    let made = |list: &serde_json::Value| list["counts"]["made"].as_u64().expect("a count");
    assert_eq!(made(&import) + made(&twin), 600);
    assert_eq!(all(&manager, "/offers").await.len(), 600);
}

/// Sizes, sugar, juice, what much takes off and the smallest contract go out and come back as nothing new; a label that is no size of the
/// goods is asked about in its own row.
#[tokio::test]
async fn what_is_stated_and_required_goes_out_and_comes_in() {
    let app = TestApp::new().await;
    let (manager, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let quality = json!({ "sizes": ["3", "4"], "brix_tenths": 115, "juice_percent": 40 });
    manager
        .post_offer(
            json!({ "quality": quality, "tiers": [{ "from_kg": "5000", "discount": 300 }, { "from_kg": "8000", "discount": 500 }] }),
        )
        .await;
    buyer.post_demand(json!({ "quality": quality, "min_lot": "2000" })).await;
    for (person, kind) in [(&manager, "offers"), (&buyer, "demands")] {
        for format in ["xlsx&language=vi", "csv&language=en"] {
            let file = exported(person, &format!("kind={kind}&format={format}")).await;
            let import = send(person, kind, &file).await;
            assert_eq!(import["counts"]["known"], json!(1), "{kind} {format}: {}", told(person, &import).await);
        }
    }
    let list = "Giống;Phẩm cấp;Sản lượng;Mỗi tuần (kg);Thu từ ngày;Thu đến ngày;Đơn giá;Thanh toán;Xã;Cỡ quả;Độ ngọt;Mua nhiều giảm giá\n\
                Cam Canh;Loại 1;12000;4000;30/11/2026;20/12/2026;25000;30;05089;cỡ 3 và 4;11,5 °Brix;5 tấn: 300\n\
                Cam Canh;Loại 1;12000;4000;30/11/2026;20/12/2026;24000;30;05089;99;;\n\
                Bắp cải;Loại 1;12000;4000;30/11/2026;20/12/2026;9000;30;05089;to và vừa;;\n";
    let import = send(&manager, "offers", list.as_bytes()).await;
    let rows = told(&manager, &import).await;
    assert_eq!((&import["counts"]["accepted"], &import["counts"]["review"]), (&json!(2), &json!(1)), "{rows}");
    assert!(rows.contains("? sizes: size_code_unknown"), "{rows}");
    manager.post(&format!("{}/make", path(&import)), json!({})).await.expect(200);
    let made = all(&manager, "/offers").await;
    let terms = &made
        .iter()
        .find(|offer| offer["terms"]["quality"]["brix_tenths"] == 115 && offer["terms"]["quality"]["juice_percent"].is_null())
        .expect("the row of the list")["terms"];
    let cabbages = made.iter().find(|offer| offer["terms"]["variety"] == "bap-cai").expect("the row with local words");
    assert_eq!(cabbages["terms"]["quality"]["sizes"], json!(["L", "M"]));
    assert_eq!((&terms["quality"]["brix_tenths"], &terms["tiers"][0]["from_kg"]), (&json!(115), &json!("5000")));
}
