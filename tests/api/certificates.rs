//! Papers: entered by the holder, verified by the programme office, valid for some varieties and some days.
use crate::scans::photo;
use chrono::TimeDelta;
use serde_json::json;
use support::TestApp;
use support::posts::{certificate_terms, changed};

/// A report on one sample of 5 January: two lines, the second as it came out.
fn lab(passed: bool) -> serde_json::Value {
    json!({ "sampled_on": "2026-01-03", "lot": "Lô 12", "analytes": [
        { "name": "Carbendazim", "found": "KPH", "limit": "0,1 mg/kg", "passed": true },
        { "name": "Cadimi", "found": "0,07 mg/kg", "limit": "0,05 mg/kg", "passed": passed },
    ] })
}

#[tokio::test]
async fn a_certificate_is_entered_verified_and_suspended_and_the_holder_hears_of_it() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let terms = changed(
        certificate_terms(),
        json!({ "kind": "ocop", "varieties": ["cam-canh", "cam-sanh"], "stars": 4, "criteria": "qd_148_2023", "area_m2": 41_000, "expected": "81000.5" }),
    );
    let entered = manager.post("/certificates", terms.clone()).await.expect(201);
    let mut stored = terms.clone();
    (stored["old_commune"], stored["lab"]) = (json!(null), json!(null));
    assert_eq!(entered["terms"], stored);
    assert_eq!((&entered["status"], &entered["expired"], &entered["status_reason"]), (&json!("submitted"), &json!(false), &json!(null)));

    let officer = app.officer().await;
    let queue = officer.get("/officer/certificates?status=submitted").await.expect(200);
    assert_eq!(queue["items"][0]["organisation_name"], "HTX Cam 1");
    assert_eq!(queue["items"][0]["certificate"], entered);
    let id = entered["id"].as_str().unwrap();
    let review = async |decision: &str| officer.review_certificate(id, decision, "Đã gọi nơi cấp").await;
    let verified = review("verify").await.expect(200);
    assert_eq!((&verified["status"], &verified["status_reason"]), (&json!("verified"), &json!("Đã gọi nơi cấp")));
    assert_eq!(review("verify").await.problem(), "409 certificate_not_waiting");
    assert_eq!(review("suspend").await.expect(200)["status"], "suspended");
    assert_eq!(review("suspend").await.problem(), "409 certificate_not_active");
    assert_eq!(officer.get("/officer/certificates?status=submitted").await.expect(200), json!({ "items": [], "next": null }));
    assert_eq!(officer.get("/officer/certificates?status=cho").await.problem(), "422 invalid [status: unknown_choice]");

    let kinds: Vec<_> =
        manager.get("/notices").await.expect(200)["items"].as_array().unwrap().iter().map(|row| row["kind"].clone()).collect();
    assert_eq!(kinds[..2], ["certificate_suspended", "certificate_verified"]);
    let mail = app.last_mail("certificate_suspended", "htx-cam-1@htx.example").await;
    assert!(mail.subject.contains("VG-TT-0001") && mail.text.contains("Đã gọi nơi cấp"), "{mail:?}");
    assert!(app.mails().await.iter().all(|mail| mail.kind != "certificate_verified"), "good news waits in the app");
    let path = format!("/certificates/{id}");
    assert_eq!(manager.get(&path).await.expect(200)["version"], 3);
    let edited = manager.put(&path, json!({ "version": 3, "terms": terms })).await.expect(200);
    assert_eq!((&edited["status"], &edited["version"]), (&json!("submitted"), &json!(4)), "a changed paper waits again");
    assert_eq!(manager.get("/certificates").await.expect(200), json!({ "items": [edited], "next": null }));

    let history = format!("{path}/history");
    let steps = officer.get(&history).await.expect(200);
    assert_eq!(manager.get(&history).await.expect(200), steps);
    let steps: Vec<_> = steps.as_array().unwrap().iter().map(|step| (step["status"].as_str(), step["reason"].as_str())).collect();
    let why = Some("Đã gọi nơi cấp");
    assert_eq!(steps, [(Some("submitted"), None), (Some("suspended"), why), (Some("verified"), why), (Some("submitted"), None)]);
    assert_eq!(app.cooperative("HTX Cam 2").await.get(&history).await.problem(), "404 not_found");
}

#[tokio::test]
async fn every_fault_of_a_certificate_is_named() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let cases = [
        (json!({ "kind": "iso" }), "kind: certificate_kind_unknown"),
        (json!({ "number": " " }), "number: text_empty"),
        (json!({ "issuer": "x".repeat(40_000) }), "issuer: text_too_long"),
        (json!({ "varieties": ["cam-canh", "cam-mat-troi"] }), "varieties.1: variety_unknown"),
        (json!({ "kind": "gi", "old_commune": "05101" }), "varieties: variety_required"),
        (json!({ "kind": "gi", "varieties": ["cam-sanh"], "old_commune": "05101" }), "varieties.0: variety_outside_indication"),
        (json!({ "kind": "gi", "varieties": ["cam-canh"] }), "old_commune: old_commune_required"),
        (json!({ "kind": "gi", "varieties": ["cam-canh"], "old_commune": "05119" }), "old_commune: old_commune_outside_indication"),
        (json!({ "old_commune": "05101" }), "old_commune: old_commune_only_for_gi"),
        (json!({ "kind": "growing_area_code" }), "number: growing_area_code_malformed"),
        (json!({ "kind": "growing_area_code", "number": "VN-HBPH-0001" }), "number: growing_area_code_malformed"),
        (json!({ "issued_on": "2026-11-22" }), "issued_on: issued_in_the_future"),
        (json!({ "valid_to": "2026-01-04" }), "valid_to: validity_reversed"),
        (json!({ "valid_to": "2046-01-04" }), "valid_to: validity_too_long"),
        (json!({ "kind": "ocop", "varieties": ["cam-canh"], "criteria": "qd_148_2023" }), "stars: stars_required"),
        (json!({ "kind": "ocop", "varieties": ["cam-canh"], "stars": 6, "criteria": "qd_148_2023" }), "stars: stars_out_of_range"),
        (json!({ "kind": "ocop", "varieties": ["cam-canh"], "stars": 4 }), "criteria: criteria_required"),
        (json!({ "kind": "ocop", "varieties": ["cam-canh"], "stars": 4, "criteria": "qd_1_2001" }), "criteria: criteria_unknown"),
        (json!({ "criteria": "qd_148_2023" }), "criteria: criteria_only_for_ocop"),
        (json!({ "kind": "lab_result", "varieties": ["cam-canh"] }), "lab: lab_required"),
        (json!({ "lab": lab(true) }), "lab: lab_only_for_lab_result"),
        (json!({ "stars": 4 }), "stars: stars_only_for_ocop"),
        (json!({ "area_m2": 0 }), "area_m2: area_out_of_range"),
        (json!({ "expected": "0" }), "expected: kg_out_of_range"),
        (json!({ "surprise": 1 }), "surprise: unknown_field"),
    ];
    for (changes, fault) in cases {
        assert_eq!(manager.try_certificate(changes.clone()).await.problem(), format!("422 invalid [{fault}]"), "{changes}");
    }
}

#[tokio::test]
async fn a_paper_is_entered_once_and_seen_by_its_holder_and_the_office() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let entered = manager.post_once("/certificates", "dien-thoai-1", certificate_terms()).await.expect(201);
    assert_eq!(manager.post_once("/certificates", "dien-thoai-1", certificate_terms()).await.expect(201), entered);
    assert_eq!(manager.try_certificate(json!({})).await.problem(), "409 number_taken [number: number_taken]");
    let second = manager.add_certificate(json!({ "number": "VG-TT-0002" })).await;
    let path = |view: &serde_json::Value| format!("/certificates/{}", view["id"].as_str().unwrap());
    let same = json!({ "version": 1, "terms": certificate_terms() });
    assert_eq!(manager.put(&path(&second), same.clone()).await.problem(), "409 number_taken [terms.number: number_taken]");
    let stale = json!({ "version": 2, "terms": certificate_terms() });
    assert_eq!(manager.put(&path(&entered), stale).await.problem(), "409 stale");

    let neighbour = app.cooperative("HTX Cam 2").await;
    neighbour.add_certificate(json!({})).await;
    assert_eq!(neighbour.get(&path(&entered)).await.problem(), "404 not_found");
    assert_eq!(neighbour.put(&path(&entered), same).await.problem(), "404 not_found");
    let review = json!({ "decision": "verify", "reason": "Của tôi", "version": 1 });
    assert_eq!(neighbour.post(&format!("/officer{}/review", path(&entered)), review).await.problem(), "404 not_found");
    assert_eq!(neighbour.get("/officer/certificates").await.problem(), "403 forbidden");
    assert_eq!(app.enterprise("Siêu thị 1").await.try_certificate(json!({})).await.problem(), "403 forbidden");

    let officer = app.officer().await;
    let first = officer.get("/officer/certificates?limit=2").await.expect(200);
    let after = first["next"].as_str().unwrap();
    let rest = officer.get(&format!("/officer/certificates?limit=2&after={after}")).await.expect(200);
    let owners: Vec<_> =
        [&first, &rest].iter().flat_map(|page| page["items"].as_array().unwrap()).map(|row| row["organisation_name"].clone()).collect();
    assert_eq!(owners, ["HTX Cam 1", "HTX Cam 1", "HTX Cam 2"]);
    assert_eq!(officer.get(&path(&entered)).await.expect(200), entered);
}

#[tokio::test]
async fn a_paper_that_ran_out_says_so() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    assert_eq!(manager.add_certificate(json!({ "valid_to": "2026-11-21" })).await["expired"], false);
    assert_eq!(manager.add_certificate(json!({ "number": "cũ", "valid_to": "2026-11-20" })).await["expired"], true);
}

#[tokio::test]
async fn the_holder_hears_of_the_end_at_sixty_thirty_and_seven_days_once_each() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let officer = app.officer().await;
    let verify = async |view: serde_json::Value| {
        officer.review_certificate(view["id"].as_str().unwrap(), "verify", "Đúng bản gốc").await.expect(200);
    };
    verify(manager.add_certificate(json!({ "valid_to": "2027-01-20" })).await).await;
    verify(manager.add_certificate(json!({ "number": "A-1", "kind": "attp", "valid_to": "2027-01-20" })).await).await;
    // It was renewed in time: nobody has to hear of the old one.
    manager.add_certificate(json!({ "number": "A-2", "kind": "attp", "valid_to": "2029-01-20" })).await;
    manager.add_certificate(json!({ "number": "chờ", "kind": "haccp", "valid_to": "2027-01-20" })).await;

    let mut told = Vec::new();
    for _ in 0..70 {
        let before = app.mails().await.len();
        // Twice a day, as two processes would.
        web::jobs::tick(&app.app).await;
        web::jobs::tick(&app.app).await;
        let mails = app.mails().await;
        for mail in mails[before..].iter().filter(|mail| mail.kind == "certificate_expiring") {
            assert!(mail.subject.contains("VG-TT-0001") && mail.text.contains("20/01/2027"), "{mail:?}");
            told.push(app.app.env.today().date().to_string());
        }
        app.advance(TimeDelta::days(1));
    }
    assert_eq!(told, ["2026-11-21", "2026-12-21", "2027-01-13"]);

    app.app.env.set("2027-01-15T01:00:00Z".parse().unwrap());
    let manager = app.signed_in("htx-cam-1@htx.example").await;
    let tasks = manager.get("/tasks").await.expect(200);
    let renew: Vec<_> = tasks["items"].as_array().unwrap().iter().filter(|task| task["kind"] == "renew_certificate").collect();
    assert_eq!(renew.len(), 1, "{tasks}");
    assert_eq!(
        (&renew[0]["goods_vi"], &renew[0]["path"], &renew[0]["days_late"]),
        (&json!("VietGAP VG-TT-0001"), &json!("/to-chuc"), &json!(null))
    );
}

/// What a round matches of nine tonnes over three weeks that ask for a paper, when the paper ends on a day, seen from another day.
async fn matched(paper: &serde_json::Value, valid_to: &str, now: &str, suspended: bool) -> serde_json::Value {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let kind = paper["kind"].clone();
    let paper = manager.add_certificate(changed(json!({ "valid_to": valid_to }), paper.clone())).await;
    let officer = app.officer().await;
    for decision in ["verify", "suspend"].iter().take(if suspended { 2 } else { 1 }) {
        officer.review_certificate(paper["id"].as_str().unwrap(), decision, "Đúng bản gốc").await.expect(200);
    }
    manager.post_offer(json!({})).await;
    app.enterprise("Siêu thị 1").await.post_demand(json!({ "certificates": [kind] })).await;
    app.app.env.set(now.parse().unwrap());
    app.officer().await.post("/rounds", json!({})).await.expect(201)["kg_matched"].clone()
}

#[tokio::test]
async fn a_paper_that_ends_or_is_suspended_takes_its_weeks_out_of_the_round() {
    let start = "2026-11-21T02:00:00Z";
    let canh = |more| changed(json!({ "varieties": ["cam-canh"] }), more);
    let papers = [
        json!({ "kind": "vietgap" }),
        canh(json!({ "kind": "ocop", "stars": 4, "criteria": "qd_148_2023" })),
        canh(json!({ "kind": "gi", "old_commune": "05101" })),
        canh(json!({ "kind": "growing_area_code", "number": "VN-HBOR-0001" })),
        canh(json!({ "kind": "lab_result", "lab": lab(true) })),
    ];
    for paper in &papers {
        assert_eq!(matched(paper, "2026-12-31", start, false).await, json!("9000"), "{paper}");
        assert_eq!(matched(paper, "2026-12-13", start, false).await, json!("6000"), "the third week has no paper: {paper}");
        assert_eq!(matched(paper, "2026-12-13", "2026-12-14T02:00:00Z", false).await, json!("0"), "it ran out yesterday: {paper}");
        assert_eq!(matched(paper, "2026-12-31", start, true).await, json!("0"), "suspended: {paper}");
    }
}

#[tokio::test]
async fn a_failed_test_is_verified_and_opens_no_door() {
    let failed = json!({ "kind": "lab_result", "varieties": ["cam-canh"], "lab": lab(false) });
    assert_eq!(matched(&failed, "2026-12-31", "2026-11-21T02:00:00Z", false).await, json!("0"));
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let paper = manager.add_certificate(changed(failed, json!({ "valid_to": "2026-12-31" }))).await;
    assert_eq!(paper["passed"], false);
    assert_eq!(manager.post_offer(json!({})).await["certificates"], json!([]));
}

#[tokio::test]
async fn a_paper_of_the_indication_says_where_its_plot_lies_today() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let paper = manager.add_certificate(json!({ "kind": "gi", "varieties": ["cam-canh"], "old_commune": "05110" })).await;
    assert_eq!(paper["terms"]["old_commune"], "05110");
    assert_eq!(
        paper["plot"],
        json!({ "commune_code": "05116", "commune": "Xã Mường Thàng", "province": "Phú Thọ", "old_district": "Huyện Cao Phong" })
    );
}

#[tokio::test]
async fn what_the_office_did_not_see_is_not_verified() {
    let app = TestApp::new().await;
    let (manager, officer) = (app.cooperative("HTX Cam 1").await, app.officer().await);
    let id = manager.add_certificate(json!({})).await["id"].as_str().unwrap().to_owned();
    let (path, scans) = (format!("/certificates/{id}"), format!("/certificates/{id}/scans"));
    let opened = async || officer.get(&path).await.expect(200)["version"].as_i64().unwrap();
    let decide = async |decision: &str, version: i64| {
        let body = json!({ "decision": decision, "reason": "Đúng bản chụp", "version": version });
        officer.post(&format!("/officer{path}/review"), body).await
    };
    let unnamed = json!({ "decision": "verify", "reason": "Đúng bản chụp" });
    assert_eq!(officer.post(&format!("/officer{path}/review"), unnamed).await.problem(), "422 invalid [version: required]");

    // While the officer reads, the holder adds a scan, swaps it, corrects the number.
    let seen = opened().await;
    let first = manager.upload(&scans, &photo(10, 20, 20)).await.expect(201);
    assert_eq!(decide("verify", seen).await.problem(), "409 stale");
    assert_eq!(decide("refuse", seen).await.problem(), "409 stale", "it may be mended already");
    let seen = opened().await;
    assert_eq!(manager.upload(&scans, &photo(10, 20, 20)).await.status, 201);
    assert_eq!(opened().await, seen, "the same file sent again changes nothing");
    manager.delete(&format!("{scans}/{}", first["id"].as_str().unwrap()), json!({})).await;
    manager.upload(&scans, &photo(200, 20, 20)).await.expect(201);
    assert_eq!(decide("verify", seen).await.problem(), "409 stale");
    let seen = opened().await;
    let corrected = json!({ "version": seen, "terms": changed(certificate_terms(), json!({ "number": "VG-TT-0009" })) });
    manager.put(&path, corrected).await.expect(200);
    assert_eq!(decide("verify", seen).await.problem(), "409 stale");
    assert_eq!(manager.get(&path).await.expect(200)["status"], "submitted");

    assert_eq!(decide("verify", opened().await).await.expect(200)["terms"]["number"], "VG-TT-0009");
    // A page that was forgotten follows, and a suspension does not wait for anybody to read it.
    let seen = opened().await;
    manager.upload(&scans, &photo(30, 20, 20)).await.expect(201);
    assert_eq!(decide("suspend", seen).await.expect(200)["status"], "suspended");
    assert_eq!(decide("verify", seen).await.problem(), "409 stale", "nor is it taken back unseen");
    assert_eq!(decide("verify", opened().await).await.expect(200)["status"], "verified");
    let steps = officer.get(&format!("{path}/history")).await.expect(200);
    let steps: Vec<_> = steps.as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect();
    assert_eq!(steps, ["verified", "suspended", "verified", "submitted", "submitted"], "scans are no decisions");
}
