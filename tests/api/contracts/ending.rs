//! A contract that does not come to its end: declined, run out, terminated.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::TestApp;
use support::deals::{BUYER_MAIL, Deal, SUPPLIER_MAIL};

/// What is still to sell of the offer.
async fn left(deal: &Deal) -> Value {
    deal.supplier.get(&format!("/offers/{}", deal.offer)).await.expect(200)["kg_left"].clone()
}

#[tokio::test]
async fn a_side_declines_with_a_reason_and_the_kilograms_are_free() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    assert_eq!(left(&deal).await, "3000");
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    let decline = deal.path("/decline");
    assert_eq!(deal.supplier.post(&decline, json!({ "reason": " " })).await.problem(), "422 invalid [reason: reason_missing]");
    assert_eq!(deal.supplier.post(&deal.path("/terminate"), json!({ "reason": "Mưa" })).await.problem(), "409 contract_not_in_force");
    let view = deal.supplier.post(&decline, json!({ "reason": "Mưa đá, hỏng vườn" })).await.expect(200);
    assert_eq!((view["status"].as_str(), view["ended_by"].as_str()), (Some("terminated"), Some("supplier")));
    assert_eq!(view["reason"], "Mưa đá, hỏng vườn");
    assert_eq!(left(&deal).await, "12000");
    let mail = app.last_mail("contract_declined", BUYER_MAIL).await;
    assert!(mail.subject.contains("HTX Cam 1 không ký") && mail.text.contains("Mưa đá, hỏng vườn"), "{}", mail.text);
    let last = view["events"].as_array().unwrap().last().unwrap();
    assert_eq!((last["kind"].as_str(), last["detail"].as_str()), (Some("declined"), Some("Mưa đá, hỏng vườn")));
    assert_eq!(deal.supplier.post(&decline, json!({ "reason": "Nữa" })).await.problem(), "409 contract_not_in_signing");
    assert_eq!(deal.ask_code(&deal.supplier).await.problem(), "409 contract_not_in_signing");
    assert_eq!(deal.sign(&deal.supplier, "123456").await.problem(), "409 contract_not_in_signing");
}

#[tokio::test]
async fn two_days_without_both_signatures_end_it_once_and_free_the_kilograms() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    app.advance(TimeDelta::hours(48) - TimeDelta::seconds(1));
    assert_eq!(web::flow::lapse_contracts(&app.app).await.unwrap(), 0);
    assert_eq!(deal.view(&app.signed_in(SUPPLIER_MAIL).await).await["my_turn"], true);
    app.advance(TimeDelta::seconds(1));
    let deal = Deal { supplier: app.signed_in(SUPPLIER_MAIL).await, buyer: app.signed_in(BUYER_MAIL).await, ..deal };
    assert_eq!(deal.view(&deal.supplier).await["status"], "expired", "shown at once, before the worker comes by");
    assert_eq!(deal.ask_code(&deal.supplier).await.problem(), "409 contract_expired");
    assert_eq!(left(&deal).await, "3000");
    let (other, _) = app.another().await;
    let (here, there) = tokio::join!(web::flow::lapse_contracts(&app.app), web::flow::lapse_contracts(&other));
    assert_eq!(here.unwrap() + there.unwrap(), 1);
    assert_eq!(left(&deal).await, "12000");
    for to in [SUPPLIER_MAIL, BUYER_MAIL] {
        assert!(app.last_mail("contract_expired", to).await.text.contains("08:00 ngày 23/11/2026"));
        assert_eq!(app.mails().await.iter().filter(|mail| mail.kind == "contract_expired" && mail.recipient == to).count(), 1);
    }
    let view = deal.view(&deal.buyer).await;
    assert_eq!((view["status"].as_str(), view["my_turn"].as_bool()), (Some("expired"), Some(false)));
    assert_eq!(view["signatures"].as_array().unwrap().len(), 1, "the signature that was given stays on record");
}

#[tokio::test]
async fn a_contract_in_force_is_terminated_with_a_reason_and_frees_what_was_not_sent() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    assert_eq!(deal.buyer.post(&deal.path("/decline"), json!({ "reason": "Thôi" })).await.problem(), "409 contract_not_in_signing");
    let view = deal.buyer.post(&deal.path("/terminate"), json!({ "reason": "Đóng cửa kho" })).await.expect(200);
    assert_eq!((view["status"].as_str(), view["ended_by"].as_str()), (Some("terminated"), Some("buyer")));
    assert_eq!(left(&deal).await, "12000");
    assert!(app.last_mail("contract_terminated", SUPPLIER_MAIL).await.text.contains("Đóng cửa kho"));
    assert_eq!(deal.buyer.post(&deal.path("/terminate"), json!({ "reason": "Nữa" })).await.problem(), "409 contract_not_in_force");
}
