//! Every operation without a token, and with another organisation's. An operation that is new fails here until it is classified.
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::deals::SUPPLIER_MAIL;
use support::people::{PASSWORD, registration};
use support::posts::{certificate_terms, demand_terms, offer_terms, recurring_terms};
use support::{Client, TestApp};

/// What nobody needs to sign in for.
const PUBLIC: [&str; 26] = [
    "GET /auth/sso",
    "GET /auth/sso/callback",
    "GET /catalogue",
    "GET /catalogue/search",
    "GET /grades",
    "GET /instance",
    "GET /mail/unsubscribe/{token}",
    "GET /market/map",
    "GET /market/offers",
    "GET /market/summary",
    "GET /places/communes",
    "GET /prices",
    "GET /prices/reference",
    "GET /rounds/next",
    "GET /rules",
    "POST /auth/accept-invitation",
    "POST /auth/confirm-email",
    "POST /auth/forgot-password",
    "POST /auth/invitation",
    "POST /auth/refresh",
    "POST /auth/register",
    "POST /auth/reset-password",
    "POST /auth/sign-in",
    "POST /auth/sign-out",
    "POST /mail/unsubscribe/{token}",
    "GET /openapi.json",
];

/// Every operation of the API, as `GET /offers/{id}`.
fn operations() -> Vec<String> {
    let document = serde_json::to_value(web::http::openapi()).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let methods = |(path, item): (&String, &Value)| {
        let path = path.strip_prefix("/api/v1").expect("below /api/v1").to_owned();
        let methods =
            item.as_object().expect("operations").keys().filter(|key| ["get", "post", "put", "patch", "delete"].contains(&key.as_str()));
        methods.map(|method| format!("{} {path}", method.to_uppercase())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(methods).collect()
}

async fn send(client: &Client, operation: &str, id: &str, body: Option<Value>) -> support::Reply {
    let (method, path) = operation.split_once(' ').expect("a method and a path");
    let method: Method = method.parse().expect("a method");
    let part = |part: &str| match part {
        "{number}" | "{entry}" => "1".to_owned(),
        "{item}" => "registration".to_owned(),
        "{due}" => "deposit".to_owned(),
        part if part.starts_with('{') => id.to_owned(),
        part => part.to_owned(),
    };
    let path = path.split('/').map(part).collect::<Vec<_>>().join("/");
    // A file has no room for what is written on the paper.
    let query = if path.ends_with("/slip") { "?reference=1&signed_on=2026-11-21&version=1" } else { "" };
    client.send(method, &format!("{path}{query}"), body, &[]).await
}

const NOBODYS: &str = "0198f3a0-0000-7000-8000-000000000001";

#[tokio::test]
async fn nothing_but_the_public_pages_answers_without_a_token() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let mut open = Vec::new();
    for operation in operations() {
        let body = (!operation.starts_with("GET ")).then(|| json!({}));
        let reply = send(&visitor, &operation, NOBODYS, body).await;
        assert_ne!(reply.status, 500, "{operation}");
        if reply.problem() != "401 sign_in" {
            open.push(operation);
        }
    }
    // A refresh without a token is refused like everything else.
    open.push("POST /auth/refresh".to_owned());
    open.sort();
    let mut public: Vec<_> = PUBLIC.iter().map(ToString::to_string).filter(|operation| operation != "GET /openapi.json").collect();
    public.sort();
    assert_eq!(open, public);
    assert_eq!(send(&visitor, "GET /openapi.json", "", None).await.status, 200);
}

/// What one organisation of each side owns, by the start of the path it is found under.
async fn things(app: &TestApp) -> BTreeMap<&'static str, String> {
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let deal = app.deal().await;
    let (supplier, buyer) = (&deal.supplier, &deal.buyer);
    let certificate = id(&supplier.add_certificate(json!({})).await);
    let members = supplier.get("/members").await.expect(200);
    let invitation = supplier.post("/invitations", json!({ "role": "clerk" })).await.expect(201);
    let refused = app.visitor();
    let session = refused.post("/auth/register", registration("farm", "Trang trại 4", 4)).await.expect(201);
    let review = json!({ "decision": "refuse", "reason": "Thiếu giấy" });
    let path = format!("/officer/organisations/{}/review", id(&session["organisation"]));
    app.officer().await.post(&path, review).await.expect(200);
    let appeal = refused.post("/organisation/appeals", json!({ "reason": "Đã gửi đủ giấy" })).await.expect(201);
    let account = json!({ "bank": "Agribank", "number": "3001205678", "holder": "HTX Cam 1" });
    let asked = json!({ "bank_account": account, "reason": "Đổi ngân hàng", "password": PASSWORD });
    let change = supplier.post("/organisation/changes", asked).await.expect(201);
    let sessions = supplier.get("/account/sessions").await.expect(200);
    let organisation = supplier.get("/organisation").await.expect(200);
    let list = "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n";
    let import = supplier.upload("/imports?kind=offers&name=a.csv", list.as_bytes()).await.expect(201);
    let search = supplier.post("/searches", json!({ "name": "Cam", "side": "buyer", "search": {} })).await.expect(201);
    let paper = supplier.upload("/organisation/documents/registration", b"%PDF-1.7 paper").await.expect(201);
    let asked = json!({ "name": "Bùi Văn Tư", "way": "phone" });
    let entered = json!({ "asked": asked, "terms": offer_terms() });
    let entry = app.officer().await.post(&format!("/officer/organisations/{}/offers", id(&organisation)), entered).await.expect(201);
    let variety = supplier.post("/variety-requests", json!({ "name": "Hồng Nhân Hậu" })).await.expect(201);
    BTreeMap::from([
        ("/assisted/", id(&entry)),
        ("/officer/assisted/", id(&entry)),
        ("/searches/", id(&search)),
        ("/documents/", paper["items"][0]["events"][0]["document"]["id"].as_str().expect("a paper").to_owned()),
        ("/officer/variety-requests/", id(&variety)),
        ("/offers/", id(&supplier.post_offer(json!({})).await)),
        ("/demands/", id(&buyer.post_demand(json!({})).await)),
        ("/recurring-demands/", id(&buyer.post("/recurring-demands", recurring_terms()).await.expect(201))),
        ("/officer/certificates/", certificate.clone()),
        ("/certificates/", certificate),
        ("/invitations/", id(&invitation["invitation"])),
        ("/account/sessions/", id(&sessions["items"][0])),
        ("/imports/", id(&import)),
        ("/members/", id(&members["items"][0])),
        ("/changes/", id(&change)),
        ("/officer/appeals/", id(&appeal)),
        ("/officer/catalogue/", "cam-canh".to_owned()),
        ("/officer/organisations/", id(&organisation)),
        ("/rounds/", deal.round.clone()),
        ("/operator/mail/", NOBODYS.to_owned()),
        ("/proposals/", deal.proposal.clone()),
        ("/contracts/", deal.contract.clone()),
    ])
}

/// A body that is in order, so that only the person is wrong.
fn body(operation: &str) -> Option<Value> {
    let edit = |terms: Value| Some(json!({ "version": 1, "terms": terms }));
    match operation {
        "PUT /offers/{id}" => edit(offer_terms()),
        "PUT /demands/{id}" => edit(demand_terms()),
        "PUT /recurring-demands/{id}" => edit(recurring_terms()),
        "POST /offers/{id}/what-if" | "POST /demands/{id}/what-if" => Some(json!({ "weeks": 1 })),
        "PUT /certificates/{id}" => edit(certificate_terms()),
        "POST /officer/organisations/{id}/close" => Some(json!({ "version": 1, "reason": "Không phải của tôi" })),
        "POST /officer/organisations/{id}/review" | "POST /officer/certificates/{id}/review" => {
            Some(json!({ "decision": "suspend", "reason": "Không phải của tôi" }))
        }
        "PUT /officer/catalogue/varieties/{slug}" => {
            let terms = crate::catalogue::office::terms();
            Some(json!({ "version": 0, "terms": terms, "reason": "Không phải của tôi" }))
        }
        "POST /officer/variety-requests/{id}/take-up" => Some(json!({ "variety": "cam-canh" })),
        "POST /officer/appeals/{id}/answer" => Some(json!({ "answer": "Không phải của tôi", "reopen": true })),
        "POST /changes/{id}/confirm" => Some(json!({ "version": 1, "password": PASSWORD })),
        "POST /changes/{id}/decide" => Some(json!({ "version": 1, "approve": true, "reason": "Không phải của tôi" })),
        "PUT /imports/{id}/rows/{number}" => Some(json!({ "cells": [] })),
        "POST /imports/{id}/defaults" => Some(json!({ "values": [] })),
        "POST /officer/organisations/{id}/documents/{item}" => Some(json!({ "step": "waived", "reason": "Không phải của tôi", "seen": 0 })),
        "PUT /demands/{id}/common" => {
            let terms = json!({ "min_grade": "first", "bid": 30_000, "payment_days": 15 });
            Some(json!({ "points": [{ "id": NOBODYS, "version": 1 }], "terms": terms }))
        }
        "PUT /demands/{id}/title" => Some(json!({ "title": "Không phải của tôi" })),
        "POST /officer/organisations/{id}/notes" => Some(json!({ "words": "Không phải của tôi" })),
        "POST /officer/organisations/{id}/offers" => Some(json!({ "asked": { "name": "Ai đó", "way": "phone" }, "terms": offer_terms() })),
        "POST /officer/organisations/{id}/demands" => {
            Some(json!({ "asked": { "name": "Ai đó", "way": "phone" }, "terms": demand_terms() }))
        }
        "PUT /officer/organisations/{id}/contact" => {
            let asked = json!({ "name": "Ai đó", "way": "phone" });
            Some(json!({ "asked": asked, "version": 1, "phone": "0912345678", "commune": "05089" }))
        }
        "POST /officer/organisations/{id}/certificates" | "PUT /officer/certificates/{id}" => {
            let mut entered = json!({ "asked": { "name": "Ai đó", "way": "phone" }, "terms": certificate_terms() });
            if operation.starts_with("PUT") {
                entered["version"] = json!(1);
            }
            Some(entered)
        }
        "POST /officer/organisations/{id}/demands/points" => {
            let points = json!([{ "delivery_commune": "00004", "kg": "1500", "note": "" }]);
            Some(json!({ "asked": { "name": "Ai đó", "way": "phone" }, "demand": { "terms": demand_terms(), "points": points } }))
        }
        "POST /demands/{id}/close" | "POST /assisted/{id}/confirm" => Some(json!({ "version": 1 })),
        "PUT /searches/{id}" => Some(json!({ "name": "Không phải của tôi" })),
        "PUT /members/{id}/role" => Some(json!({ "role": "viewer", "version": 1 })),
        "POST /proposals/{id}/accept" => Some(json!({ "revision": 2 })),
        "POST /proposals/{id}/decline" => Some(json!({ "revision": 2, "reason": "Không phải của tôi" })),
        "POST /proposals/{id}/counter" => {
            let line = json!({ "week": "2026-11-30", "kg": "1000" });
            Some(json!({ "revision": 2, "terms": { "farm_gate": 26_000, "lines": [line], "payment_days": 30 } }))
        }
        "POST /contracts/{id}/signing-code" => Some(json!({ "password": PASSWORD })),
        "POST /contracts/{id}/sign" => Some(json!({ "password": PASSWORD, "code": "407152", "hash": "0".repeat(64), "edition": 1 })),
        "POST /changes/{id}/stop"
        | "POST /proposals/{id}/approvals/{approval}/refuse"
        | "POST /officer/variety-requests/{id}/refuse"
        | "POST /assisted/{id}/refuse"
        | "POST /contracts/{id}/decline"
        | "POST /contracts/{id}/terminate" => Some(json!({ "reason": "Không phải của tôi" })),
        "POST /contracts/{id}/lines/{number}/dispatch" => Some(json!({ "kg": "1000" })),
        "POST /contracts/{id}/lines/{number}/day" => Some(json!({ "day": "2026-12-01" })),
        "POST /contracts/{id}/lines/{number}/day/answer" => Some(json!({ "day": "2026-12-01", "agree": true })),
        "POST /contracts/{id}/lines/{number}/receive" => Some(json!({ "received": "1000", "accepted": "1000" })),
        "POST /contracts/{id}/lines/{number}/inspections" | "POST /contracts/{id}/lines/{number}/inspections/{entry}/correct" => {
            Some(json!({ "weighed": "1000", "inspected": "1000", "accepted": "1000" }))
        }
        "POST /contracts/{id}/lines/{number}/accept-rest" => Some(json!({ "left": "1000" })),
        "POST /contracts/{id}/lines/{number}/declare-payment" | "POST /contracts/{id}/dues/{due}/declare-payment" => {
            Some(json!({ "amount": 1_000_000 }))
        }
        "POST /contracts/{id}/lines/{number}/dispute-payment" | "POST /contracts/{id}/dues/{due}/dispute-payment" => {
            Some(json!({ "reason": "Chưa thấy tiền" }))
        }
        _ if operation.starts_with("GET ") => None,
        _ => Some(json!({})),
    }
}

#[tokio::test]
async fn another_organisations_things_do_not_exist() {
    let app = TestApp::new().await;
    let things = things(&app).await;
    let director = app.cooperative("HTX Lạ 2").await;
    let clerk = app.clerk(&director, "thu-ky-la").await;
    let strangers = [director, clerk, app.enterprise("Công ty Lạ 2").await, app.operator().await];
    // A paper is named by a word, and the word means that of the own organisation.
    let own = |operation: &str| operation.starts_with("POST /organisation/documents/{item}");
    let named = |operation: &String| operation.contains('{') && !PUBLIC.contains(&operation.as_str()) && !own(operation);
    for operation in operations().into_iter().filter(named) {
        let path = operation.split(' ').nth(1).expect("a path");
        let (_, id) = things.iter().find(|(start, _)| path.starts_with(**start)).unwrap_or_else(|| panic!("whose is {operation}?"));
        for stranger in &strangers {
            let problem = send(stranger, &operation, id, body(&operation)).await.problem();
            let refused = if ["/officer/", "/rounds/", "/operator/"].iter().any(|start| path.starts_with(start)) {
                ["403 forbidden", "404 not_found"].as_slice()
            } else {
                &["404 not_found"]
            };
            assert!(refused.contains(&problem.as_str()), "{operation}: {problem}");
        }
    }
}

/// What a driver reads: the goods on their way and the own account. A route that is new and answers a driver fails here until it is
/// looked at: an amount, a price or a paper is none of a driver's business.
#[tokio::test]
async fn a_driver_reads_what_is_on_its_way_and_the_own_account_and_nothing_else() {
    let app = TestApp::new().await;
    let things = things(&app).await;
    let member = json!({ "role": "driver", "name": "Tài xế", "sign_in": "tai-xe-1", "password": PASSWORD, "language": "vi" });
    app.signed_in(SUPPLIER_MAIL).await.post("/members", member).await.expect(201);
    let driver = app.signed_in("tai-xe-1").await;
    let mut read = Vec::new();
    for operation in operations().into_iter().filter(|name| name.starts_with("GET ") && !PUBLIC.contains(&name.as_str())) {
        let path = operation.strip_prefix("GET ").expect("a path");
        let id = things.iter().find(|(start, _)| path.starts_with(**start)).map_or(NOBODYS, |(_, id)| id);
        let reply = send(&driver, &operation, id, None).await;
        assert_ne!(reply.status, 500, "{operation}");
        if reply.status.is_success() {
            read.push(operation);
        }
    }
    read.sort();
    let own = [
        "GET /account",
        "GET /account/consents",
        "GET /account/events",
        "GET /account/mail",
        "GET /account/mails",
        "GET /account/sessions",
        "GET /account/sso",
        "GET /contracts/{id}/lines",
        "GET /deliveries",
        "GET /notices",
        "GET /notices/unread",
        "GET /session",
    ];
    assert_eq!(read, own);
}
