//! What is kept: the exact bytes that were signed, older editions, and a record that cannot be rewritten.
use domain::contract::Contract;
use domain::contract_text;
use domain::policy::Scope;
use sea_orm::{ConnectionTrait, Database};
use serde_json::json;
use sha2::{Digest, Sha256};
use support::TestApp;
use support::deals::BUYER_MAIL;
use web::store::contracts::Text;
use web::store::{Tx, contracts};

fn sha256(bytes: &[u8]) -> String {
    web::auth::hex(&Sha256::digest(bytes))
}

#[tokio::test]
async fn the_text_says_what_the_law_asks_for_and_its_hash_is_what_was_signed() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let reply = deal.supplier.get(&deal.path("/text")).await;
    assert_eq!(reply.headers["content-type"], "text/plain; charset=utf-8");
    let view = deal.view(&deal.buyer).await;
    let hash = sha256(&reply.bytes);
    assert_eq!(reply.headers["x-document-sha256"], hash.as_str());
    assert_eq!(view["hash"], hash);
    for signature in view["signatures"].as_array().unwrap() {
        assert_eq!(signature["hash"], hash);
    }
    let text = std::str::from_utf8(&reply.bytes).unwrap();
    for part in [
        "Số: 001/2026/HĐTT-HTX-DN",
        "Căn cứ Luật Thương mại số 36/2005/QH11",
        "BÊN BÁN (sau đây gọi là Bên A): HTX Cam 1",
        "- Mã số thuế: 9900010053",
        "- Địa chỉ: Số 1, xã Cao Phong, tỉnh Phú Thọ",
        "BÊN MUA (sau đây gọi là Bên B): Siêu thị 1",
        "Địa điểm giao: Số 1, phường Ba Đình, thành phố Hà Nội",
        "Cam Canh",
        "loại 1",
        "9.000\u{a0}kg (chín nghìn ki-lô-gam)",
        "27.900\u{a0}₫/kg",
        "thuộc đối tượng không chịu thuế",
        "251.100.000\u{a0}₫. Bằng chữ: Hai trăm năm mươi mốt triệu một trăm nghìn đồng.",
        "1 | 30/11/2026 – 06/12/2026 | 3.000\u{a0}kg | 83.700.000\u{a0}₫",
        "Giờ nhận hàng: từ 05:00 đến 07:00",
        "trong 30 ngày kể từ ngày nghiệm thu",
        "Điều 9. Bất khả kháng",
        "chịu phạt 8\u{a0}% giá trị phần nghĩa vụ bị vi phạm",
        "Điều 11. Giải quyết tranh chấp",
        "Sau 08:00 ngày 23/11/2026 mà một bên chưa ký",
        "Bùi Thị Mai (Giám đốc)",
    ] {
        assert!(text.contains(part), "`{part}` is missing in\n{text}");
    }
    assert!(!text.contains("BẢN MẪU"), "only a demo instance marks its contracts");
    assert_eq!(view["terms"]["total"], 251_100_000);
    assert_eq!(view["terms"]["vat"], json!({ "case": "not_subject", "rate_pct": null, "tax": 0 }));
    assert_eq!(view["terms"]["supplier"]["phone"], "+84912345678");
    assert_eq!(deal.supplier.get(&deal.path("/text?edition=2")).await.problem(), "404 not_found");
    assert_eq!(deal.supplier.get(&deal.path("/text?edition=x")).await.status, 422);
}

#[tokio::test]
async fn a_demo_instance_marks_its_contracts_at_both_ends() {
    let mut app = TestApp::new().await;
    app.app.demo = true;
    app.router = web::http::router(app.app.clone());
    let deal = app.deal().await;
    let bytes = deal.supplier.get(&deal.path("/text")).await.bytes;
    let text = std::str::from_utf8(&bytes).unwrap();
    let mark = contract_text::DEMO_MARK;
    assert!(text.starts_with(mark) && text.trim_end().ends_with(mark) && mark.starts_with("BẢN MẪU"), "{text}");
    assert_eq!(deal.view(&deal.supplier).await["terms"]["demo"], true);
}

#[tokio::test]
async fn contracts_are_numbered_without_gaps_and_promise_the_certificates_that_were_asked_for() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let certificate = supplier.add_certificate(json!({})).await;
    app.officer().await.review_certificate(certificate["id"].as_str().unwrap(), "verify", "Đã xem bản gốc").await.expect(200);
    let first = app.deal_with(supplier, buyer, json!({}), json!({ "certificates": ["vietgap"] })).await;
    let second = app.deal_between(first.supplier.on(app.router.clone()), first.buyer.on(app.router.clone())).await;
    let (one, two) = (first.view(&first.buyer).await, second.view(&second.buyer).await);
    assert_eq!((one["number"].as_str(), two["number"].as_str()), (Some("001/2026/HĐTT-HTX-DN"), Some("002/2026/HĐTT-HTX-DN")));
    assert_eq!(one["terms"]["goods"]["certificates"][0]["number"], "VG-TT-0001");
    assert_eq!(two["terms"]["goods"]["certificates"], json!([]));
    let list = first.buyer.get("/contracts?limit=1").await.expect(200);
    assert_eq!(list["items"][0]["number"], two["number"], "newest first");
    let rest = first.buyer.get(&format!("/contracts?limit=1&after={}", list["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((&rest["items"][0]["number"], rest["next"].is_null()), (&one["number"], true));
}

#[tokio::test]
async fn a_changed_term_is_a_new_text_that_nobody_has_signed_and_the_old_one_stays() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let signed = app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    let old = deal.buyer.get(&deal.path("/text")).await.bytes;
    let id = deal.contract.parse().unwrap();
    let tx = Tx::write(&app.app.db).await.unwrap();
    let contract = contracts::get(&tx, Scope::All, id).await.unwrap();
    let mut terms = serde_json::to_value(&contract.terms).unwrap();
    terms["conditions"]["complaint_hours"] = json!(24);
    let terms: domain::contract::ContractTerms = serde_json::from_value(terms).unwrap();
    let text = Text::new(contract_text::render(&terms));
    let amended: Contract = contract.amend(terms, text.hash).unwrap();
    contracts::add_edition(&tx, &amended, text.body, app.app.env.now()).await.unwrap();
    contracts::save(&tx, &amended, || app.app.env.id()).await.unwrap();
    tx.commit().await.unwrap();

    let view = deal.view(&deal.buyer).await;
    assert_eq!((view["status"].as_str(), view["edition"].as_u64(), &view["signatures"]), (Some("signing"), Some(2), &json!([])));
    assert_eq!(deal.buyer.get(&deal.path("/text?edition=1")).await.bytes, old);
    let new = deal.buyer.get(&deal.path("/text")).await.bytes;
    assert!(std::str::from_utf8(&new).unwrap().contains("trong 24 giờ"));
    assert_eq!(view["editions"].as_array().unwrap().len(), 2);
    assert_eq!(view["editions"][0]["hash"], signed["hash"]);
    app.advance(chrono::TimeDelta::minutes(1));
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
}

#[tokio::test]
async fn what_was_signed_and_what_happened_cannot_be_rewritten_even_in_the_database() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let db = Database::connect(app.app.config.database_url.expose()).await.unwrap();
    for change in [
        "UPDATE contract_edition SET body = 'Giá 1 ₫'",
        "UPDATE signature SET signer_name = 'Người khác'",
        "UPDATE contract_event SET detail = 'Không có gì'",
        "DELETE FROM signature",
        "DELETE FROM contract_event",
    ] {
        let refused = db.execute_unprepared(change).await.unwrap_err().to_string();
        assert!(refused.contains("is only added to"), "{change}: {refused}");
    }
    let stray = "INSERT INTO signature (id, contract_id, edition, hash, side, signer_id, signer_name, authority, method, signed_at) \
                 SELECT contract_id, contract_id, edition, 'ff', 'buyer', signer_id, signer_name, authority, method, signed_at FROM signature";
    let refused = db.execute_unprepared(stray).await.unwrap_err().to_string();
    assert!(refused.to_lowercase().contains("constraint"), "{refused}");
    assert_eq!(deal.view(&deal.buyer).await["signatures"].as_array().unwrap().len(), 2);
}
