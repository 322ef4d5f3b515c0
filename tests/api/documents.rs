//! The papers the office asks of each kind of organisation: sent, sent back, accepted, done without.
use serde_json::{Value, json};
use support::people::{PASSWORD, registration};
use support::{Client, Reply, TestApp};

async fn registered(app: &TestApp, kind: &str, name: &str, at: usize) -> (Client, String) {
    let client = app.visitor();
    let session = client.post("/auth/register", registration(kind, name, at)).await.expect(201);
    (client, session["organisation"]["id"].as_str().expect("an id").to_owned())
}

async fn send(who: &Client, item: &str, words: &str) -> Reply {
    who.upload(&format!("/organisation/documents/{item}"), format!("%PDF-1.7 {words}").as_bytes()).await
}

async fn decide(officer: &Client, org: &str, item: &str, step: &str, seen: u32) -> Reply {
    let reason = (step != "accepted").then_some("Ảnh mờ, không đọc được số");
    officer.post(&format!("/officer/organisations/{org}/documents/{item}"), json!({ "step": step, "reason": reason, "seen": seen })).await
}

async fn verify(officer: &Client, org: &str) -> Reply {
    officer.post(&format!("/officer/organisations/{org}/review"), json!({ "decision": "verify", "reason": "Đủ giấy tờ" })).await
}

fn item<'a>(list: &'a Value, name: &str) -> &'a Value {
    list["items"].as_array().expect("items").iter().find(|one| one["item"] == name).unwrap_or_else(|| panic!("{name} in {list}"))
}

fn asked(list: &Value) -> Vec<(&str, bool)> {
    list["items"].as_array().expect("items").iter().map(|one| (one["item"].as_str().unwrap(), one["required"] == true)).collect()
}

async fn tasks(who: &Client) -> Vec<Value> {
    let list = who.get("/tasks").await.expect(200);
    list["items"].as_array().expect("tasks").iter().filter(|task| task["kind"] == "send_documents").cloned().collect()
}

#[tokio::test]
async fn each_kind_of_organisation_is_asked_for_its_own_papers() {
    let app = TestApp::new().await;
    for (kind, at, papers) in [
        ("cooperative", 1, vec![("registration", true), ("election", true), ("authorisation", false)]),
        ("production_group", 2, vec![("cooperation_contract", true), ("authorisation", false)]),
        ("farm", 3, vec![("farm_confirmation", true), ("authorisation", false)]),
        ("enterprise", 4, vec![("registration", true), ("authorisation", false)]),
    ] {
        let (director, _) = registered(&app, kind, &format!("Tổ chức {at}"), at).await;
        let list = director.get("/organisation/documents").await.expect(200);
        assert_eq!((asked(&list), &list["complete"]), (papers, &json!(false)), "{kind}");
        assert_eq!(tasks(&director).await.len(), 1, "{kind}: what is lacking is a task");
    }
}

#[tokio::test]
async fn a_paper_is_sent_back_with_a_reason_until_it_is_good_and_all_of_it_stays() {
    let app = TestApp::new().await;
    let (director, org) = registered(&app, "farm", "Trang trại 3", 3).await;
    let officer = app.officer().await;
    let first = send(&director, "farm_confirmation", "mo").await.expect(201);
    assert_eq!(item(&first, "farm_confirmation")["step"], "sent");
    assert_eq!(send(&director, "farm_confirmation", "mo").await.expect(201), first, "sent again after a lost answer");
    assert!(tasks(&director).await.is_empty(), "now the office is to look");
    assert_eq!(officer.get("/notices").await.expect(200)["items"][0]["kind"], "document_sent");
    assert_eq!(verify(&officer, &org).await.problem(), "409 documents_waiting");

    let back = decide(&officer, &org, "farm_confirmation", "revise", 1).await.expect(200);
    assert_eq!((&item(&back, "farm_confirmation")["lacking"], &back["complete"]), (&json!(true), &json!(false)));
    assert_eq!(decide(&officer, &org, "farm_confirmation", "accepted", 1).await.problem(), "409 stale");
    let mail = app.last_mail("document_to_revise", "trang-trai-3@htx.example").await;
    assert!(mail.text.contains("Ảnh mờ, không đọc được số") && mail.text.contains("giấy của trang trại"), "{}", mail.text);
    assert_eq!(tasks(&director).await[0]["path"], "/to-chuc#giay-to");

    let again = send(&director, "farm_confirmation", "ro").await.expect(201);
    let done = decide(&officer, &org, "farm_confirmation", "accepted", 3).await.expect(200);
    assert_eq!(done["complete"], true);
    verify(&officer, &org).await.expect(200);
    // Both read every version with what was said of it.
    let steps = |list: &Value| {
        let events = item(list, "farm_confirmation")["events"].as_array().expect("events").clone();
        events.iter().rev().map(|event| event["step"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let own = director.get("/organisation/documents").await.expect(200);
    let file = officer.get(&format!("/officer/organisations/{org}")).await.expect(200)["documents"].clone();
    for list in [&own, &file] {
        assert_eq!(steps(list), ["sent", "revise", "sent", "accepted"]);
        assert_eq!(item(list, "farm_confirmation")["events"][2]["reason"], "Ảnh mờ, không đọc được số");
    }
    let versions: Vec<_> =
        [&first, &again].iter().map(|list| item(list, "farm_confirmation")["events"][0]["document"]["id"].clone()).collect();
    assert_ne!(versions[0], versions[1]);
    let old = format!("/documents/{}", versions[0].as_str().unwrap());
    for reader in [&director, &officer] {
        let shown = reader.get(&old).await;
        assert_eq!((shown.status.as_u16(), shown.bytes.as_ref()), (200, b"%PDF-1.7 mo".as_slice()));
        assert!(shown.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    }
    let neighbour = app.cooperative("HTX Cam 1").await;
    assert_eq!(neighbour.get(&old).await.problem(), "404 not_found");
    assert_eq!(
        neighbour
            .post(
                &format!("/officer/organisations/{org}/documents/farm_confirmation"),
                json!({ "step": "waived", "reason": "Thôi", "seen": 4 })
            )
            .await
            .problem(),
        "404 not_found"
    );
}

#[tokio::test]
async fn what_is_lacking_at_verification_is_waived_with_the_reason_and_stays_on_record() {
    let app = TestApp::new().await;
    let (director, org) = registered(&app, "cooperative", "HTX Cam 1", 1).await;
    let officer = app.officer().await;
    verify(&officer, &org).await.expect(200);
    let list = director.get("/organisation/documents").await.expect(200);
    assert_eq!(list["complete"], true);
    for name in ["registration", "election"] {
        let one = item(&list, name);
        assert_eq!((&one["step"], &one["reason"]), (&json!("waived"), &json!("Đủ giấy tờ")), "{name}");
    }
    assert!(tasks(&director).await.is_empty());
    // Later the office wants to see one after all: the standing stays, the director has something to do.
    decide(&officer, &org, "election", "revise", 1).await.expect(200);
    assert_eq!(director.get("/organisation").await.expect(200)["status"], "verified");
    assert_eq!(tasks(&director).await.len(), 1);
    send(&director, "election", "bien ban").await.expect(201);
    decide(&officer, &org, "election", "refused", 3).await.expect(200);
    assert_eq!(director.get("/notices").await.expect(200)["items"][0]["kind"], "document_refused");
}

#[tokio::test]
async fn only_directors_send_and_only_what_is_asked_for() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let org = director.get("/organisation").await.expect(200)["id"].as_str().unwrap().to_owned();
    let officer = app.officer().await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    assert_eq!(send(&clerk, "registration", "x").await.problem(), "403 forbidden");
    clerk.get("/organisation/documents").await.expect(200);
    assert_eq!(send(&director, "farm_confirmation", "x").await.problem(), "409 document_not_asked");
    assert_eq!(send(&director, "so-do", "x").await.problem(), "404 not_found");
    assert_eq!(director.upload("/organisation/documents/registration", b"MZ").await.problem(), "422 invalid [scan: scan_format_unknown]");
    assert_eq!(decide(&officer, &org, "authorisation", "accepted", 0).await.problem(), "409 document_not_waiting");
    let silent = json!({ "step": "revise", "seen": 0 });
    let silent = officer.post(&format!("/officer/organisations/{org}/documents/authorisation"), silent).await;
    assert_eq!(silent.problem(), "422 invalid [reason: reason_missing]");
    // An authorisation is asked for where it is needed.
    let asked = decide(&officer, &org, "authorisation", "revise", 0).await.expect(200);
    assert_eq!(item(&asked, "authorisation")["lacking"], true);
    let data = director.post("/account/export", json!({ "password": PASSWORD })).await.expect(200);
    assert!(data["actions"].as_array().unwrap().iter().all(|action| action["record"] != "document"), "nothing was sent yet");
    send(&director, "authorisation", "uy quyen").await.expect(201);
    let data = director.post("/account/export", json!({ "password": PASSWORD })).await.expect(200);
    assert!(
        data["actions"].as_array().unwrap().iter().any(|action| action["record"] == "document"),
        "who sent a paper finds it in the copy"
    );
}

#[tokio::test]
async fn photographed_pages_become_one_document_in_order() {
    let app = TestApp::new().await;
    let (director, _) = registered(&app, "farm", "Trang trại 3", 3).await;
    let (first, second) = (crate::scans::photo(90, 80, 120), crate::scans::photo(90, 120, 80));
    let path = |sizes: &str| format!("/organisation/documents/farm_confirmation?pages={sizes}");
    let both = [first.as_slice(), &second].concat();
    let sizes = format!("{},{}", first.len(), second.len());
    let list = director.upload(&path(&sizes), &both).await.expect(201);
    let document = item(&list, "farm_confirmation")["events"][0]["document"].clone();
    assert_eq!(document["media"], "pdf");
    assert_eq!(director.upload(&path(&sizes), &both).await.expect(201), list, "sent again after a lost answer");
    let shown = director.get(&format!("/documents/{}", document["id"].as_str().unwrap())).await;
    let text = String::from_utf8_lossy(&shown.bytes);
    assert!(text.starts_with("%PDF-") && text.contains("/Count 2"));
    assert!(text.find("/Width 80") < text.find("/Width 120"), "in the order of the request");

    for (sizes, body, problem) in [
        (format!("{},{}", first.len(), second.len() + 1), both.clone(), "pages: pages_do_not_fit"),
        ("1,x".to_owned(), both.clone(), "pages: pages_malformed"),
        (String::new(), both.clone(), "pages: pages_malformed"),
        ("0,1".to_owned(), b"x".to_vec(), "pages: pages_malformed"),
        (vec!["1"; 13].join(","), vec![1; 13], "pages: too_many_pages"),
        (format!("{},8", first.len()), [first.as_slice(), b"%PDF-1.7"].concat(), "scan: scan_page_not_picture"),
        (format!("{},2", first.len()), [first.as_slice(), b"MZ"].concat(), "scan: scan_format_unknown"),
    ] {
        assert_eq!(director.upload(&path(&sizes), &body).await.problem(), format!("422 invalid [{problem}]"), "{sizes}");
    }
    let supplier = app.cooperative("HTX Cam 1").await;
    let paper = supplier.add_certificate(json!({})).await["id"].as_str().unwrap().to_owned();
    let scan = supplier.upload(&format!("/certificates/{paper}/scans?pages={sizes}"), &both).await.expect(201);
    assert_eq!(scan["media"], "pdf");
}

#[tokio::test]
async fn a_wrong_file_is_taken_back_with_a_trace_until_the_office_decided() {
    let app = TestApp::new().await;
    let (director, org) = registered(&app, "farm", "Trang trại 3", 3).await;
    let officer = app.officer().await;
    let path = "/organisation/documents/farm_confirmation/take-back";
    assert_eq!(director.post(path, json!({ "seen": 0 })).await.problem(), "409 document_not_waiting");
    let wrong = send(&director, "farm_confirmation", "nham").await.expect(201);
    let file = format!("/documents/{}", item(&wrong, "farm_confirmation")["events"][0]["document"]["id"].as_str().unwrap());
    assert_eq!(director.post(path, json!({ "seen": 7 })).await.problem(), "409 stale");
    let back = director.post(path, json!({ "seen": 1 })).await.expect(200);
    let row = item(&back, "farm_confirmation");
    assert_eq!((&row["lacking"], &row["step"], &row["seen"]), (&json!(true), &Value::Null, &json!(2)));
    let steps: Vec<_> = row["events"].as_array().unwrap().iter().map(|event| event["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["withdrawn", "sent"], "that it was sent and taken back stays");
    assert!(row["events"].as_array().unwrap().iter().all(|event| event["document"].is_null()));
    for reader in [&director, &officer] {
        assert_eq!(reader.get(&file).await.problem(), "404 not_found", "its bytes are gone");
    }
    assert_eq!(decide(&officer, &org, "farm_confirmation", "accepted", 2).await.problem(), "409 document_not_waiting");
    send(&director, "farm_confirmation", "dung").await.expect(201);
    decide(&officer, &org, "farm_confirmation", "accepted", 3).await.expect(200);
    assert_eq!(director.post(path, json!({ "seen": 4 })).await.problem(), "409 document_not_waiting", "what was decided stays");
    assert_eq!(director.get("/organisation/documents").await.expect(200)["complete"], true);
}
