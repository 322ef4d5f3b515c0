//! What the office does for members without a phone beside their posts: papers, how to reach them, signed slips.
use crate::scans::photo;
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::{all, registration};
use support::posts::{certificate_terms, changed, demand_terms, offer_terms};
use support::{Client, TestApp};

fn asked() -> Value {
    json!({ "name": "Bùi Văn Tư", "way": "visit", "note": "Ghé nhà" })
}

async fn org_of(who: &Client) -> String {
    who.get("/organisation").await.expect(200)["id"].as_str().expect("an id").to_owned()
}

async fn acts(officer: &Client, org: &str) -> Vec<String> {
    let rows = all(officer, &format!("/officer/acts?organisation={org}")).await;
    rows.iter().map(|row| row["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[tokio::test]
async fn an_officer_files_a_members_papers_and_looks_at_them_in_a_step_of_its_own() {
    let app = TestApp::new().await;
    let (director, officer) = (app.cooperative("HTX Cam 1").await, app.officer().await);
    let org = org_of(&director).await;
    let path = format!("/officer/organisations/{org}/certificates");
    let body = json!({ "asked": asked(), "terms": certificate_terms() });
    let added = officer.post_once(&path, "ho-giay-1", body.clone()).await.expect(201);
    assert_eq!(officer.post_once(&path, "ho-giay-1", body.clone()).await.expect(201), added, "sent again after a lost answer");
    assert_eq!(added["status"], "submitted", "entering is not verifying");
    assert_eq!(officer.post(&path, body).await.problem(), "409 number_taken [terms.number: number_taken]");
    assert_eq!(director.get("/certificates").await.expect(200)["items"][0]["id"], added["id"]);
    let id = added["id"].as_str().unwrap();
    let scans = format!("/certificates/{id}/scans");
    let scan = officer.upload(&scans, &photo(90, 20, 20)).await.expect(201);
    // It was seen without its scan, so it is opened again first.
    let review = json!({ "decision": "verify", "reason": "Đúng bản gốc", "version": 1 });
    assert_eq!(officer.post(&format!("/officer/certificates/{id}/review"), review).await.problem(), "409 stale");
    officer.review_certificate(id, "verify", "Đúng bản gốc").await.expect(200);
    assert_eq!(officer.delete(&format!("{scans}/{}", scan["id"].as_str().unwrap()), json!({})).await.problem(), "409 scan_was_reviewed");

    let corrected = json!({ "asked": asked(), "version": 3, "terms": changed(certificate_terms(), json!({ "issuer": "Vùng 2" })) });
    let edit = format!("/officer/certificates/{id}");
    assert_eq!(director.put(&edit, corrected.clone()).await.problem(), "404 not_found");
    assert_eq!(officer.put(&edit, corrected.clone()).await.expect(200)["status"], "submitted", "a changed paper waits again");
    assert_eq!(officer.put(&edit, corrected).await.problem(), "409 stale");
    let document = format!("/officer/organisations/{org}/documents/registration/versions");
    let list = officer.upload(&document, &photo(10, 20, 20)).await.expect(201);
    assert_eq!(list["items"][0]["step"], "sent");
    assert_eq!(director.upload(&document, &photo(10, 20, 20)).await.problem(), "403 forbidden");

    assert_eq!(acts(&officer, &org).await, ["document_sent", "certificate_corrected", "scan_added", "certificate_added"]);
    assert_eq!(director.get("/officer/acts").await.problem(), "403 forbidden");
    let rows = all(&officer, &format!("/officer/acts?organisation={org}")).await;
    assert_eq!((&rows[3]["asker"], &rows[3]["about"], &rows[3]["by"]), (&json!("Bùi Văn Tư"), &json!("VG-TT-0001"), &json!("can-bo")));
    let notices = all(&director, "/notices").await;
    let told: Vec<_> = notices.iter().filter_map(|notice| notice["kind"].as_str()).filter(|kind| kind.starts_with("office_")).collect();
    assert_eq!(told, ["office_acted", "office_acted", "office_attached", "office_acted"]);
    let mails = app.mails().await;
    assert!(mails.iter().any(|mail| mail.kind == "office_acted" && mail.text.contains("gửi hộ một giấy tờ")), "{mails:?}");
    assert!(mails.iter().all(|mail| mail.kind != "office_attached"));
}

#[tokio::test]
async fn an_officer_registers_a_member_and_corrects_how_to_reach_it_and_nothing_else() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let profile = registration("cooperative", "HTX Cam 1", 0)["organisation"].clone();
    let body = json!({ "asked": asked(), "profile": profile });
    let org = officer.post_once("/officer/organisations", "dang-ky-ho-1", body.clone()).await.expect(201);
    assert_eq!(officer.post_once("/officer/organisations", "dang-ky-ho-1", body.clone()).await.expect(201), org);
    assert_eq!(org["status"], "submitted");
    assert_eq!(officer.post("/officer/organisations", body).await.problem(), "409 tax_code_taken [profile.tax_code: tax_code_taken]");
    let nowhere = changed(profile, json!({ "commune": "99999", "tax_code": null }));
    let refused = officer.post("/officer/organisations", json!({ "asked": asked(), "profile": nowhere })).await.problem();
    assert_eq!(refused, "422 invalid [profile.tax_code: tax_code_required, profile.commune: commune_unknown]");

    let id = org["id"].as_str().unwrap();
    let path = format!("/officer/organisations/{id}/contact");
    let contact = json!({ "asked": asked(), "version": 1, "phone": "0987654321", "address_line": "Xóm 5", "commune": "05092" });
    let moved = officer.put(&path, contact.clone()).await.expect(200);
    assert_eq!((&moved["profile"]["phone"], &moved["profile"]["commune"]), (&json!("+84987654321"), &json!("05092")));
    assert_eq!(officer.put(&path, contact.clone()).await.problem(), "409 stale");
    let named = changed(contact, json!({ "version": 2, "tax_code": "9900010053" }));
    assert_eq!(officer.put(&path, named).await.problem(), "422 invalid [tax_code: unknown_field]");
    assert_eq!(acts(&officer, id).await, ["contact_corrected", "organisation_entered"]);

    // A verified one stays verified, and its members hear of the number.
    let director = app.cooperative("HTX Cam 2").await;
    let own = director.get("/organisation").await.expect(200);
    let path = format!("/officer/organisations/{}/contact", own["id"].as_str().unwrap());
    let contact = json!({ "asked": asked(), "version": own["version"], "phone": "0987654322", "commune": "05089" });
    assert_eq!(director.put(&path, contact.clone()).await.problem(), "404 not_found");
    assert_eq!(officer.put(&path, contact).await.expect(200)["status"], "verified");
    let mail = app.last_mail("office_acted", "htx-cam-2@htx.example").await;
    assert!(mail.text.contains("sửa số điện thoại hoặc địa chỉ") && mail.text.contains("Bùi Văn Tư"), "{mail:?}");
}

#[tokio::test]
async fn what_was_entered_is_photographed_and_a_signed_slip_keeps_it_on_the_market() {
    let app = TestApp::new().await;
    let (director, officer) = (app.cooperative("HTX Cam 1").await, app.officer().await);
    let org = org_of(&director).await;
    let far = changed(offer_terms(), json!({ "window": { "from": "2027-01-04", "to": "2027-01-24" } }));
    let enter = json!({ "asked": asked(), "terms": far.clone() });
    let entry = officer.post(&format!("/officer/organisations/{org}/offers"), enter).await.expect(201);
    let offer = format!("/offers/{}", entry["post"].as_str().unwrap());
    officer.upload(&format!("{offer}/photos"), &photo(70, 30, 30)).await.expect(201);
    assert_eq!(director.get(&offer).await.expect(200)["photos"].as_array().map(Vec::len), Some(1));
    assert_eq!(entry["slip"], Value::Null);

    let id = entry["id"].as_str().unwrap();
    let slip = |day: &str, version: i64| format!("/officer/assisted/{id}/slip?reference=PK-12&signed_on={day}&version={version}");
    let page = photo(120, 40, 40);
    assert_eq!(director.upload(&slip("2026-11-20", 1), &page).await.problem(), "404 not_found");
    assert_eq!(officer.upload(&slip("2026-11-22", 1), &page).await.problem(), "422 invalid [signed_on: slip_signed_later]");
    assert_eq!(officer.upload(&slip("2026-10-01", 1), &page).await.problem(), "422 invalid [signed_on: slip_signed_long_before]");
    assert_eq!(officer.upload(&slip("2026-11-20", 9), &page).await.problem(), "409 stale", "of what the member did not see");
    let signed = officer.upload(&slip("2026-11-20", 1), &page).await.expect(201);
    assert_eq!((&signed["slip"]["reference"], &signed["slip"]["recorded_by"]), (&json!("PK-12"), &json!("can-bo")));
    assert_eq!(officer.upload(&slip("2026-11-20", 1), &page).await.expect(201), signed, "the same file again");
    assert_eq!(signed["status"], "waiting", "the organisation may still say yes or no");
    for reader in [&director, &officer] {
        assert_eq!(reader.get(&format!("/assisted/{id}/slip")).await.headers["content-type"], "image/jpeg");
    }
    assert_eq!(app.cooperative("HTX Cam 2").await.get(&format!("/assisted/{id}/slip")).await.problem(), "404 not_found");
    let mail = app.last_mail("assisted_signed", "htx-cam-1@htx.example").await;
    assert!(mail.text.contains("PK-12") && mail.text.contains("20/11/2026"), "{mail:?}");
    assert_eq!(acts(&officer, &org).await, ["slip_recorded", "photo_added"]);

    let later = async |days: i64| {
        app.advance(TimeDelta::days(days));
        app.run_jobs().await;
        web::jobs::tick(&app.app).await;
        app.officer().await
    };
    let officer = later(15).await;
    assert_eq!(officer.get(&offer).await.expect(200)["status"], "open", "somebody signed for it");
    // Another price was not signed for: the days to answer begin anew.
    let edit = json!({ "version": 1, "terms": changed(far, json!({ "ask": 26_000 })) });
    let edited = officer.put(&offer, edit).await.expect(200);
    assert_eq!((&edited["assisted"]["slip"], &edited["assisted"]["confirm_by"]), (&Value::Null, &json!("2026-12-20T01:00:00Z")));
    assert_eq!(officer.get(&format!("/assisted/{id}/slip")).await.problem(), "404 not_found");
    let officer = later(15).await;
    assert_eq!(officer.get(&offer).await.expect(200)["status"], "withdrawn");
    assert_eq!(officer.upload(&slip("2026-12-05", 2), &page).await.problem(), "409 assisted_settled");
}

#[tokio::test]
async fn what_somebody_signed_for_is_still_refused_by_the_organisation() {
    let app = TestApp::new().await;
    let (director, officer) = (app.cooperative("HTX Cam 1").await, app.officer().await);
    let enter = json!({ "asked": asked(), "terms": offer_terms() });
    let entry = officer.post(&format!("/officer/organisations/{}/offers", org_of(&director).await), enter).await.expect(201);
    let id = entry["id"].as_str().unwrap();
    officer.upload(&format!("/officer/assisted/{id}/slip?reference=1&signed_on=2026-11-21&version=1"), &photo(1, 9, 9)).await.expect(201);
    let refused =
        director.post(&format!("/assisted/{id}/refuse"), json!({ "reason": "Không phải chữ ký của chúng tôi" })).await.expect(200);
    assert_eq!((&refused["status"], &refused["slip"]["reference"]), (&json!("refused"), &json!("1")), "the paper stays beside the answer");
    let offer = director.get(&format!("/offers/{}", entry["post"].as_str().unwrap())).await.expect(200);
    assert_eq!(offer["status"], "withdrawn");
    assert_eq!(
        officer.upload(&format!("/offers/{}/photos", entry["post"].as_str().unwrap()), &photo(1, 9, 9)).await.problem(),
        "409 assisted_settled"
    );
}

#[tokio::test]
async fn an_officer_enters_one_demand_for_several_delivery_points() {
    let app = TestApp::new().await;
    let (buyer, officer) = (app.enterprise("Siêu thị 1").await, app.officer().await);
    let path = format!("/officer/organisations/{}/demands/points", org_of(&buyer).await);
    let point = |commune: &str| json!({ "delivery_commune": commune, "kg": "1500", "note": "Cửa hàng" });
    let demand = json!({ "terms": demand_terms(), "points": [point("00004"), point("00331")] });
    let body = json!({ "asked": asked(), "demand": demand });
    let posted = officer.post_once(&path, "nhieu-diem-1", body.clone()).await.expect(201);
    assert_eq!(officer.post_once(&path, "nhieu-diem-1", body).await.expect(201), posted);
    assert_eq!(posted["demands"].as_array().map(Vec::len), Some(2));
    let log = all(&officer, "/officer/assisted?status=waiting").await;
    assert_eq!(log.len(), 2, "the buyer answers for each");
    let nowhere = json!({ "asked": asked(), "demand": { "terms": demand_terms(), "points": [point("99999")] } });
    assert_eq!(officer.post(&path, nowhere).await.problem(), "422 invalid [demand.points.0.delivery_commune: commune_unknown]");
}
