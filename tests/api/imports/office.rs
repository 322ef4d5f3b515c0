//! The office enters organisations and certificates from lists as communes and programmes keep them.
use super::offers::{path, send, told};
use serde_json::{Value, json};
use support::people::{PASSWORD, all, consent};
use support::{Client, TestApp};

const ORGANISATIONS: &str = include_str!("fixtures/organisations-of-a-commune.csv");
const CERTIFICATES: &str = include_str!("fixtures/certificates-of-a-programme.csv");

async fn tax_code(person: &Client) -> String {
    person.get("/organisation").await.expect(200)["profile"]["tax_code"].as_str().expect("a tax code").to_owned()
}

async fn make(officer: &Client, import: &Value, because: Option<&str>) -> Value {
    officer.post(&format!("{}/make", path(import)), json!({ "verify_because": because })).await.expect(200)
}

fn counts(import: &Value) -> [u64; 6] {
    ["accepted", "review", "skipped", "left", "known", "made"].map(|count| import["counts"][count].as_u64().expect("a count"))
}

async fn registered(officer: &Client) -> Vec<Value> {
    all(officer, "/officer/organisations").await
}

fn find<'a>(orgs: &'a [Value], name: &str) -> &'a Value {
    orgs.iter().find(|org| org["profile"]["name"] == name).unwrap_or_else(|| panic!("{name} is not there"))
}

#[tokio::test]
async fn a_communes_list_becomes_organisations_and_a_second_upload_adds_nothing() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let known = tax_code(&app.cooperative("HTX Cam 1").await).await;
    let list = ORGANISATIONS.replace("<known>", &known);
    let import = send(&officer, "organisations", list.as_bytes()).await;
    insta::assert_snapshot!("organisations_of_a_commune", told(&officer, &import).await);
    assert_eq!(registered(&officer).await.len(), 1, "nothing is entered before somebody says so");
    let row = async |number: u32, cells: Value| {
        officer.put(&format!("{}/rows/{number}", path(&import)), json!({ "cells": cells })).await.expect(200)["state"].clone()
    };
    // Two names of one place may be two cooperatives: a person says so. A tax code is chosen, a commune typed.
    assert_eq!(row(7, json!([])).await, "accepted");
    assert_eq!(row(8, json!([{ "column": "tax_code", "text": "0100109106" }])).await, "accepted");
    assert_eq!(row(10, json!([{ "column": "commune", "text": "05116" }])).await, "accepted");
    let done = make(&officer, &import, None).await;
    assert_eq!((&done["state"], done["counts"]["made"].as_u64()), (&json!("done"), Some(6)), "{}", told(&officer, &import).await);
    let orgs = registered(&officer).await;
    assert_eq!(orgs.len(), 7);
    let entered = find(&orgs, "HTX Bưởi đỏ Tân Lạc");
    assert_eq!(entered["status"], "submitted");
    assert!(entered["profile"]["phone"].as_str().expect("a phone").ends_with("382345678"), "{entered}");

    let again = send(&officer, "organisations", list.as_bytes()).await;
    let [accepted, review, _, _, known, made] = counts(&again);
    assert_eq!((accepted, review, known, made), (0, 0, 8, 0), "{}", told(&officer, &again).await);
    make(&officer, &again, None).await;
    assert_eq!(registered(&officer).await.len(), 7);
    // An export of all of them comes back as nothing new.
    let export = officer.get("/officer/exports?kind=organisations&format=xlsx").await;
    let back = send(&officer, "organisations", &export.bytes).await;
    assert_eq!(counts(&back), [0, 0, 0, 0, 7, 0], "{}", told(&officer, &back).await);
}

#[tokio::test]
async fn the_office_verifies_a_list_at_once_and_hands_its_director_a_link() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let list = ORGANISATIONS.replace("<known>", "5400123439");
    let import = send(&officer, "organisations", list.as_bytes()).await;
    make(&officer, &import, Some("Xã đã đối chiếu giấy đăng ký")).await;
    let orgs = registered(&officer).await;
    let org = find(&orgs, "HTX NN Cao Phong");
    assert_eq!((&org["status"], &org["status_reason"]), (&json!("verified"), &json!("Xã đã đối chiếu giấy đăng ký")));
    let file = format!("/officer/organisations/{}", org["id"].as_str().expect("an id"));
    assert_eq!(officer.get(&file).await.expect(200)["members"], json!([]));
    let invite = async || officer.post(&format!("{file}/invitation"), json!({ "name": "Quách Thị Lan" })).await;
    let token = |made: &Value| made["link"].as_str().expect("a link").split_once("token=").expect("a token").1.to_owned();
    let (first, second) = (token(&invite().await.expect(201)), token(&invite().await.expect(201)));
    let visitor = app.visitor();
    let opened = visitor.post("/auth/invitation", json!({ "token": first })).await;
    assert_eq!(opened.problem(), "422 invalid [token: invitation_revoked]", "the newest link alone opens the door");
    let member = json!({ "name": "Quách Thị Lan", "sign_in": "quach-lan", "password": PASSWORD, "language": "vi", "consent": consent() });
    let session = visitor.post("/auth/accept-invitation", json!({ "token": second, "member": member })).await.expect(201);
    assert_eq!((&session["user"]["role"], &session["organisation"]["name"]), (&json!("director"), &json!("HTX NN Cao Phong")));
    visitor.post_offer(json!({})).await;
    assert_eq!(invite().await.problem(), "409 organisation_has_director");
    for stranger in [&visitor, &app.operator().await] {
        let problem = stranger.post(&format!("{file}/invitation"), json!({})).await.problem();
        assert!(["403 forbidden", "404 not_found"].contains(&problem.as_str()), "{problem}");
    }
}

#[tokio::test]
async fn papers_go_to_whom_they_name_and_else_wait() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let (one, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 2").await);
    let code = tax_code(&one).await;
    let list = CERTIFICATES.replace("<one>", &code).replace("<buyer>", &tax_code(&buyer).await);
    let import = send(&officer, "certificates", list.as_bytes()).await;
    insta::assert_snapshot!("certificates_of_a_programme", told(&officer, &import).await.replace(&code, "<one>"));
    // One of the choices answers the question; what the lab list lacks is typed.
    let row = async |number: u32, cells: Value| {
        officer.put(&format!("{}/rows/{number}", path(&import)), json!({ "cells": cells })).await.expect(200)["state"].clone()
    };
    assert_eq!(row(5, json!([{ "column": "organisation", "text": "HTX Cam 1" }])).await, "accepted");
    assert_eq!(row(12, json!([{ "column": "sampled_on", "text": "28/10/2026" }])).await, "accepted");
    let done = make(&officer, &import, Some("Chương trình đã kiểm tra")).await;
    assert_eq!(done["counts"]["made"], json!(4), "{}", told(&officer, &import).await);
    let papers = all(&one, "/certificates").await;
    let numbers: Vec<_> = papers.iter().map(|paper| paper["terms"]["number"].as_str().expect("a number")).collect();
    assert_eq!(numbers, ["VG-TT-11", "VG-TT-12", "VG-TT-13", "KN-1"]);
    assert!(papers.iter().all(|paper| paper["status"] == "verified"), "{papers:?}");
    assert_eq!(papers[3]["terms"]["lab"]["analytes"], json!([{ "name": "Chì", "found": "KPH", "limit": null, "passed": true }]));
    let notices = one.get("/notices").await.expect(200);
    assert_eq!(notices["items"].as_array().expect("notices").iter().filter(|notice| notice["kind"] == "certificate_verified").count(), 4);

    let again = send(&officer, "certificates", list.as_bytes()).await;
    assert_eq!((counts(&again)[0], counts(&again)[4]), (0, 5), "{}", told(&officer, &again).await);
    make(&officer, &again, None).await;
    for format in ["xlsx", "csv"] {
        let export = officer.get(&format!("/officer/exports?kind=certificates&format={format}")).await;
        let back = send(&officer, "certificates", &export.bytes).await;
        assert_eq!(counts(&back), [0, 0, 0, 0, 4, 0], "{}", told(&officer, &back).await);
    }
    // The same number with other dates is changed where it stands, never by a list.
    let renewed =
        format!("Mã số thuế,Loại giấy,Số giấy,Nơi cấp,Ngày cấp,Có giá trị đến\n{code},VietGAP,VG-TT-11,Vinacert,01/03/2026,01/06/2028\n");
    let renewed = send(&officer, "certificates", renewed.as_bytes()).await;
    assert!(told(&officer, &renewed).await.contains("certificate_there"), "{}", told(&officer, &renewed).await);
}

#[tokio::test]
async fn the_offices_lists_are_no_members_and_members_lists_are_not_the_offices() {
    let app = TestApp::new().await;
    let (officer, colleague) = (app.officer().await, app.staff(domain::account::Role::Officer, "can-bo-2").await);
    let manager = app.cooperative("HTX Cam 1").await;
    let (buyer, operator) = (app.enterprise("Siêu thị 2").await, app.operator().await);
    for kind in ["organisations", "certificates"] {
        for person in [&manager, &buyer, &operator] {
            let refused = person.upload(&format!("/imports?kind={kind}&name=a.csv"), CERTIFICATES.as_bytes()).await;
            assert_eq!(refused.problem(), "403 forbidden");
            assert_eq!(person.get(&format!("/exports/template?kind={kind}")).await.problem(), "403 forbidden");
            assert_eq!(person.get(&format!("/exports?kind={kind}")).await.problem(), "403 forbidden");
        }
        assert_eq!(officer.get(&format!("/exports/template?kind={kind}")).await.status, 200);
    }
    let import = send(&officer, "organisations", ORGANISATIONS.as_bytes()).await;
    assert_eq!(colleague.get("/imports").await.expect(200)["items"][0]["id"], import["id"], "officers share their lists");
    assert_eq!(manager.get("/imports").await.expect(200)["items"], json!([]));
    assert_eq!(manager.get(&path(&import)).await.problem(), "404 not_found");
    assert_eq!(manager.post(&format!("{}/make", path(&import)), json!({})).await.problem(), "404 not_found");
    assert_eq!(operator.get("/imports").await.problem(), "403 forbidden");
    let own = send(&manager, "offers", "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n".as_bytes()).await;
    assert_eq!(officer.get(&path(&own)).await.problem(), "404 not_found");
    let verified = manager.post(&format!("{}/make", path(&own)), json!({ "verify_because": "Tự xác minh" })).await;
    assert_eq!(verified.problem(), "422 invalid [verify_because: only_for_office_lists]");
}

#[tokio::test]
async fn a_day_takes_so_many_lists_of_one_owner_and_says_when_the_next_is_welcome() {
    let app = TestApp::new().await;
    let (manager, neighbour) = (app.cooperative("HTX Cam 1").await, app.cooperative("HTX Cam 2").await);
    let list = "Giống,Phẩm cấp,Khối lượng,Đơn giá\nCam Canh,Loại 1,5000,22500\n".as_bytes();
    for _ in 0..60 {
        send(&manager, "offers", list).await;
    }
    let refused = manager.upload("/imports?kind=offers&name=a.csv", list).await;
    assert_eq!(refused.problem(), "429 lists_of_the_day");
    assert_eq!(refused.headers["retry-after"], "86400");
    send(&neighbour, "offers", list).await;
    app.advance(chrono::TimeDelta::days(1));
    // What is refused at the door took time too; a day later it is forgotten.
    let manager = app.signed_in("htx-cam-1@htx.example").await;
    for refused in [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), vec![b'a'; 11 << 20]] {
        assert_eq!(manager.upload("/imports?kind=offers&name=a.csv", &refused).await.status, 422);
    }
    for _ in 0..58 {
        send(&manager, "offers", list).await;
    }
    assert_eq!(manager.upload("/imports?kind=offers&name=a.csv", list).await.problem(), "429 lists_of_the_day");
    assert_eq!(manager.upload("/imports?kind=offers&name=a.csv", b"").await.problem(), "429 lists_of_the_day");
    app.advance(chrono::TimeDelta::days(1));
    send(&app.signed_in("htx-cam-1@htx.example").await, "offers", list).await;
}
