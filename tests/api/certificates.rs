//! Papers: entered by the holder, verified by the programme office, valid for some varieties and some days.
use serde_json::json;
use support::TestApp;
use support::posts::{certificate_terms, changed};

#[tokio::test]
async fn a_certificate_is_entered_verified_and_suspended_and_the_holder_hears_of_it() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let terms = changed(
        certificate_terms(),
        json!({ "kind": "ocop", "varieties": ["cam-canh", "cam-sanh"], "stars": 4, "area_m2": 41_000, "expected": "81000.5" }),
    );
    let entered = manager.post("/certificates", terms.clone()).await.expect(201);
    assert_eq!(entered["terms"], terms);
    assert_eq!((&entered["status"], &entered["expired"], &entered["status_reason"]), (&json!("submitted"), &json!(false), &json!(null)));

    let officer = app.officer().await;
    let queue = officer.get("/officer/certificates?status=submitted").await.expect(200);
    assert_eq!(queue["items"][0]["organisation_name"], "HTX Cam 1");
    assert_eq!(queue["items"][0]["certificate"], entered);
    let id = entered["id"].as_str().unwrap();
    let review = async |decision: &str| {
        officer.post(&format!("/officer/certificates/{id}/review"), json!({ "decision": decision, "reason": "Đã gọi nơi cấp" })).await
    };
    let verified = review("verify").await.expect(200);
    assert_eq!((&verified["status"], &verified["status_reason"]), (&json!("verified"), &json!("Đã gọi nơi cấp")));
    assert_eq!(review("verify").await.problem(), "409 certificate_not_waiting");
    assert_eq!(review("suspend").await.expect(200)["status"], "suspended");
    assert_eq!(review("suspend").await.problem(), "409 certificate_not_active");
    assert_eq!(officer.get("/officer/certificates?status=submitted").await.expect(200), json!({ "items": [], "next": null }));

    let kinds: Vec<_> =
        manager.get("/notices").await.expect(200)["items"].as_array().unwrap().iter().map(|row| row["kind"].clone()).collect();
    assert_eq!(kinds[..2], ["certificate_suspended", "certificate_verified"]);
    for kind in ["certificate_verified", "certificate_suspended"] {
        let mail = app.last_mail(kind, "htx-cam-1@htx.example").await;
        assert!(mail.subject.contains("VG-TT-0001") && mail.text.contains("Đã gọi nơi cấp"), "{mail:?}");
    }
    let path = format!("/certificates/{id}");
    assert_eq!(manager.get(&path).await.expect(200)["version"], 3);
    let edited = manager.put(&path, json!({ "version": 3, "terms": terms })).await.expect(200);
    assert_eq!((&edited["status"], &edited["version"]), (&json!("submitted"), &json!(4)), "a changed paper waits again");
    assert_eq!(manager.get("/certificates").await.expect(200), json!({ "items": [edited], "next": null }));
}
