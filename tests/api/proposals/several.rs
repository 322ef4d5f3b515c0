//! One answer to many proposals.
use super::first;
use serde_json::{Value, json};
use support::people::all;
use support::{Client, TestApp};

const SUPPLIERS: [&str; 4] = ["HTX Cam 1", "HTX Cam 2", "HTX Cam 3", "HTX Cam 4"];

/// A buyer's demands, each matched by a round with offers of four cooperatives.
async fn waiting(app: &TestApp, demands: usize) -> (Client, Vec<Value>) {
    let buyer = app.enterprise("Cty 1").await;
    for name in SUPPLIERS {
        let kg = (500 * demands).to_string();
        app.cooperative(name).await.post_offer(json!({ "kg_total": kg, "kg_per_week": kg, "min_lot": "0" })).await;
    }
    let line = support::posts::changed(support::posts::demand_line(), json!({ "kg_per_week": "500", "certificates": [] }));
    buyer.post("/demands/batch", json!({ "lines": vec![line; demands] })).await.expect(201);
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let rows = all(&buyer, "/proposals?waits_for=me").await;
    assert!(rows.len() >= demands, "{} proposals", rows.len());
    (buyer, rows)
}

fn items(rows: &[Value]) -> Vec<Value> {
    rows.iter().map(|row| json!({ "id": row["id"], "revision": row["revision"] })).collect()
}

fn outcomes(reply: &Value, done: &str) -> Vec<(bool, Value)> {
    let one = |item: &Value| (item[done].as_bool().unwrap(), item["problem"]["code"].clone());
    reply["items"].as_array().unwrap().iter().map(one).collect()
}

#[tokio::test]
async fn three_hundred_proposals_are_accepted_in_one_request_and_each_supplier_hears_once() {
    let app = TestApp::new().await;
    let (buyer, rows) = waiting(&app, 300).await;
    let rows = &rows[..300];
    assert_eq!((&rows[0]["certificates"], rows[0]["reference"]["price"].is_i64()), (&json!([]), true));
    let reply = buyer.post("/proposals/accept", json!({ "items": items(rows) })).await.expect(200);
    assert!(outcomes(&reply, "accepted").iter().all(|(done, _)| *done), "{reply}");
    let row = first(&buyer, &format!("/proposals?demand={}", rows[0]["demand"].as_str().unwrap())).await;
    assert_eq!((&row["waits_for"], &row["version"]), (&json!(["supplier"]), &json!(2)));

    let mut told = 0;
    for name in SUPPLIERS {
        let seller = app.signed_in(&format!("{}@htx.example", name.to_lowercase().replace(' ', "-"))).await;
        let notices = seller.get("/notices").await.expect(200);
        let accepted: Vec<_> = notices["items"].as_array().unwrap().iter().filter(|notice| notice["kind"] == "proposal_accepted").collect();
        assert!(accepted.len() <= 1, "{name}: {accepted:?}");
        told += accepted.first().map_or(0, |notice| notice["arguments"]["proposals"].as_i64().unwrap_or(1));
    }
    assert_eq!(told, 300);
    let mails: Vec<_> = app.mails().await.into_iter().filter(|mail| mail.kind == "proposal_accepted").collect();
    assert!((1..=SUPPLIERS.len()).contains(&mails.len()), "{} mails", mails.len());
    assert!(mails[0].subject.contains("Cty 1 đã đồng ý"), "{}", mails[0].subject);

    let seller = app.signed_in(&mails[0].recipient).await;
    let theirs = all(&seller, "/proposals?waits_for=me").await;
    let reply = seller.post("/proposals/accept", json!({ "items": items(&theirs[..2]) })).await.expect(200);
    assert!(outcomes(&reply, "accepted").iter().all(|(done, _)| *done), "{reply}");
    assert_eq!(seller.get("/contracts").await.expect(200)["items"].as_array().unwrap().len(), 2, "both sides said yes");
}

#[tokio::test]
async fn a_set_is_declined_for_one_reason_and_what_it_held_is_free() {
    let app = TestApp::new().await;
    let (buyer, rows) = waiting(&app, 6).await;
    let mut asked = items(&rows[..4]);
    asked[1]["revision"] = json!(7);
    asked[2]["id"] = json!("0198f3a0-0000-7000-8000-000000000001");
    let reply = buyer.post("/proposals/decline", json!({ "items": asked, "reason": "Kho đầy" })).await.expect(200);
    let expected = [(true, Value::Null), (false, json!("revision_changed")), (false, json!("not_found")), (true, Value::Null)];
    assert_eq!(outcomes(&reply, "declined"), expected);
    let one = buyer.get(&format!("/proposals/{}", rows[0]["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(
        (&one["status"], &one["declined"]["reason"], &one["declined"]["by"]),
        (&json!("declined"), &json!("Kho đầy"), &json!("buyer"))
    );
    let demand = buyer.get(&format!("/demands/{}", rows[0]["demand"].as_str().unwrap())).await.expect(200);
    let open: i64 = all(&buyer, &format!("/proposals?status=open&demand={}", rows[0]["demand"].as_str().unwrap()))
        .await
        .iter()
        .map(|row| row["kg_total"].as_str().unwrap().parse::<i64>().unwrap())
        .sum();
    assert_eq!(demand["kg_held"], json!(open.to_string()), "only what is still open is held");
    let again = buyer.post("/proposals/decline", json!({ "items": items(&rows[..1]), "reason": "Kho đầy" })).await.expect(200);
    assert_eq!(outcomes(&again, "declined"), [(false, json!("proposal_closed"))]);
}

#[tokio::test]
async fn a_set_has_a_bound_names_each_once_and_is_the_own() {
    let app = TestApp::new().await;
    let (buyer, rows) = waiting(&app, 2).await;
    let item = items(&rows)[0].clone();
    for path in ["/proposals/accept", "/proposals/decline"] {
        let send = async |items: Vec<Value>| {
            let body =
                if path.ends_with("decline") { json!({ "items": items, "reason": "Kho đầy" }) } else { json!({ "items": items }) };
            buyer.post(path, body).await.problem()
        };
        assert_eq!(send(vec![]).await, "422 invalid [items: items_out_of_range]");
        assert_eq!(send(vec![item.clone(); 301]).await, "422 invalid [items: items_out_of_range]");
        assert_eq!(send(vec![item.clone(); 2]).await, "422 invalid [items.1.id: proposal_repeated]");
    }
    let none = buyer.post("/proposals/decline", json!({ "items": [item], "reason": " " })).await;
    assert_eq!(none.problem(), "422 invalid [reason: reason_missing]");
    let stranger = app.enterprise("Cty 2").await;
    let reply = stranger.post("/proposals/accept", json!({ "items": items(&rows) })).await.expect(200);
    assert_eq!(outcomes(&reply, "accepted"), vec![(false, json!("not_found")); rows.len()]);
    assert_eq!(all(&buyer, "/proposals?waits_for=me").await.len(), rows.len());
}

/// Below the limit a clerk's word counts, above it the directors are asked, once for all.
#[tokio::test]
async fn a_clerks_set_is_split_at_the_limit() {
    let app = TestApp::new().await;
    let (buyer, rows) = waiting(&app, 3).await;
    let clerk = app.clerk(&buyer, "mua-hang-1").await;
    let smallest = rows.iter().map(|row| row["total"].as_i64().unwrap()).min().unwrap();
    let within = rows.iter().filter(|row| row["total"].as_i64().unwrap() == smallest).count();
    buyer.put("/organisation/clerk-limit", json!({ "limit": smallest })).await.expect(200);
    let reply = clerk.post("/proposals/accept", json!({ "items": items(&rows) })).await.expect(200);
    let count = |field: &str| reply["items"].as_array().unwrap().iter().filter(|item| item[field] == true).count();
    assert!(within < rows.len(), "some are dearer: {rows:?}");
    assert_eq!((count("accepted"), count("asked")), (within, rows.len() - within));
    assert_eq!(all(&buyer, "/proposals?waits_for=me").await.len(), rows.len() - within);
    let notices = all(&buyer, "/notices").await;
    assert_eq!(notices.iter().filter(|notice| notice["kind"] == "approval_asked").count(), 1);
    let declined = json!({ "items": items(&rows[..1]), "reason": "Kho đầy" });
    let declined = clerk.post("/proposals/decline", declined).await.expect(200);
    assert_eq!(outcomes(&declined, "declined"), [(false, json!("forbidden"))]);
}
