//! The office enters what members without a phone ask for; the organisation says whether it asked.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::{PASSWORD, all};
use support::posts::{certificate_terms, changed, demand_terms, offer_terms};
use support::{Client, Reply, TestApp};

async fn id(who: &Client) -> String {
    who.get("/organisation").await.expect(200)["id"].as_str().expect("an id").to_owned()
}

fn asked() -> Value {
    json!({ "name": "Bùi Văn Tư", "way": "phone", "note": "Gọi lúc 8 giờ sáng" })
}

async fn enter(officer: &Client, org: &str, terms: Value) -> Reply {
    officer.post(&format!("/officer/organisations/{org}/offers"), json!({ "asked": asked(), "terms": terms })).await
}

async fn say(who: &Client, entry: &Value, word: &str, body: Value) -> Reply {
    who.post(&format!("/assisted/{}/{word}", entry["id"].as_str().expect("an id")), body).await
}

fn offer(entry: &Value) -> String {
    format!("/offers/{}", entry["post"].as_str().expect("an id"))
}

async fn tasks(who: &Client) -> Vec<Value> {
    let list = who.get("/tasks").await.expect(200);
    list["items"].as_array().expect("tasks").iter().filter(|task| task["kind"] == "confirm_entry").cloned().collect()
}

async fn told(who: &Client) -> Value {
    who.get("/notices").await.expect(200)["items"][0].clone()
}

#[tokio::test]
async fn what_the_office_enters_is_open_at_once_and_the_organisation_confirms_what_it_saw() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    let path = format!("/officer/organisations/{org}/offers");
    let body = json!({ "asked": asked(), "terms": offer_terms() });
    let entry = officer.post_once(&path, "nhap-ho-1", body.clone()).await.expect(201);
    assert_eq!(officer.post_once(&path, "nhap-ho-1", body).await.expect(201), entry, "sent again after a lost answer");
    assert_eq!(
        (&entry["status"], &entry["confirm_by"], &entry["entered_by"]),
        (&json!("waiting"), &json!("2026-12-05T01:00:00Z"), &json!("can-bo"))
    );

    // Both owners of the matter see the trace; the officer reads the price typed for the organisation, to correct it.
    for reader in [&director, &officer] {
        let view = reader.get(&offer(&entry)).await.expect(200);
        assert_eq!((&view["status"], &view["assisted"], &view["terms"]["ask"]), (&json!("open"), &entry, &json!(25_000)));
    }
    assert_eq!(director.get("/offers").await.expect(200)["items"][0]["assisted"]["asker"], "Bùi Văn Tư");
    let buyer = app.enterprise("Siêu thị 1").await;
    let market = buyer.get("/market/offers").await.expect(200);
    assert_eq!(market["items"].as_array().map(Vec::len), Some(1), "it is on the market");
    assert!(!market.to_string().contains("Bùi Văn Tư") && !market.to_string().contains("assisted"), "{market}");
    assert_eq!(say(&buyer, &entry, "confirm", json!({ "version": 1 })).await.problem(), "404 not_found");

    assert_eq!((&told(&director).await["kind"], &told(&director).await["arguments"]["by"]), (&json!("assisted_entered"), &json!("can-bo")));
    let mail = app.mails().await.into_iter().find(|mail| mail.kind == "assisted_entered");
    assert!(mail.is_none_or(|mail| mail.text.contains("Bùi Văn Tư") && mail.text.contains("05/12/2026")));
    assert_eq!(tasks(&director).await[0]["path"], format!("/nguon-hang/{}", entry["post"].as_str().unwrap()));

    // The office corrects it meanwhile, so what was on the director's screen is confirmed by nobody.
    let edit = json!({ "version": 1, "terms": changed(offer_terms(), json!({ "ask": 26_000 })) });
    assert_eq!(officer.put(&offer(&entry), edit).await.expect(200)["version"], 2);
    assert_eq!(told(&director).await["kind"], "assisted_changed");
    assert_eq!(say(&director, &entry, "confirm", json!({ "version": 1 })).await.problem(), "409 stale");
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let confirmed = say(&clerk, &entry, "confirm", json!({ "version": 2 })).await.expect(200);
    assert_eq!((&confirmed["status"], &confirmed["settled_by"]), (&json!("confirmed"), &json!("Nhân viên")));
    assert_eq!(say(&director, &entry, "confirm", json!({ "version": 2 })).await.expect(200), confirmed);
    assert!(tasks(&director).await.is_empty());

    // From then on it is the organisation's own: the office neither changes it nor reads its price.
    let edit = json!({ "version": 2, "terms": offer_terms() });
    assert_eq!(officer.put(&offer(&entry), edit).await.problem(), "409 assisted_settled");
    assert_eq!(officer.post(&format!("{}/withdraw", offer(&entry)), json!({})).await.problem(), "409 assisted_settled");
    assert_eq!(officer.get(&offer(&entry)).await.expect(200)["terms"]["ask"], Value::Null);
    app.advance(TimeDelta::days(15));
    app.run_jobs().await;
    web::jobs::tick(&app.app).await;
    let later = app.signed_in("thu-ky-1").await;
    assert_eq!(later.get(&offer(&entry)).await.expect(200)["status"], "open");
}

#[tokio::test]
async fn an_organisation_that_did_not_ask_takes_it_out_at_once_and_the_office_hears_why() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    let entry = enter(&officer, &org, offer_terms()).await.expect(201);
    assert_eq!(say(&director, &entry, "refuse", json!({ "reason": " " })).await.problem(), "422 invalid [reason: reason_missing]");
    let viewer = json!({ "role": "viewer", "name": "Người xem", "sign_in": "xem-1", "password": PASSWORD, "language": "vi" });
    director.post("/members", viewer).await.expect(201);
    let viewer = app.signed_in("xem-1").await;
    assert_eq!(say(&viewer, &entry, "refuse", json!({ "reason": "Không" })).await.problem(), "403 forbidden");
    assert_eq!(say(&officer, &entry, "confirm", json!({ "version": 1 })).await.problem(), "403 forbidden");

    let refused = say(&director, &entry, "refuse", json!({ "reason": "Không ai nhờ" })).await.expect(200);
    assert_eq!((&refused["status"], &refused["reason"]), (&json!("refused"), &json!("Không ai nhờ")));
    assert_eq!(director.get(&offer(&entry)).await.expect(200)["status"], "withdrawn");
    let notice = told(&officer).await;
    assert_eq!((&notice["kind"], &notice["arguments"]["reason"]), (&json!("assisted_refused"), &json!("Không ai nhờ")));
    assert_eq!(say(&director, &entry, "confirm", json!({ "version": 2 })).await.problem(), "409 assisted_settled");

    let log = |status: &str| format!("/officer/assisted?status={status}&organisation={org}");
    assert_eq!(all(&officer, &log("refused")).await, [refused]);
    assert!(all(&officer, &log("waiting")).await.is_empty());
    assert_eq!(officer.get(&log("told")).await.problem(), "422 invalid [status: assisted_status_unknown]");
    assert_eq!(director.get("/officer/assisted").await.problem(), "403 forbidden");
}

#[tokio::test]
async fn the_rules_are_those_of_the_organisation_itself() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    let bad = changed(offer_terms(), json!({ "kg_per_week": "90000", "variety": "khong-co" }));
    let problem = enter(&officer, &org, bad).await.problem();
    assert_eq!(problem, "422 invalid [terms.kg_per_week: week_above_total, terms.variety: variety_unknown]");
    let nameless = json!({ "asked": { "name": "", "way": "phone" }, "terms": offer_terms() });
    let path = format!("/officer/organisations/{org}/offers");
    assert_eq!(officer.post(&path, nameless).await.problem(), "422 invalid [asked.name: text_empty]");
    let by_post = json!({ "asked": { "name": "Tư", "way": "thu" }, "terms": offer_terms() });
    assert_eq!(officer.post(&path, by_post).await.problem(), "422 invalid [asked.way: asked_by_unknown]");
    // A supplier demands nothing, and nobody but the office enters for others.
    let demand = json!({ "asked": asked(), "terms": demand_terms() });
    assert_eq!(officer.post(&format!("/officer/organisations/{org}/demands"), demand.clone()).await.problem(), "403 forbidden");
    assert_eq!(enter(&director, &org, offer_terms()).await.problem(), "404 not_found");
    assert_eq!(enter(&app.operator().await, &org, offer_terms()).await.problem(), "404 not_found");
    // What a member posted stays that member's.
    let own = director.post_offer(json!({})).await;
    let own = format!("/offers/{}", own["id"].as_str().unwrap());
    assert_eq!(officer.put(&own, json!({ "version": 1, "terms": offer_terms() })).await.problem(), "403 forbidden");
    assert_eq!(officer.post(&format!("{own}/withdraw"), json!({})).await.problem(), "403 forbidden");

    let buyer = app.enterprise("Siêu thị 1").await;
    let path = format!("/officer/organisations/{}/demands", id(&buyer).await);
    let entry = officer.post(&path, demand).await.expect(201);
    assert_eq!((&entry["side"], &entry["goods"]["slug"], &entry["kg"]), (&json!("buyer"), &json!("cam"), &json!("9000")));
    let gone = format!("/demands/{}/withdraw", entry["post"].as_str().unwrap());
    assert_eq!(officer.post(&gone, json!({ "version": 1 })).await.expect(200)["assisted"]["status"], "withdrawn");
    assert_eq!(told(&buyer).await["kind"], "assisted_withdrawn");

    let waiting = enter(&officer, &org, offer_terms()).await.expect(201);
    assert_eq!(waiting["correctable"], json!(true));
    let suspend = json!({ "decision": "suspend", "reason": "Khiếu nại" });
    officer.post(&format!("/officer/organisations/{org}/review"), suspend).await.expect(200);
    assert_eq!(enter(&officer, &org, offer_terms()).await.problem(), "403 organisation_not_verified");
    let log = officer.get(&format!("/officer/assisted?organisation={org}")).await.expect(200);
    assert_eq!((&log["items"][0]["status"], &log["items"][0]["correctable"]), (&json!("waiting"), &json!(false)), "no edit is offered");
    let refused = officer.put(&offer(&waiting), json!({ "version": 1, "terms": offer_terms() })).await.problem();
    assert_eq!(refused, "403 organisation_not_verified");
    let nobody = "0198f3a0-0000-7000-8000-000000000001";
    assert_eq!(enter(&officer, nobody, offer_terms()).await.problem(), "404 not_found");
}

#[tokio::test]
async fn what_nobody_confirms_leaves_the_market_after_fourteen_days() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    let far = json!({ "window": { "from": "2026-12-14", "to": "2027-01-03" } });
    let entry = enter(&officer, &org, changed(offer_terms(), far)).await.expect(201);
    app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
    web::jobs::tick(&app.app).await;
    let status = async |who: &str| app.signed_in(who).await.get(&offer(&entry)).await.expect(200)["status"].clone();
    assert_eq!(status("htx-cam-1@htx.example").await, "open");
    app.advance(TimeDelta::seconds(1));
    for _ in 0..2 {
        web::jobs::tick(&app.app).await;
    }
    assert_eq!(status("htx-cam-1@htx.example").await, "withdrawn");
    for who in ["htx-cam-1@htx.example", "can-bo"] {
        let notices = app.signed_in(who).await.get("/notices").await.expect(200);
        let lapsed = notices["items"].as_array().unwrap().iter().filter(|notice| notice["kind"] == "assisted_lapsed").count();
        assert_eq!(lapsed, 1, "{who}");
    }
    let log = app.officer().await.get("/officer/assisted").await.expect(200)["items"][0].clone();
    assert_eq!((&log["status"], &log["settled_by"]), (&json!("lapsed"), &Value::Null));
}

#[tokio::test]
async fn whoever_takes_it_up_confirms_it_and_a_refusal_leaves_proposals_alone() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    let buyer = app.enterprise("Siêu thị 1").await;
    let taken = enter(&officer, &org, offer_terms()).await.expect(201);
    buyer.post_demand(json!({})).await;
    officer.post("/rounds", json!({})).await.expect(201);
    let proposal = director.get("/proposals").await.expect(200)["items"][0].clone();
    assert!(!buyer.get("/proposals").await.expect(200).to_string().contains("Bùi Văn Tư"));
    let path = format!("/proposals/{}/accept", proposal["id"].as_str().unwrap());
    assert_eq!(officer.post(&path, json!({ "revision": 1 })).await.problem(), "403 forbidden");
    director.post(&path, json!({ "revision": 1 })).await.expect(200);
    assert_eq!(director.get(&offer(&taken)).await.expect(200)["assisted"]["status"], "confirmed");

    // Another one, changed by the organisation itself, is its own as well.
    let edited = enter(&officer, &org, offer_terms()).await.expect(201);
    director.put(&offer(&edited), json!({ "version": 1, "terms": changed(offer_terms(), json!({ "ask": 24_000 })) })).await.expect(200);
    assert_eq!(all(&officer, "/officer/assisted?status=confirmed").await.len(), 2);

    // Refused with a proposal of it open: no new rounds, and the proposal waits for its own answer.
    let unwanted = enter(&officer, &org, offer_terms()).await.expect(201);
    buyer.post_demand(json!({ "weeks": [{ "week": "2026-11-30", "kg": "4000" }] })).await;
    officer.post("/rounds", json!({})).await.expect(201);
    say(&director, &unwanted, "refuse", json!({ "reason": "Nhầm HTX" })).await.expect(200);
    let held = director.get(&offer(&unwanted)).await.expect(200);
    assert_eq!(held["status"], "withdrawn");
    let open = all(&director, "/proposals?status=open").await;
    assert!(!open.is_empty());
}

#[tokio::test]
async fn a_closed_organisation_leaves_nothing_to_confirm_and_an_erased_member_no_name() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (officer, org) = (app.officer().await, id(&director).await);
    app.clerk(&director, "thu-ky-1").await;
    let by_clerk = json!({ "asked": { "name": "Nhân viên", "way": "visit" }, "terms": offer_terms() });
    let entry = officer.post(&format!("/officer/organisations/{org}/offers"), by_clerk).await.expect(201);
    let clerk = app.signed_in("thu-ky-1").await;
    let copy = clerk.post("/account/export", json!({ "password": PASSWORD })).await.expect(200);
    assert_eq!(copy["asked_office"][0]["post"], entry["post"]);
    let copy = officer.post("/account/export", json!({ "password": PASSWORD })).await.expect(200);
    assert!(copy["actions"].as_array().unwrap().iter().any(|one| one["record"] == "assisted" && one["part"] == "entered_by"));

    clerk.post("/account/erase", json!({ "password": PASSWORD })).await.expect(204);
    assert_eq!(officer.get("/officer/assisted").await.expect(200)["items"][0]["asker"], "(đã xóa)");
    assert!(!director.get("/notices").await.expect(200).to_string().contains("Nhân viên"));

    let version = director.get("/organisation").await.expect(200)["version"].clone();
    director.post("/organisation/close", json!({ "version": version, "reason": "Hết vụ" })).await.expect(200);
    assert_eq!(officer.get("/officer/assisted").await.expect(200)["items"][0]["status"], "withdrawn");
}

/// The office repeats the last offer and looks at the papers of the member it enters for; members reach nobody's but their own.
#[tokio::test]
async fn the_office_reads_the_offers_and_papers_of_whom_it_enters_for() {
    let app = TestApp::new().await;
    let (director, other) = (app.cooperative("HTX Cam 1").await, app.cooperative("HTX Cam 2").await);
    let (officer, org) = (app.officer().await, id(&director).await);
    let own = director.post_offer(json!({})).await;
    director.post("/certificates", certificate_terms()).await.expect(201);
    other.post_offer(json!({})).await;
    other.post("/certificates", certificate_terms()).await.expect(201);
    let offers = officer.get(&format!("/offers?organisation={org}&limit=1")).await.expect(200);
    let last = &offers["items"][0];
    assert_eq!(
        (&last["id"], &last["terms"]["ask"], &offers["next"]),
        (&own["id"], &json!(null), &json!(null)),
        "without the reserve price"
    );
    let papers = officer.get(&format!("/certificates?organisation={org}")).await.expect(200);
    assert_eq!(papers["items"].as_array().map(Vec::len), Some(1));
    officer.get(&format!("/certificates/tonnage?organisation={org}")).await.expect(200);
    for path in ["/offers", "/certificates", "/certificates/tonnage"] {
        assert_eq!(other.get(&format!("{path}?organisation={org}")).await.problem(), "404 not_found", "{path}");
        director.get(&format!("{path}?organisation={org}")).await.expect(200);
    }
}
