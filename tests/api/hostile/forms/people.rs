//! Accounts, members and organisations, and what the office decides of them.
use super::super::kinds::{Kind, PROFILE, under};
use super::{Cast, Form, Line, form};
use serde_json::{Value, json};
use support::people::{PASSWORD, registration};

pub async fn forms(cast: &Cast) -> Vec<Form> {
    let Cast { deal, offer, certificate, org, officer, operator, visitor, .. } = cast;
    let supplier = &deal.supplier;
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let profile = registration("cooperative", "HTX Cam 1", 0)["organisation"].clone();
    let account =
        json!({ "version": 1, "details": { "name": "Bùi Thị Mai", "phone": "0912345678", "email": "mai@htx.example", "language": "vi" } });
    let mail = json!({ "quiet": { "from": "21:00", "to": "06:00" }, "wishes": [{ "kind": "proposals_new", "wish": "daily" }] });
    let member = json!({ "role": "clerk", "name": "Nhân viên", "sign_in": "thu-ky-9", "password": PASSWORD, "language": "vi" });
    let review = json!({ "decision": "suspend", "reason": "Thiếu giấy tờ" });
    let secret = || vec![("/password", Kind::Secret)];
    let text = || vec![("/reason", Kind::Text)];
    let registers = [
        under("organisation", &PROFILE),
        vec![("/member/name", Kind::Text), ("/member/sign_in", Kind::Exact), ("/member/language", Kind::Choice)],
    ];
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
    let table: Vec<Line<'_>> = vec![
        (supplier, "PUT /organisation", "", json!({ "version": org["version"], "profile": profile }), under("profile", &PROFILE)),
        (supplier, "POST /organisation/pause", "", json!({ "version": 2, "reason": "Hết vụ" }), text()),
        (supplier, "POST /organisation/resume", "", json!({ "version": 2 }), vec![("/version", Kind::Secret)]),
        (supplier, "POST /organisation/close", "", json!({ "version": 2, "reason": "Hết vụ" }), text()),
        (supplier, "POST /organisation/appeals", "", json!({ "reason": "Đã đủ giấy" }), text()),
        (supplier, "POST /organisation/changes", "", asked, asks),
        (supplier, "POST /changes/{id}/confirm", &*change, json!({ "version": 1, "password": PASSWORD }), secret()),
        (officer, "POST /changes/{id}/decide", &*change, json!({ "version": 1, "approve": true, "reason": "Đủ giấy" }), text()),
        (supplier, "POST /changes/{id}/stop", &*change, json!({ "reason": "Không phải tôi xin" }), text()),
        (
            officer,
            "POST /officer/appeals/{id}/answer",
            offer,
            json!({ "answer": "Đã xem lại", "reopen": true }),
            vec![("/answer", Kind::Text)],
        ),
        (supplier, "PUT /account", "", account, accounts),
        (supplier, "POST /account/consents", "", support::people::consent(), vec![("/version", Kind::Whole)]),
        (supplier, "POST /account/export", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "POST /account/erase", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "PUT /account/mail", "", mail, vec![("/quiet/from", Kind::Exact), ("/wishes/0/kind", Kind::Choice)]),
        (supplier, "POST /account/password", "", json!({ "current": PASSWORD, "password": PASSWORD }), vec![("/current", Kind::Secret)]),
        (supplier, "POST /account/sso", "", json!({ "password": "sai mat khau" }), secret()),
        (supplier, "DELETE /account/totp", "", json!({ "password": PASSWORD }), secret()),
        (supplier, "POST /account/totp/confirm", "", json!({ "code": "407152" }), vec![("/code", Kind::Secret)]),
        (supplier, "POST /members", "", member, members),
        (supplier, "PUT /members/{id}/role", &*colleague, json!({ "role": "clerk", "version": 1 }), vec![("/role", Kind::Choice)]),
        (supplier, "POST /invitations", "", json!({ "role": "clerk", "name": "x", "email": "a@htx.example" }), invited),
        (visitor, "POST /auth/invitation", "", json!({ "token": "x" }), vec![("/token", Kind::Secret)]),
        (visitor, "POST /auth/accept-invitation", "", json!({ "token": "x", "member": newcomer }), vec![("/token", Kind::Secret)]),
        (supplier, "POST /notices/read", "", json!({ "up_to": offer }), vec![("/up_to", Kind::Id)]),
        (visitor, "POST /auth/register", "", registration("cooperative", "HTX Cam 9", 5), registers.concat()),
        (visitor, "POST /auth/sign-in", "", json!({ "sign_in": "ai-do", "password": PASSWORD }), secret()),
        (visitor, "POST /auth/forgot-password", "", json!({ "sign_in": "ai-do" }), vec![("/sign_in", Kind::Secret)]),
        (visitor, "POST /auth/reset-password", "", json!({ "token": "x", "password": PASSWORD }), vec![("/token", Kind::Secret)]),
        (operator, "POST /operator/reset-links", "", json!({ "sign_in": "ai-do" }), vec![("/sign_in", Kind::Exact)]),
        (visitor, "POST /auth/confirm-email", "", json!({ "token": "x" }), vec![("/token", Kind::Secret)]),
        (
            officer,
            "POST /officer/organisations/{id}/review",
            org["id"].as_str().expect("an id"),
            review.clone(),
            vec![("/decision", Kind::Choice), ("/reason", Kind::Text)],
        ),
        (
            officer,
            "POST /officer/organisations/{id}/close",
            org["id"].as_str().expect("an id"),
            json!({ "version": 2, "reason": "Đã giải thể" }),
            vec![("/version", Kind::Secret), ("/reason", Kind::Text)],
        ),
        (
            officer,
            "POST /officer/organisations/{id}/notes",
            org["id"].as_str().expect("an id"),
            json!({ "words": "Đã gọi điện" }),
            vec![("/words", Kind::Text)],
        ),
        (supplier, "POST /organisation/documents/{item}/take-back", "registration", json!({ "seen": 0 }), vec![("/seen", Kind::Whole)]),
        (
            officer,
            "POST /officer/organisations/{id}/documents/{item}",
            org["id"].as_str().expect("an id"),
            json!({ "step": "revise", "reason": "Ảnh mờ", "seen": 0 }),
            vec![("/step", Kind::Choice), ("/reason", Kind::Text), ("/seen", Kind::Whole)],
        ),
        (
            officer,
            "POST /officer/certificates/{id}/review",
            certificate,
            review,
            vec![("/decision", Kind::Choice), ("/reason", Kind::Text)],
        ),
        (
            officer,
            "POST /officer/organisations/{id}/invitation",
            org["id"].as_str().expect("an id"),
            json!({ "name": "x", "email": "a@htx.example" }),
            vec![("/name", Kind::Text), ("/email", Kind::Exact)],
        ),
    ];
    table.into_iter().map(form).collect()
}
