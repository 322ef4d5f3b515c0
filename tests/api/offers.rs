//! A supplier posts what it has to sell.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::registration;
use support::posts::{changed, offer_terms};
use support::{Client, TestApp};

fn path(view: &Value) -> String {
    format!("/offers/{}", view["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_manager_posts_edits_and_withdraws_an_offer() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let extras = json!({ "note": "Xe 5 tấn vào được vườn", "pickup_point": { "lat_e6": 20_706_100, "lon_e6": 105_325_400 } });
    let terms = changed(offer_terms(), extras);
    let posted = manager.post("/offers", terms.clone()).await.expect(201);
    assert_eq!(posted["terms"], terms);
    assert_eq!((&posted["status"], &posted["version"]), (&json!("open"), &json!(1)));
    assert_eq!(posted["posted_at"], "2026-11-21T01:00:00Z");
    assert_eq!(posted["variety"]["name_vi"], "Cam Canh");
    assert_eq!(posted["product"], json!({ "slug": "cam", "name_vi": "Cam", "name_en": "Oranges" }));
    assert_eq!(
        posted["pickup"],
        json!({ "commune_code": "05089", "commune": "Xã Cao Phong", "province": "Phú Thọ", "old_district": "Huyện Cao Phong" })
    );
    assert_eq!((&posted["kg_held"], &posted["kg_left"]), (&json!("0"), &json!("12000")));

    let terms = changed(terms, json!({ "ask": 24_000, "pickup_point": null }));
    let edited = manager.put(&path(&posted), json!({ "version": 1, "terms": terms })).await.expect(200);
    assert_eq!((&edited["terms"]["ask"], &edited["terms"]["pickup_point"]), (&json!(24_000), &Value::Null));
    assert_eq!((&edited["terms"]["note"], &edited["version"]), (&terms["note"], &json!(2)));
    assert_eq!(manager.get(&path(&posted)).await.expect(200), edited);
    assert_eq!(manager.get("/offers").await.expect(200), json!({ "items": [edited], "next": null }));

    let withdraw = format!("{}/withdraw", path(&posted));
    assert_eq!(manager.post(&withdraw, json!({ "version": 1 })).await.problem(), "409 stale");
    let withdrawn = manager.post(&withdraw, json!({ "version": 2 })).await.expect(200);
    assert_eq!((&withdrawn["status"], &withdrawn["version"]), (&json!("withdrawn"), &json!(3)));
    assert_eq!(manager.post(&withdraw, json!({})).await.expect(200), withdrawn, "twice is harmless");
    assert_eq!(manager.put(&path(&posted), json!({ "version": 3, "terms": terms })).await.problem(), "409 post_withdrawn");
}

#[tokio::test]
async fn a_clerk_posts_and_an_organisation_that_waits_does_not() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let posted = clerk.post_offer(json!({})).await;
    assert_eq!(director.get(&path(&posted)).await.expect(200), posted);

    let newcomer = app.visitor();
    newcomer.post("/auth/register", registration("cooperative", "HTX Mới 2", 2)).await.expect(201);
    assert_eq!(newcomer.try_offer(json!({})).await.problem(), "403 organisation_not_verified");
    assert_eq!(app.enterprise("Siêu thị 1").await.try_offer(json!({})).await.problem(), "403 forbidden");
    assert_eq!(app.officer().await.try_offer(json!({})).await.problem(), "403 forbidden");
    assert_eq!(app.visitor().try_offer(json!({})).await.problem(), "401 sign_in");
}

#[tokio::test]
async fn an_offer_is_its_owners_and_the_office_never_sees_the_ask() {
    let app = TestApp::new().await;
    let posted = app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    for stranger in [app.cooperative("HTX Cam 2").await, app.enterprise("Siêu thị 1").await, app.operator().await] {
        assert_eq!(stranger.get(&path(&posted)).await.problem(), "404 not_found");
        assert_eq!(stranger.put(&path(&posted), json!({ "version": 1, "terms": offer_terms() })).await.problem(), "404 not_found");
        assert_eq!(stranger.post(&format!("{}/withdraw", path(&posted)), json!({})).await.problem(), "404 not_found");
    }
    assert_eq!(app.cooperative("HTX Cam 3").await.get("/offers").await.expect(200)["items"], json!([]));
    assert_eq!(app.operator().await.get("/offers").await.problem(), "403 forbidden");
    let officer = app.officer().await;
    let seen = officer.get(&path(&posted)).await.expect(200);
    assert_eq!((&seen["terms"]["ask"], &seen["terms"]["kg_total"]), (&Value::Null, &json!("12000")));
    assert_eq!(officer.get("/offers").await.expect(200)["items"], json!([seen]));
    assert_eq!(officer.post(&format!("{}/withdraw", path(&posted)), json!({})).await.problem(), "403 forbidden");
    assert_eq!(officer.get("/offers/khong-phai-ma").await.problem(), "404 not_found");
}

#[tokio::test]
async fn every_fault_of_an_offer_is_named() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let window = |from: &str, to: &str| json!({ "window": { "from": from, "to": to } });
    let cases = [
        (json!({ "kg_total": "0" }), "kg_total: kg_out_of_range, kg_per_week: week_above_total, kg_total: total_below_smallest_lot"),
        (json!({ "kg_total": "1000000000000" }), "kg_total: kg_out_of_range"),
        (json!({ "kg_total": "100000001" }), "kg_total: kg_out_of_range"),
        (json!({ "kg_total": "1,5" }), "kg_total: kg_not_a_number"),
        (json!({ "kg_total": "-5" }), "kg_total: kg_not_a_number"),
        (json!({ "kg_total": "12000.0001" }), "kg_total: kg_finer_than_a_gram"),
        (json!({ "kg_total": "12000.5" }), "kg_total: kg_not_whole"),
        (json!({ "kg_total": 12_000 }), "kg_total: malformed"),
        (json!({ "kg_per_week": "12001" }), "kg_per_week: week_above_total"),
        (json!({ "min_lot": "12001" }), "kg_total: total_below_smallest_lot"),
        (window("2026-12-20", "2026-11-30"), "window.to: window_reversed"),
        (window("2026-11-01", "2026-11-20"), "window.to: window_over"),
        (window("2026-11-30", "2027-12-30"), "window.to: window_too_long"),
        (window("2027-11-30", "2027-12-01"), "window.from: window_too_far_ahead"),
        (window("2026-13-01", "2026-12-20"), "window.from: malformed"),
        (window("30/11/2026", "2026-12-20"), "window.from: malformed"),
        (json!({ "window": { "from": "2026-11-30" } }), "window.to: missing"),
        (json!({ "ask": 99 }), "ask: price_out_of_range"),
        (json!({ "ask": 10_000_001 }), "ask: price_out_of_range"),
        (json!({ "ask": -25_000 }), "ask: price_out_of_range"),
        (json!({ "ask": "25000" }), "ask: malformed"),
        (json!({ "ask": 25_000.5 }), "ask: malformed"),
        (json!({ "ask": 1e300 }), "ask: malformed"),
        (json!({ "min_lot": "0.5" }), "min_lot: kg_not_whole"),
        (json!({ "max_payment_days": 121 }), "max_payment_days: payment_days_out_of_range"),
        (json!({ "max_payment_days": -1 }), "max_payment_days: malformed"),
        (json!({ "variety": "cam-mat-troi" }), "variety: variety_unknown"),
        (json!({ "variety": "Cam Canh" }), "variety: slug_malformed"),
        (json!({ "variety": null }), "variety: missing"),
        (json!({ "grade": "best" }), "grade: grade_unknown"),
        (json!({ "pickup_commune": "99999" }), "pickup_commune: commune_unknown"),
        (json!({ "pickup_commune": "Cao Phong" }), "pickup_commune: commune_code_malformed"),
        (json!({ "pickup_point": { "lat_e6": 48_850_000, "lon_e6": 2_350_000 } }), "pickup_point: point_outside_viet_nam"),
        (json!({ "note": "x".repeat(40_000) }), "note: text_too_long"),
        (json!({ "note": "chu\u{202E}nguoc" }), "note: text_control_characters"),
        (json!({ "surprise": 1 }), "surprise: unknown_field"),
        (
            json!({ "variety": "cam-mat-troi", "pickup_commune": "99999", "kg_per_week": "12001" }),
            "kg_per_week: week_above_total, variety: variety_unknown, pickup_commune: commune_unknown",
        ),
    ];
    for (changes, fault) in cases {
        assert_eq!(manager.try_offer(changes.clone()).await.problem(), format!("422 invalid [{fault}]"), "{changes}");
    }
    assert_eq!(manager.get("/offers").await.expect(200)["items"], json!([]));

    let posted = manager.post_offer(json!({})).await;
    let put = async |body: Value| manager.put(&path(&posted), body).await.problem();
    let terms = |changes| changed(offer_terms(), changes);
    assert_eq!(put(json!({ "version": 1, "terms": terms(json!({ "ask": 1 })) })).await, "422 invalid [terms.ask: price_out_of_range]");
    let two = terms(json!({ "kg_per_week": "12001", "variety": "cam-mat-troi" }));
    assert_eq!(
        put(json!({ "version": 1, "terms": two })).await,
        "422 invalid [terms.kg_per_week: week_above_total, terms.variety: variety_unknown]"
    );
    assert_eq!(put(json!({ "version": "1", "terms": terms(json!({})) })).await, "422 invalid [version: malformed]");
    assert_eq!(put(json!({ "terms": terms(json!({})) })).await, "422 invalid [version: missing]");
    assert_eq!(put(json!([])).await.split(' ').next(), Some("422"));
}

#[tokio::test]
async fn the_bounds_themselves_are_accepted() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let most =
        json!({ "kg_total": "100000000", "kg_per_week": "100000000", "min_lot": "100000000", "ask": 10_000_000, "max_payment_days": 120 });
    let posted = manager.post_offer(most).await;
    assert_eq!((&posted["kg_left"], &posted["terms"]["ask"]), (&json!("100000000"), &json!(10_000_000)));
    let least = json!({ "kg_total": "1", "kg_per_week": "1", "min_lot": "0", "ask": 100, "max_payment_days": 0,
        "window": { "from": "2026-11-21", "to": "2026-11-21" } });
    assert_eq!(manager.post_offer(least).await["kg_left"], "1");
}

#[tokio::test]
async fn a_note_is_kept_as_typed_in_composed_letters() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let html = "<script>alert('cam')</script> & <b>ngọt</b>";
    assert_eq!(manager.post_offer(json!({ "note": html })).await["terms"]["note"], html);
    let decomposed = "Bu\u{31b}o\u{31b}\u{309}i đo\u{309}";
    assert_eq!(manager.post_offer(json!({ "note": decomposed })).await["terms"]["note"], "Bưởi đỏ");
    let most = "ỡ".repeat(2_000);
    assert_eq!(manager.post_offer(json!({ "note": most })).await["terms"]["note"], most);
}

#[tokio::test]
async fn a_request_that_is_no_form_is_refused() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let huge = json!({ "note": "x".repeat(300_000) });
    assert_eq!(manager.post("/offers", huge).await.problem(), "400 body_too_large");
    let text = [("content-type", "text/plain")];
    assert_eq!(manager.send(axum::http::Method::POST, "/offers", None, &text).await.problem(), "400 not_json");
    for (query, problem) in [
        ("status=sold", "422 invalid [status: post_status_unknown]"),
        ("limit=0", "422 invalid [limit: limit_out_of_range]"),
        ("limit=101", "422 invalid [limit: limit_out_of_range]"),
        ("limit=nhieu", "422 invalid [limit: malformed]"),
        ("after=hom-qua", "422 invalid [after: malformed]"),
        ("variety=Cam%20Canh", "422 invalid [variety: slug_malformed]"),
    ] {
        assert_eq!(manager.get(&format!("/offers?{query}")).await.problem(), problem, "{query}");
    }
    assert_eq!(manager.get(&format!("/offers?q={}", "x".repeat(101))).await.problem(), "422 invalid [q: text_too_long]");
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_offer() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let send = async |client: &Client, key: &str, changes: Value| client.post_once("/offers", key, changed(offer_terms(), changes)).await;
    let first = send(&manager, "dien-thoai-1", json!({})).await.expect(201);
    let again = send(&manager, "dien-thoai-1", json!({})).await.expect(201);
    assert_eq!(again, first);
    assert_eq!(send(&manager, "dien-thoai-1", json!({ "ask": 26_000 })).await.problem(), "409 idempotency_key_reused");
    assert_eq!(manager.try_demand(json!({})).await.problem(), "403 forbidden");
    assert_eq!(send(&manager, "ngan", json!({})).await.problem(), "400 idempotency_key_malformed");
    assert_ne!(send(&manager, "dien-thoai-2", json!({})).await.expect(201)["id"], first["id"]);
    assert_eq!(manager.get("/offers").await.expect(200)["items"].as_array().unwrap().len(), 2);
    let neighbour = app.cooperative("HTX Cam 2").await;
    assert_ne!(send(&neighbour, "dien-thoai-1", json!({})).await.expect(201)["id"], first["id"], "a key is a person's own");
}

#[tokio::test]
async fn two_who_edit_one_offer_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let posted = director.post_offer(json!({})).await;
    let edit = |ask: i64| json!({ "version": 1, "terms": changed(offer_terms(), json!({ "ask": ask })) });
    let path = path(&posted);
    let (one, two) = tokio::join!(director.put(&path, edit(24_000)), clerk.put(&path, edit(23_000)));
    let mut answers = [one.problem(), two.problem()];
    answers.sort();
    assert_eq!(answers, ["200 -", "409 stale"]);
    let kept = if one.status == 200 { one.json } else { two.json };
    assert_eq!(director.get(&path).await.expect(200), kept, "what changed is there to read");
}

#[tokio::test]
async fn lists_come_in_pages_newest_first_and_are_filtered() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let mut posted = Vec::new();
    for at in 0..7 {
        let variety = if at % 2 == 0 { "cam-canh" } else { "buoi-do-tan-lac" };
        let over = if at == 3 { "2026-11-24" } else { "2026-12-20" };
        let window = json!({ "from": "2026-11-23", "to": over });
        posted.push(manager.post_offer(json!({ "variety": variety, "window": window })).await["id"].clone());
    }
    posted.reverse();
    let ids = |page: &Value| page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>();
    let (mut seen, mut next) = (Vec::new(), String::new());
    loop {
        let page = manager.get(&format!("/offers?limit=3{next}")).await.expect(200);
        seen.extend(ids(&page));
        match page["next"].as_str() {
            Some(after) => next = format!("&after={after}"),
            None => break,
        }
    }
    assert_eq!(seen, posted);

    manager.post(&format!("/offers/{}/withdraw", posted[0].as_str().unwrap()), json!({})).await.expect(200);
    app.advance(TimeDelta::days(5));
    let manager = app.signed_in("htx-cam-1@htx.example").await;
    let found = async |query: &str| ids(&manager.get(&format!("/offers?{query}")).await.expect(200));
    assert_eq!(found("status=withdrawn").await, posted[..1]);
    assert_eq!(found("status=expired").await, posted[3..4]);
    assert_eq!(found("status=open").await, [&posted[1..3], &posted[4..]].concat());
    assert_eq!(found("variety=buoi-do-tan-lac&status=open").await, [posted[1].clone(), posted[5].clone()]);
    assert_eq!(found("q=BUOI%20do&limit=100").await, [posted[1].clone(), posted[3].clone(), posted[5].clone()]);
    assert_eq!(found("q=buoi&variety=cam-canh").await, Vec::<Value>::new());
    assert_eq!(found("q=xoai%20cat").await, Vec::<Value>::new());
    assert_eq!(found("q=").await.len(), 7);
    let path = format!("/offers/{}", posted[3].as_str().unwrap());
    assert_eq!(manager.put(&path, json!({ "version": 1, "terms": offer_terms() })).await.problem(), "409 post_expired");
}

#[tokio::test]
async fn an_offer_shows_the_papers_that_count_until_the_last_day_of_harvest() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let officer = app.officer().await;
    let enter = async |number: &str, changes: Value, decision: &str| {
        let id = manager.add_certificate(changed(changes, json!({ "number": number }))).await["id"].as_str().unwrap().to_owned();
        if !decision.is_empty() {
            officer.review_certificate(&id, decision, "Đã xem giấy").await.expect(200);
        }
    };
    enter("01", json!({ "valid_to": "2026-12-20" }), "verify").await;
    enter("02", json!({ "kind": "organic", "valid_to": "2026-12-19" }), "verify").await;
    enter("03", json!({ "kind": "gi", "varieties": ["cam-canh"], "old_commune": "05101" }), "verify").await;
    enter("04", json!({ "kind": "globalgap", "varieties": ["cam-sanh"] }), "verify").await;
    enter("05", json!({ "kind": "haccp" }), "").await;
    enter("06", json!({ "kind": "attp" }), "refuse").await;
    let view = manager.post_offer(json!({})).await;
    assert_eq!(
        view["certificates"],
        json!([
            { "kind": "vietgap", "number": "01", "valid_to": "2026-12-20" },
            { "kind": "gi", "number": "03", "valid_to": "2027-12-31" },
        ])
    );
}

#[tokio::test]
async fn an_offer_never_falls_below_what_is_promised() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let offer = manager.post_offer(json!({})).await;
    let demand = app.enterprise("Siêu thị 1").await.post_demand(json!({})).await;
    app.hold(&offer, &demand, &[("2026-11-30", "2500"), ("2026-12-07", "3000")]).await;
    let seen = manager.get(&path(&offer)).await.expect(200);
    assert_eq!((&seen["kg_held"], &seen["kg_left"], &seen["version"]), (&json!("5500"), &json!("6500"), &json!(1)));
    let edit = async |changes: Value| manager.put(&path(&offer), json!({ "version": 1, "terms": changed(offer_terms(), changes) })).await;
    let problems = [
        (json!({ "kg_total": "5000" }), "409 below_promised [terms.kg_total: below_promised]"),
        (json!({ "kg_per_week": "2999" }), "409 below_promised [terms.kg_per_week: below_promised]"),
        (json!({ "window": { "from": "2026-12-08", "to": "2026-12-20" } }), "409 below_promised [terms.window.from: below_promised]"),
        (json!({ "variety": "cam-sanh" }), "409 goods_promised [terms.variety: goods_promised]"),
    ];
    for (changes, problem) in problems {
        assert_eq!(edit(changes.clone()).await.problem(), problem, "{changes}");
    }
    let kept = edit(json!({ "kg_total": "5500", "min_lot": "0" })).await.expect(200);
    assert_eq!((&kept["kg_held"], &kept["kg_left"]), (&json!("5500"), &json!("0")));
}

/// Cam Canh is graded as a mandarin: its sizes have other labels than an orange's.
#[tokio::test]
async fn sizes_sugar_and_juice_are_told_and_only_labels_of_the_sheet_are_taken() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let quality = json!({ "sizes": ["1-XX", "3"], "brix_tenths": 115, "juice_percent": 41 });
    let posted = manager.post_offer(json!({ "quality": quality })).await;
    assert_eq!(posted["terms"]["quality"], quality);
    let shown = app.visitor().get("/market/offers").await.expect(200);
    assert_eq!(shown["items"][0]["quality"], quality, "the market reads it");
    let refused = async |variety: &str, quality: Value| {
        manager.post("/offers", changed(offer_terms(), json!({ "variety": variety, "quality": quality }))).await.problem()
    };
    assert_eq!(refused("cam-canh", json!({ "sizes": ["13"] })).await, "422 invalid [quality.sizes.0: size_code_unknown]");
    assert_eq!(refused("rau-muong", json!({ "sizes": ["1"] })).await, "422 invalid [quality.sizes.0: size_code_unknown]");
    let sheets = app.visitor().get("/grades").await.expect(200);
    let mandarin = sheets["sheets"].as_array().unwrap().iter().find(|sheet| sheet["name"] == "mandarin").unwrap();
    assert!(mandarin["varieties"].as_array().unwrap().contains(&json!("cam-canh")), "{mandarin}");
    let open = manager.put(&path(&posted), json!({ "version": 1, "terms": offer_terms() })).await.expect(200);
    assert_eq!(open["terms"].get("quality"), None, "what is not measured any more is not told");
}
