//! Proposals, contracts, deliveries and payments.
use super::super::kinds::Kind;
use super::{Cast, Form, Line, form};
use serde_json::json;
use support::people::PASSWORD;
use support::posts::changed;

pub fn forms(cast: &Cast) -> Vec<Form> {
    let Cast { deal, .. } = cast;
    let (supplier, buyer) = (&deal.supplier, &deal.buyer);
    let reason = json!({ "reason": "Để dành cho bên khác" });
    let signing = json!({ "password": PASSWORD, "code": "407152", "hash": "0".repeat(64), "edition": 1 });
    let terms = json!({ "farm_gate": 26_000, "lines": [{ "week": "2026-11-30", "kg": "1000" }], "payment_days": 30 });
    let secret = || vec![("/password", Kind::Secret)];
    let text = || vec![("/reason", Kind::Text)];
    let counter = vec![
        ("/revision", Kind::Whole),
        ("/terms/farm_gate", Kind::Secret),
        ("/terms/lines/0/week", Kind::Secret),
        ("/terms/lines/0/kg", Kind::Weighed),
    ];
    let signs = vec![("/code", Kind::Exact), ("/hash", Kind::Exact), ("/edition", Kind::Whole)];
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
    let transfer = json!({ "items": [{ "contract": deal.contract, "line": 1, "amount": 1_000_000 }], "reference": "x" });
    let found = json!({ "items": [{ "contract": deal.contract, "line": 1 }] });
    let table: Vec<Line<'_>> = vec![
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
    table.into_iter().map(form).collect()
}
