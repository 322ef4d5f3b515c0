//! What the buyer's bank app fills in.
use serde_json::{Value, json};
use support::TestApp;
use support::deals::{BUYER_MAIL, Deal, SUPPLIER_MAIL};
use support::people::registration;

/// A contract in force with a cooperative that has an account at this bank, or none.
async fn deal(app: &TestApp, bank: Option<&str>) -> Deal {
    let supplier = app.visitor();
    let mut body = registration("cooperative", "HTX Cam 1", 1);
    if let Some(bank) = bank {
        body["organisation"]["bank_account"] = json!({ "bank": bank, "number": "3006205012345", "holder": "HTX CAM 1" });
    }
    let org = supplier.post("/auth/register", body).await.expect(201)["organisation"]["id"].clone();
    let path = format!("/officer/organisations/{}/review", org.as_str().unwrap());
    app.officer().await.post(&path, json!({ "decision": "verify", "reason": "Đủ giấy tờ" })).await.expect(200);
    let deal = app.deal_between(supplier, app.enterprise("Siêu thị 1").await).await;
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    app.sign_by_mail(&deal, &deal.supplier, SUPPLIER_MAIL).await;
    deal
}

#[tokio::test]
async fn both_parties_see_a_code_that_pays_the_supplier() {
    let app = TestApp::new().await;
    let deal = deal(&app, Some("Agribank chi nhánh Cao Phong")).await;
    let asked = deal.buyer.get(&deal.path("/transfer-code?amount=45000000")).await.expect(200);
    let (code, purpose) = (asked["code"].as_str().unwrap(), asked["purpose"].as_str().unwrap());
    assert!(code.starts_with("00020101021238570010A00000072701270006970405011330062050123450208QRIBFTTA5303704540845000000"), "{code}");
    assert!(purpose.starts_with("TT ") && code.contains(purpose), "{asked}");
    assert_eq!(domain::vietqr::check(code), Ok(()));
    assert_eq!(deal.supplier.get(&deal.path("/transfer-code?amount=45000000")).await.expect(200), asked);
    let open = deal.buyer.get(&deal.path("/transfer-code")).await.expect(200);
    assert!(open["amount"].is_null() && open["code"].as_str().unwrap().starts_with("000201010211"), "{open}");

    for amount in ["0", "-1", "10000000000000"] {
        let path = deal.path(&format!("/transfer-code?amount={amount}"));
        assert_eq!(deal.buyer.get(&path).await.problem(), "422 invalid [amount: amount_out_of_range]");
    }
    let stranger = app.enterprise("Siêu thị 2").await;
    assert_eq!(stranger.get(&deal.path("/transfer-code")).await.problem(), "404 not_found");
}

#[tokio::test]
async fn a_bank_that_nobody_knows_and_no_account_have_no_code() {
    for bank in [Some("Quỹ tín dụng nhân dân Cao Phong"), None] {
        let app = TestApp::new().await;
        let deal = deal(&app, bank).await;
        let asked = deal.buyer.get(&deal.path("/transfer-code?amount=1000")).await.expect(200);
        assert_eq!((asked["bank_account"]["bank"].as_str(), &asked["code"]), (bank, &Value::Null));
    }
}
