//! A form in order for every operation that takes one.
use super::kinds::{CERTIFICATE, DEMAND, DEMAND_LINE, Kind, OFFER, PRODUCT, PROFILE, VARIETY, under};
use axum::http::Method;
use serde_json::{Value, json};
use support::people::{PASSWORD, registration};
use support::posts::{certificate_terms, changed, demand_line, demand_terms, offer_terms, recurring_terms};
use support::{Client, TestApp};

pub struct Form {
    /// As in the API's description: `PUT /offers/{id}`.
    pub operation: String,
    pub method: Method,
    pub path: String,
    pub who: Client,
    pub body: Value,
    /// Fields by JSON pointer.
    pub fields: Vec<(&'static str, Kind)>,
}

pub async fn forms(app: &TestApp) -> Vec<Form> {
    let deal = app.in_force().await;
    let (supplier, buyer) = (&deal.supplier, &deal.buyer);
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let offer = id(&supplier.post_offer(json!({})).await);
    let demand = id(&buyer.post_demand(json!({})).await);
    let certificate = id(&supplier.add_certificate(json!({})).await);
    let list = "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n";
    let import = id(&supplier.upload("/imports?kind=offers&name=a.csv", list.as_bytes()).await.expect(201));
    let org = supplier.get("/organisation").await.expect(200);
    let profile = registration("cooperative", "HTX Cam 1", 0)["organisation"].clone();
    let (officer, operator, visitor) = (app.officer().await, app.operator().await, app.visitor());
    let office_list = "Tên HTX,MST,Xã\nHTX Mới,5400123407,05089\n";
    let office_list = id(&officer.upload("/imports?kind=organisations&name=a.csv", office_list.as_bytes()).await.expect(201));
    let offer_form = changed(offer_terms(), json!({ "note": "x", "tiers": [{ "from_kg": "5000", "discount": 500 }] }));
    let more = json!({ "note": "x", "max_suppliers": 2, "max_share": 60, "preferred": [{ "attribute": "brix", "premium": 500, "quality": { "brix_tenths": 120 } }],
        "dues": { "deposit_percent": 20, "deposit_days": 3, "retention_percent": 5, "retention_days": 15 }, "min_lot": "1000", "quality": { "sizes": ["3"], "brix_tenths": 100, "juice_percent": 35 } });
    let demand_form = changed(demand_terms(), more.clone());
    let titled = changed(demand_form.clone(), json!({ "title": "x" }));
    let line = changed(demand_line(), more);
    let every_week = changed(recurring_terms(), json!({ "line": &line }));
    let list = json!({ "lines": [line] });
    let point = json!({ "delivery_commune": "00004", "kg": "1000", "note": "x" });
    let for_points = json!({ "terms": &demand_form, "points": [point], "title": "x" });
    let points = [
        under("terms", &DEMAND),
        vec![("/title", Kind::Text)],
        vec![("/points/0/delivery_commune", Kind::Catalogue), ("/points/0/kg", Kind::Weighed), ("/points/0/note", Kind::Text)],
    ];
    let edit = |terms: &Value| json!({ "version": 1, "terms": terms });
    let reason = json!({ "reason": "Để dành cho bên khác" });
    let account =
        json!({ "version": 1, "details": { "name": "Bùi Thị Mai", "phone": "0912345678", "email": "mai@htx.example", "language": "vi" } });
    let mail = json!({ "quiet": { "from": "21:00", "to": "06:00" }, "wishes": [{ "kind": "proposals_new", "wish": "daily" }] });
    let member = json!({ "role": "clerk", "name": "Nhân viên", "sign_in": "thu-ky-9", "password": PASSWORD, "language": "vi" });
    let signing = json!({ "password": PASSWORD, "code": "407152", "hash": "0".repeat(64), "edition": 1 });
    let terms = json!({ "farm_gate": 26_000, "lines": [{ "week": "2026-11-30", "kg": "1000" }], "payment_days": 30 });
    let review = json!({ "decision": "suspend", "reason": "Thiếu giấy tờ" });
    let variety = crate::catalogue::office::terms();
    let variety_asked = id(&supplier.post("/variety-requests", json!({ "name": "Hồng Nhân Hậu" })).await.expect(201));
    let secret = || vec![("/password", Kind::Secret)];
    let text = || vec![("/reason", Kind::Text)];
    let edits = |fields: &[(&'static str, Kind)]| [under("terms", fields), vec![("/version", Kind::Secret)]].concat();
    let registers = [
        under("organisation", &PROFILE),
        vec![("/member/name", Kind::Text), ("/member/sign_in", Kind::Exact), ("/member/language", Kind::Choice)],
    ];
    let counter = vec![
        ("/revision", Kind::Whole),
        ("/terms/farm_gate", Kind::Secret),
        ("/terms/lines/0/week", Kind::Secret),
        ("/terms/lines/0/kg", Kind::Weighed),
    ];
    let signs = vec![("/code", Kind::Exact), ("/hash", Kind::Exact), ("/edition", Kind::Whole)];
    let members = vec![("/role", Kind::Choice), ("/name", Kind::Text), ("/sign_in", Kind::Exact), ("/language", Kind::Choice)];
    let invited = vec![("/role", Kind::Choice), ("/name", Kind::Text), ("/email", Kind::Exact)];
    let newcomer = registration("cooperative", "HTX Cam 9", 5)["member"].clone();
    let colleague = id(&supplier.get("/members").await.expect(200)["items"][0]);
    let accounts = vec![
        ("/details/name", Kind::Text),
        ("/details/phone", Kind::Exact),
        ("/details/email", Kind::Exact),
        ("/details/language", Kind::Choice),
    ];
    let bank = json!({ "bank": "Agribank", "number": "3001205678", "holder": "HTX Cam 1" });
    let asked = json!({ "bank_account": bank, "reason": "Đổi ngân hàng", "password": PASSWORD });
    let change = id(&supplier.post("/organisation/changes", asked.clone()).await.expect(201));
    let asks = vec![
        ("/bank_account/bank", Kind::Text),
        ("/bank_account/number", Kind::Exact),
        ("/bank_account/holder", Kind::Text),
        ("/reason", Kind::Text),
        ("/password", Kind::Secret),
    ];
    let received = vec![("/received", Kind::Weighed), ("/accepted", Kind::Weighed)];
    let looked = vec![
        ("/weighed", Kind::Weighed),
        ("/inspected", Kind::Weighed),
        ("/accepted", Kind::Weighed),
        ("/measured/brix_tenths", Kind::Whole),
        ("/part", Kind::Text),
        ("/note", Kind::Text),
    ];
    let inspection = json!({
        "weighed": "3000", "inspected": "3000", "accepted": "3000", "measured": { "brix_tenths": 105 }, "part": "x", "note": "x",
    });
    let paid = vec![("/amount", Kind::Secret), ("/reference", Kind::Text)];
    let sent = vec![("/kg", Kind::Weighed), ("/vehicle", Kind::Text), ("/note", Kind::Text)];
    let recurs = [under("line", &DEMAND_LINE), vec![("/weeks_ahead", Kind::Whole)]].concat();
    let recurring = id(&buyer.post("/recurring-demands", recurring_terms()).await.expect(201));
    let search = json!({
        "q": "cam", "product": "cam", "variety": "cam-canh", "place": "Cao Phong", "from": "2026-11-30", "to": "2026-12-20", "least": "1000",
        "price_from": 10_000, "within_km": 100, "province": "25",
    });
    let kept = [
        vec![("/name", Kind::Text), ("/side", Kind::Choice)],
        under(
            "search",
            &[
                ("/q", Kind::Text),
                ("/product", Kind::Catalogue),
                ("/variety", Kind::Catalogue),
                ("/place", Kind::Text),
                ("/from", Kind::Day),
                ("/price_from", Kind::Price),
                ("/within_km", Kind::Whole),
                ("/province", Kind::Exact),
            ],
        ),
    ]
    .concat();
    let search_id = id(&supplier.post("/searches", json!({ "name": "Cam", "side": "buyer", "search": {} })).await.expect(201));
    let transfer = json!({ "items": [{ "contract": deal.contract, "line": 1, "amount": 1_000_000 }], "reference": "x" });
    let buyers = buyer.get("/organisation").await.expect(200);
    let who = json!({ "name": "x", "way": "phone", "note": "x" });
    let entered = json!({ "asked": who, "terms": offer_form });
    let wanted = json!({ "asked": who, "terms": demand_form });
    let who_asked = [("/name", Kind::Text), ("/way", Kind::Choice), ("/note", Kind::Text)];
    let (entered_fields, wanted_fields) =
        ([under("terms", &OFFER), under("asked", &who_asked)].concat(), [under("terms", &DEMAND), under("asked", &who_asked)].concat());
    let entry = officer.post(&format!("/officer/organisations/{}/offers", id(&org)), json!({ "asked": who, "terms": offer_terms() })).await;
    let entry = id(&entry.expect(201));
    let found = json!({ "items": [{ "contract": deal.contract, "line": 1 }] });
    let asked_if = vec![("/price", Kind::Price), ("/paper", Kind::Choice)];
    let table = vec![
        (&officer, "POST /officer/organisations/{id}/offers", org["id"].as_str().expect("an id"), entered, entered_fields),
        (&officer, "POST /officer/organisations/{id}/demands", buyers["id"].as_str().expect("an id"), wanted, wanted_fields),
        (supplier, "POST /assisted/{id}/confirm", &entry, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /assisted/{id}/refuse", &entry, json!({ "reason": "x" }), text()),
        (supplier, "POST /offers", "", offer_form.clone(), OFFER.to_vec()),
        (supplier, "PUT /offers/{id}", &*offer, edit(&offer_form), edits(&OFFER)),
        (supplier, "POST /offers/{id}/withdraw", &offer, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /offers/{id}/what-if", &offer, json!({ "weeks": 1, "paper": "vietgap", "price": 25_000 }), asked_if.clone()),
        (buyer, "POST /demands/{id}/what-if", &demand, json!({ "weeks": 1, "paper": "vietgap", "price": 25_000 }), asked_if),
        (buyer, "POST /demands", "", titled, [DEMAND.to_vec(), vec![("/title", Kind::Text)]].concat()),
        (buyer, "POST /demands/batch", "", list.clone(), under("lines/0", &DEMAND_LINE)),
        (buyer, "POST /demands/batch/check", "", list, vec![("/lines", Kind::Secret)]),
        (buyer, "POST /demands/points", "", for_points, points.concat()),
        (buyer, "POST /demands/names", "", json!({ "goods": ["x"], "communes": ["x"] }), vec![("/goods/0", Kind::Secret)]),
        (buyer, "PUT /demands/{id}", &demand, edit(&demand_form), edits(&DEMAND)),
        (buyer, "POST /recurring-demands", "", every_week.clone(), recurs.clone()),
        (buyer, "PUT /recurring-demands/{id}", &recurring, edit(&every_week), edits(&recurs)),
        (
            buyer,
            "PUT /demands/{id}/common",
            &demand,
            json!({ "points": [{ "id": &demand, "version": 1 }], "terms": { "min_grade": "first", "bid": 30_000, "payment_days": 15 } }),
            vec![
                ("/terms/min_grade", Kind::Choice),
                ("/terms/bid", Kind::Price),
                ("/terms/payment_days", Kind::Whole),
                ("/points/0/version", Kind::Secret),
            ],
        ),
        (buyer, "PUT /demands/{id}/title", &demand, json!({ "title": "x" }), vec![("/title", Kind::Text)]),
        (
            buyer,
            "POST /demands/{id}/close",
            &demand,
            json!({ "version": 1, "reason": "x" }),
            vec![("/reason", Kind::Text), ("/version", Kind::Secret)],
        ),
        (buyer, "POST /demands/{id}/withdraw", &demand, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /certificates", "", certificate_terms(), CERTIFICATE.to_vec()),
        (supplier, "PUT /certificates/{id}", &certificate, edit(&certificate_terms()), edits(&CERTIFICATE)),
        (supplier, "PUT /organisation", "", json!({ "version": org["version"], "profile": profile }), under("profile", &PROFILE)),
        (supplier, "POST /organisation/pause", "", json!({ "version": 2, "reason": "Hết vụ" }), text()),
        (supplier, "POST /organisation/resume", "", json!({ "version": 2 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /organisation/close", "", json!({ "version": 2, "reason": "Hết vụ" }), text()),
        (supplier, "POST /organisation/appeals", "", json!({ "reason": "Đã đủ giấy" }), text()),
        (supplier, "POST /organisation/changes", "", asked, asks),
        (supplier, "POST /changes/{id}/confirm", &*change, json!({ "version": 1, "password": PASSWORD }), secret()),
        (&officer, "POST /changes/{id}/decide", &*change, json!({ "version": 1, "approve": true, "reason": "Đủ giấy" }), text()),
        (supplier, "POST /changes/{id}/stop", &*change, json!({ "reason": "Không phải tôi xin" }), text()),
        (
            &officer,
            "POST /officer/appeals/{id}/answer",
            &*offer,
            json!({ "answer": "Đã xem lại", "reopen": true }),
            vec![("/answer", Kind::Text)],
        ),
        (
            &officer,
            "POST /officer/catalogue/varieties",
            "",
            json!({ "terms": variety, "new_product": { "name_vi": "Hồng", "name_en": "x", "freight_class": "fruit" }, "reason": "x" }),
            [under("terms", &VARIETY), under("new_product", &PRODUCT), text()].concat(),
        ),
        (
            &officer,
            "PUT /officer/catalogue/varieties/{slug}",
            "cam-canh",
            json!({ "version": 0, "terms": variety, "reason": "x" }),
            [under("terms", &VARIETY), text()].concat(),
        ),
        (
            supplier,
            "POST /variety-requests",
            "",
            json!({ "name": "Hồng", "local_name": "x", "note": "x" }),
            vec![("/name", Kind::Text), ("/local_name", Kind::Text), ("/note", Kind::Text)],
        ),
        (
            &officer,
            "POST /officer/variety-requests/{id}/take-up",
            &*variety_asked,
            json!({ "variety": "cam-canh", "reason": "x" }),
            vec![("/variety", Kind::Catalogue), ("/reason", Kind::Text)],
        ),
        (&officer, "POST /officer/variety-requests/{id}/refuse", &*variety_asked, json!({ "reason": "x" }), text()),
        (supplier, "PUT /account", "", account, accounts),
        (supplier, "POST /account/consents", "", support::people::consent(), vec![("/version", Kind::Whole)]),
        (supplier, "POST /account/export", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "POST /account/erase", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "PUT /account/mail", "", mail, vec![("/quiet/from", Kind::Exact), ("/wishes/0/kind", Kind::Choice)]),
        (supplier, "POST /account/password", "", json!({ "current": PASSWORD, "password": PASSWORD }), vec![("/current", Kind::Secret)]),
        (
            buyer,
            "POST /payments/declare",
            "",
            transfer,
            vec![
                ("/items/0/amount", Kind::Secret),
                ("/items/0/line", Kind::Whole),
                ("/items/0/contract", Kind::Id),
                ("/reference", Kind::Text),
            ],
        ),
        (supplier, "POST /payments/confirm", "", found, vec![("/items/0/line", Kind::Whole), ("/items/0/contract", Kind::Id)]),
        (supplier, "POST /account/sso", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "DELETE /account/totp", "", json!({ "password": PASSWORD }), secret()),
        (supplier, "POST /account/totp/confirm", "", json!({ "code": "407152" }), vec![("/code", Kind::Secret)]),
        (supplier, "POST /searches", "", json!({ "name": "x", "side": "buyer", "search": search }), kept),
        (supplier, "PUT /searches/{id}", &*search_id, json!({ "name": "x" }), vec![("/name", Kind::Text)]),
        (supplier, "POST /members", "", member, members),
        (supplier, "PUT /members/{id}/role", &*colleague, json!({ "role": "clerk", "version": 1 }), vec![("/role", Kind::Choice)]),
        (supplier, "POST /invitations", "", json!({ "role": "clerk", "name": "x", "email": "a@htx.example" }), invited),
        (&visitor, "POST /auth/invitation", "", json!({ "token": "x" }), vec![("/token", Kind::Secret)]),
        (&visitor, "POST /auth/accept-invitation", "", json!({ "token": "x", "member": newcomer }), vec![("/token", Kind::Secret)]),
        (supplier, "POST /notices/read", "", json!({ "up_to": offer }), vec![("/up_to", Kind::Id)]),
        (&visitor, "POST /auth/register", "", registration("cooperative", "HTX Cam 9", 5), registers.concat()),
        (&visitor, "POST /auth/sign-in", "", json!({ "sign_in": "ai-do", "password": PASSWORD }), secret()),
        (&visitor, "POST /auth/forgot-password", "", json!({ "sign_in": "ai-do" }), vec![("/sign_in", Kind::Secret)]),
        (&visitor, "POST /auth/reset-password", "", json!({ "token": "x", "password": PASSWORD }), vec![("/token", Kind::Secret)]),
        (&operator, "POST /operator/reset-links", "", json!({ "sign_in": "ai-do" }), vec![("/sign_in", Kind::Exact)]),
        (&visitor, "POST /auth/confirm-email", "", json!({ "token": "x" }), vec![("/token", Kind::Secret)]),
        (
            &officer,
            "POST /officer/organisations/{id}/review",
            org["id"].as_str().expect("an id"),
            review.clone(),
            vec![("/decision", Kind::Choice), ("/reason", Kind::Text)],
        ),
        (
            &officer,
            "POST /officer/organisations/{id}/close",
            org["id"].as_str().expect("an id"),
            json!({ "version": 2, "reason": "Đã giải thể" }),
            vec![("/version", Kind::Secret), ("/reason", Kind::Text)],
        ),
        (supplier, "POST /organisation/documents/{item}/take-back", "registration", json!({ "seen": 0 }), vec![("/seen", Kind::Whole)]),
        (
            &officer,
            "POST /officer/organisations/{id}/documents/{item}",
            org["id"].as_str().expect("an id"),
            json!({ "step": "revise", "reason": "Ảnh mờ", "seen": 0 }),
            vec![("/step", Kind::Choice), ("/reason", Kind::Text), ("/seen", Kind::Whole)],
        ),
        (
            &officer,
            "POST /officer/certificates/{id}/review",
            &certificate,
            review,
            vec![("/decision", Kind::Choice), ("/reason", Kind::Text)],
        ),
        (
            supplier,
            "PUT /imports/{id}/rows/{number}",
            &import,
            json!({ "cells": [{ "column": "note", "text": "x" }] }),
            vec![("/cells/0/column", Kind::Exact), ("/cells/0/text", Kind::Text)],
        ),
        (
            supplier,
            "POST /imports/{id}/defaults",
            &import,
            json!({ "values": [{ "column": "payment_days", "text": "30" }] }),
            vec![("/values/0/column", Kind::Exact), ("/values/0/text", Kind::Text)],
        ),
        (
            &officer,
            "POST /imports/{id}/make",
            &office_list,
            json!({ "verify_because": "Đã đối chiếu" }),
            vec![("/verify_because", Kind::Text)],
        ),
        (
            &officer,
            "POST /officer/organisations/{id}/invitation",
            org["id"].as_str().expect("an id"),
            json!({ "name": "x", "email": "a@htx.example" }),
            vec![("/name", Kind::Text), ("/email", Kind::Exact)],
        ),
        (
            buyer,
            "POST /proposals/accept",
            "",
            json!({ "items": [{ "id": deal.proposal, "revision": 2 }] }),
            vec![("/items/0/revision", Kind::Whole)],
        ),
        (
            buyer,
            "POST /proposals/decline",
            "",
            json!({ "items": [{ "id": deal.proposal, "revision": 2 }], "reason": "x" }),
            vec![("/items/0/id", Kind::Id), ("/items/0/revision", Kind::Whole), ("/reason", Kind::Text)],
        ),
        (buyer, "POST /proposals/{id}/accept", &deal.proposal, json!({ "revision": 2 }), vec![("/revision", Kind::Whole)]),
        (buyer, "POST /proposals/{id}/decline", &deal.proposal, changed(reason.clone(), json!({ "revision": 2 })), text()),
        (buyer, "POST /proposals/{id}/counter", &deal.proposal, json!({ "revision": 2, "terms": terms }), counter),
        (buyer, "POST /proposals/{id}/approvals/{approval}/refuse", &deal.proposal, reason.clone(), text()),
        (supplier, "PUT /organisation/clerk-limit", "", json!({ "limit": 50_000_000 }), vec![("/limit", Kind::Whole)]),
        (buyer, "POST /contracts/{id}/decline", &deal.contract, reason.clone(), text()),
        (buyer, "POST /contracts/{id}/terminate", &deal.contract, reason.clone(), text()),
        (buyer, "POST /contracts/{id}/signing-code", &deal.contract, json!({ "password": PASSWORD }), secret()),
        (buyer, "POST /contracts/{id}/sign", &deal.contract, signing, signs),
        (
            supplier,
            "POST /contracts/{id}/lines/{number}/dispatch",
            &deal.contract,
            json!({ "kg": "3000", "vehicle": "x", "note": "x" }),
            sent,
        ),
        (buyer, "POST /contracts/{id}/lines/{number}/receive", &deal.contract, json!({ "received": "3000", "accepted": "3000" }), received),
        (
            supplier,
            "POST /contracts/{id}/lines/{number}/day",
            &deal.contract,
            json!({ "day": "2026-12-01", "note": "x" }),
            vec![("/day", Kind::Day), ("/note", Kind::Text)],
        ),
        (
            buyer,
            "POST /contracts/{id}/lines/{number}/day/answer",
            &deal.contract,
            json!({ "day": "2026-12-01", "agree": true, "note": "x" }),
            vec![("/day", Kind::Secret), ("/note", Kind::Text)],
        ),
        (buyer, "POST /contracts/{id}/lines/{number}/inspections", &deal.contract, inspection.clone(), looked.clone()),
        (buyer, "POST /contracts/{id}/lines/{number}/inspections/{entry}/correct", &deal.contract, inspection, looked),
        (
            buyer,
            "POST /contracts/{id}/lines/{number}/accept-rest",
            &deal.contract,
            json!({ "left": "3000" }),
            vec![("/left", Kind::Weighed)],
        ),
        (
            buyer,
            "POST /contracts/{id}/lines/{number}/declare-payment",
            &deal.contract,
            json!({ "amount": 1_000_000, "reference": "x" }),
            paid,
        ),
        (supplier, "POST /contracts/{id}/lines/{number}/dispute-payment", &deal.contract, reason.clone(), text()),
        (
            buyer,
            "POST /contracts/{id}/dues/{due}/declare-payment",
            &deal.contract,
            json!({ "amount": 1_000_000, "reference": "x" }),
            vec![("/amount", Kind::Secret), ("/reference", Kind::Text)],
        ),
        (supplier, "POST /contracts/{id}/dues/{due}/dispute-payment", &deal.contract, reason, text()),
    ];
    let form = |(who, operation, id, body, fields): (&Client, &str, &str, Value, Vec<(&'static str, Kind)>)| {
        let (method, path) = operation.split_once(' ').expect("a method and a path");
        Form {
            operation: operation.to_owned(),
            method: method.parse().expect("a method"),
            path: path
                .replace("{id}", id)
                .replace("{slug}", id)
                .replace("{approval}", id)
                .replace("{number}", "1")
                .replace("{entry}", "1")
                .replace("{item}", "registration")
                .replace("{due}", "deposit"),
            who: who.at("198.51.100.1"),
            body,
            fields,
        }
    };
    table.into_iter().map(form).collect()
}
