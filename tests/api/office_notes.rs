//! What the office writes down about an organisation, and who never reads it.
use serde_json::json;
use support::TestApp;
use support::people::{PASSWORD, all};

const WORDS: &str = "Gọi hai lần không ai nghe máy, hẹn ghé xưởng";

#[tokio::test]
async fn the_office_keeps_notes_that_the_organisation_never_sees() {
    let app = TestApp::new().await;
    let (director, other, officer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Công ty 1").await, app.officer().await);
    let org = director.get("/organisation").await.expect(200)["id"].as_str().expect("an id").to_owned();
    let before = (all(&director, "/notices").await.len(), app.mails().await.len());
    let path = format!("/officer/organisations/{org}/notes");
    let body = json!({ "words": WORDS });
    let note = officer.post_once(&path, "ghi-chu-1", body.clone()).await.expect(201);
    assert_eq!(officer.post_once(&path, "ghi-chu-1", body.clone()).await.expect(201), note, "sent again after a lost answer");
    let reused = officer.post_once(&path, "ghi-chu-1", json!({ "words": "Khác" })).await.problem();
    assert_eq!(reused, "409 idempotency_key_reused");
    assert_eq!((&note["words"], &note["by"]), (&json!(WORDS), &json!("can-bo")));
    officer.post(&path, json!({ "words": "Đã ghé xưởng" })).await.expect(201);
    let words = || async { all(&officer, &path).await.iter().map(|note| note["words"].clone()).collect::<Vec<_>>() };
    assert_eq!(words().await, [json!("Đã ghé xưởng"), json!(WORDS)], "newest first");

    assert_eq!(officer.post(&path, json!({ "words": " \n " })).await.problem(), "422 invalid [words: text_empty]");
    assert_eq!(officer.post(&path, json!({ "words": "x".repeat(2_001) })).await.problem(), "422 invalid [words: text_too_long]");
    officer.post(&path, json!({ "words": "ă".repeat(2_000) })).await.expect(201);
    let nobody = "/officer/organisations/01900000-0000-7000-8000-000000000000/notes";
    assert_eq!(officer.post(nobody, body.clone()).await.problem(), "404 not_found");

    for stranger in [&director, &other, &app.operator().await] {
        assert_eq!(stranger.get(&path).await.problem(), "404 not_found");
        assert_eq!(stranger.post(&path, body.clone()).await.problem(), "404 not_found");
    }
    for own in ["/organisation", "/organisation/history", "/organisation/appeals", "/organisation/documents", "/notices", "/members"] {
        let shown = director.get(own).await.expect(200).to_string();
        assert!(!shown.contains("không ai nghe máy"), "{own}: {shown}");
    }
    let export = director.post("/account/export", json!({ "password": PASSWORD })).await.expect(200).to_string();
    assert!(!export.contains("không ai nghe máy"), "{export}");
    assert_eq!((all(&director, "/notices").await.len(), app.mails().await.len()), before, "nobody is told");
    let own = officer.post("/account/export", json!({ "password": PASSWORD })).await.expect(200).to_string();
    assert!(own.contains("office_note"), "who wrote it finds that in the own copy: {own}");
}
