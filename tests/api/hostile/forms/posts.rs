//! Offers, demands, papers, lists and searches, and the catalogue behind them.
use super::super::kinds::{CERTIFICATE, DEMAND, DEMAND_LINE, Kind, OFFER, PRODUCT, PROFILE, VARIETY, under};
use super::{Cast, Form, Line, form};
use serde_json::{Value, json};
use support::posts::{certificate_terms, changed, demand_line, demand_terms, offer_terms, recurring_terms};

pub async fn forms(cast: &Cast) -> Vec<Form> {
    let Cast { deal, offer, demand, certificate, org, officer, .. } = cast;
    let (supplier, buyer) = (&deal.supplier, &deal.buyer);
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let list = "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n";
    let import = id(&supplier.upload("/imports?kind=offers&name=a.csv", list.as_bytes()).await.expect(201));
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
    let variety = crate::catalogue::office::terms();
    let variety_asked = id(&supplier.post("/variety-requests", json!({ "name": "Hồng Nhân Hậu" })).await.expect(201));
    let text = || vec![("/reason", Kind::Text)];
    let edits = |fields: &[(&'static str, Kind)]| [under("terms", fields), vec![("/version", Kind::Secret)]].concat();
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
    let buyers = buyer.get("/organisation").await.expect(200);
    let who = json!({ "name": "x", "way": "phone", "note": "x" });
    let entered = json!({ "asked": who, "terms": offer_form });
    let wanted = json!({ "asked": who, "terms": demand_form });
    let who_asked = [("/name", Kind::Text), ("/way", Kind::Choice), ("/note", Kind::Text)];
    let (entered_fields, wanted_fields) =
        ([under("terms", &OFFER), under("asked", &who_asked)].concat(), [under("terms", &DEMAND), under("asked", &who_asked)].concat());
    let entry = officer.post(&format!("/officer/organisations/{}/offers", id(org)), json!({ "asked": who, "terms": offer_terms() })).await;
    let entry = id(&entry.expect(201));
    let asked_if = vec![("/price", Kind::Price), ("/paper", Kind::Choice)];
    let asks = || under("asked", &who_asked);
    let (org_id, buyer_id) = (org["id"].as_str().expect("an id"), buyers["id"].as_str().expect("an id"));
    let profile = support::people::registration("cooperative", "HTX Cam 8", 4)["organisation"].clone();
    let contact = json!({ "asked": who, "version": 1, "phone": "0912345678", "address_line": "x", "commune": "05089" });
    let reached = vec![("/version", Kind::Secret), ("/phone", Kind::Exact), ("/address_line", Kind::Text), ("/commune", Kind::Catalogue)];
    let paper = json!({ "asked": who, "terms": certificate_terms() });
    let corrected = json!({ "asked": who, "version": 1, "terms": certificate_terms() });
    let several = json!({ "asked": who, "demand": for_points });
    let several_fields = [asks(), vec![("/demand/title", Kind::Text), ("/demand/points/0/kg", Kind::Weighed)]].concat();
    let table: Vec<Line<'_>> = vec![
        (
            officer,
            "POST /officer/organisations",
            "",
            json!({ "asked": who, "profile": profile }),
            [asks(), under("profile", &PROFILE)].concat(),
        ),
        (officer, "PUT /officer/organisations/{id}/contact", org_id, contact, [asks(), reached].concat()),
        (officer, "POST /officer/organisations/{id}/certificates", org_id, paper, [asks(), under("terms", &CERTIFICATE)].concat()),
        (officer, "PUT /officer/certificates/{id}", certificate, corrected, [asks(), edits(&CERTIFICATE)].concat()),
        (officer, "POST /officer/organisations/{id}/demands/points", buyer_id, several, several_fields),
        (officer, "POST /officer/organisations/{id}/offers", org["id"].as_str().expect("an id"), entered, entered_fields),
        (officer, "POST /officer/organisations/{id}/demands", buyers["id"].as_str().expect("an id"), wanted, wanted_fields),
        (supplier, "POST /assisted/{id}/confirm", &entry, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /assisted/{id}/refuse", &entry, json!({ "reason": "x" }), text()),
        (supplier, "POST /offers", "", offer_form.clone(), OFFER.to_vec()),
        (supplier, "PUT /offers/{id}", offer, edit(&offer_form), edits(&OFFER)),
        (supplier, "POST /offers/{id}/withdraw", offer, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /offers/{id}/what-if", offer, json!({ "weeks": 1, "paper": "vietgap", "price": 25_000 }), asked_if.clone()),
        (buyer, "POST /demands/{id}/what-if", demand, json!({ "weeks": 1, "paper": "vietgap", "price": 25_000 }), asked_if),
        (buyer, "POST /demands", "", titled, [DEMAND.to_vec(), vec![("/title", Kind::Text)]].concat()),
        (buyer, "POST /demands/batch", "", list.clone(), under("lines/0", &DEMAND_LINE)),
        (buyer, "POST /demands/batch/check", "", list, vec![("/lines", Kind::Secret)]),
        (buyer, "POST /demands/points", "", for_points, points.concat()),
        (buyer, "POST /demands/names", "", json!({ "goods": ["x"], "communes": ["x"] }), vec![("/goods/0", Kind::Secret)]),
        (buyer, "PUT /demands/{id}", demand, edit(&demand_form), edits(&DEMAND)),
        (buyer, "POST /recurring-demands", "", every_week.clone(), recurs.clone()),
        (buyer, "PUT /recurring-demands/{id}", &recurring, edit(&every_week), edits(&recurs)),
        (
            buyer,
            "PUT /demands/{id}/common",
            demand,
            json!({ "points": [{ "id": demand, "version": 1 }], "terms": { "min_grade": "first", "bid": 30_000, "payment_days": 15 } }),
            vec![
                ("/terms/min_grade", Kind::Choice),
                ("/terms/bid", Kind::Price),
                ("/terms/payment_days", Kind::Whole),
                ("/points/0/version", Kind::Secret),
            ],
        ),
        (buyer, "PUT /demands/{id}/title", demand, json!({ "title": "x" }), vec![("/title", Kind::Text)]),
        (
            buyer,
            "POST /demands/{id}/close",
            demand,
            json!({ "version": 1, "reason": "x" }),
            vec![("/reason", Kind::Text), ("/version", Kind::Secret)],
        ),
        (buyer, "POST /demands/{id}/withdraw", demand, json!({ "version": 1 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /certificates", "", certificate_terms(), CERTIFICATE.to_vec()),
        (supplier, "PUT /certificates/{id}", certificate, edit(&certificate_terms()), edits(&CERTIFICATE)),
        (
            officer,
            "POST /officer/catalogue/varieties",
            "",
            json!({ "terms": variety, "new_product": { "name_vi": "Hồng", "name_en": "x", "freight_class": "fruit" }, "reason": "x" }),
            [under("terms", &VARIETY), under("new_product", &PRODUCT), text()].concat(),
        ),
        (
            officer,
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
            officer,
            "POST /officer/variety-requests/{id}/take-up",
            &*variety_asked,
            json!({ "variety": "cam-canh", "reason": "x" }),
            vec![("/variety", Kind::Catalogue), ("/reason", Kind::Text)],
        ),
        (officer, "POST /officer/variety-requests/{id}/refuse", &*variety_asked, json!({ "reason": "x" }), text()),
        (supplier, "POST /searches", "", json!({ "name": "x", "side": "buyer", "search": search }), kept),
        (supplier, "PUT /searches/{id}", &*search_id, json!({ "name": "x" }), vec![("/name", Kind::Text)]),
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
            officer,
            "POST /imports/{id}/make",
            &office_list,
            json!({ "verify_because": "Đã đối chiếu" }),
            vec![("/verify_because", Kind::Text)],
        ),
    ];
    table.into_iter().map(form).collect()
}
