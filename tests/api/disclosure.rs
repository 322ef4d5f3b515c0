//! What others learn of a cooperative, stage by stage: every page that answers is read, and `domain::disclosure` says what may stand there.
use domain::disclosure::{Field, Stage, shows};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Cursor;
use support::deals::{BUYER_MAIL, Deal};
use support::people::registration;
use support::{Client, TestApp};

/// Everything that answers a GET, with the ids that somebody could know put in.
async fn reads(client: &Client, ids: &[(&str, &str)]) -> String {
    let document = serde_json::to_value(web::http::openapi()).expect("JSON");
    let mut text = String::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        if item.get("get").is_none() || path.contains("unsubscribe") {
            continue;
        }
        let path = path.strip_prefix("/api/v1").expect("below /api/v1");
        let id = ids.iter().find(|(start, _)| path.starts_with(start)).map_or("1", |(_, id)| *id);
        let photo = ids.iter().find(|(name, _)| *name == "photo").map_or("1", |(_, id)| *id);
        let path = path.replace("{id}", id).replace("{photo}", photo).replace("{number}", "1");
        let reply = client.get(&path).await;
        if reply.status == 200 {
            text += &String::from_utf8_lossy(&reply.bytes);
        }
    }
    text
}

fn cooperative() -> Value {
    let mut body = registration("cooperative", "HTX Vườn Bí 1", 1);
    for (field, value) in
        [("representative", "Quàng Thị Mẫn"), ("phone", "0977000111"), ("email", "lienhe@vuonbi.example"), ("address_line", "Xóm Nhót 77")]
    {
        body["organisation"][field] = value.into();
    }
    // Who signs is the representative.
    body["member"]["name"] = "Quàng Thị Mẫn".into();
    body["organisation"]["bank_account"] = json!({ "bank": "Agribank", "number": "3001205678", "holder": "HTX VUON BI" });
    body
}

#[tokio::test]
async fn each_stage_shows_what_the_table_says_and_nothing_more() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let supplier = app.visitor();
    let session = supplier.post("/auth/register", cooperative()).await.expect(201);
    let org = session["organisation"]["id"].as_str().unwrap().to_owned();
    let review = json!({ "decision": "verify", "reason": "Đủ giấy tờ" });
    officer.post(&format!("/officer/organisations/{org}/review"), review).await.expect(200);
    let paper = json!({ "number": "VG-BI-7788" });
    let certificate = supplier.add_certificate(paper).await["id"].as_str().unwrap().to_owned();
    officer.review_certificate(&certificate, "verify", "Đủ giấy tờ").await.expect(200);
    // Less than is wanted: of goods that nobody competes for the price would be the reserve itself.
    let goods = json!({ "note": "Xe 5 tấn vào được", "ask": 12_345, "pickup_commune": "05092", "kg_total": "6000", "kg_per_week": "2000",
        "tiers": [{ "from_kg": "5000", "discount": 1_357 }] });
    let offer = supplier.post_offer(goods).await["id"].as_str().unwrap().to_owned();
    let photo = supplier.upload(&format!("/offers/{offer}/photos"), &picture()).await.expect(201)["id"].as_str().unwrap().to_owned();
    let buyer = app.enterprise("Siêu thị 1").await;
    let wanted = json!({ "certificates": ["vietgap"] });
    let demand = buyer.post_demand(wanted).await["id"].as_str().unwrap().to_owned();

    let values: [(Field, &str); 16] = [
        (Field::Goods, "cam-canh"),
        (Field::District, "Cao Phong"),
        (Field::PaperKinds, "vietgap"),
        (Field::Demand, &demand),
        (Field::Commune, "Thung Nai"),
        (Field::Photos, &photo),
        (Field::Note, "Xe 5 tấn vào được"),
        (Field::Discount, ":1357"),
        (Field::Name, "HTX Vườn Bí 1"),
        (Field::Representative, "Quàng Thị Mẫn"),
        (Field::Phone, "977000111"),
        (Field::Email, "lienhe@vuonbi.example"),
        (Field::TaxCode, "9900010053"),
        (Field::Address, "Xóm Nhót 77"),
        (Field::BankAccount, "3001205678"),
        (Field::PaperNumber, "VG-BI-7788"),
    ];
    let checked = async |who: &Client, stage: Stage, ids: &[(&str, &str)]| {
        let text = reads(who, ids).await;
        let seen: BTreeSet<Field> = values.iter().filter(|(_, value)| text.contains(value)).map(|(field, _)| *field).collect();
        let may: BTreeSet<Field> = values.iter().map(|(field, _)| *field).filter(|field| shows(stage, *field)).collect();
        assert_eq!(seen, may, "{stage:?}");
        let told = text.find(":12345").map(|at| text.get(at.saturating_sub(60)..at + 20).unwrap_or_default());
        assert_eq!(told.is_some(), shows(stage, Field::Reserve), "{stage:?}: {told:?}");
    };
    let known = [
        ("/offers", &*offer),
        ("/demands", &*demand),
        ("/certificates", &*certificate),
        ("/officer/organisations", &*org),
        ("photo", &*photo),
    ];
    checked(&app.visitor(), Stage::Visitor, &known).await;
    let newcomer = app.visitor();
    newcomer.post("/auth/register", registration("enterprise", "Siêu thị Mới 3", 9)).await.expect(201);
    checked(&newcomer, Stage::Unverified, &known).await;
    checked(&app.enterprise("Siêu thị 2").await, Stage::Verified, &known).await;

    officer.post("/rounds", json!({})).await.expect(201);
    let proposal = buyer.get("/proposals").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    let mut known = known.to_vec();
    known.push(("/proposals", &proposal));
    checked(&buyer, Stage::Proposed, &known).await;
    supplier.post(&format!("/proposals/{proposal}/accept"), json!({ "revision": 1 })).await.expect(200);
    let agreed = buyer.post(&format!("/proposals/{proposal}/accept"), json!({ "revision": 1 })).await.expect(200);
    let contract = agreed["contract"].as_str().expect("a contract").to_owned();
    known.push(("/contracts", &contract));
    checked(&buyer, Stage::Signing, &known).await;
    let deal = Deal { supplier, buyer, round: String::new(), offer: offer.clone(), proposal: proposal.clone(), contract: contract.clone() };
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    app.sign_by_mail(&deal, &deal.supplier, "htx-vuon-bi-1@htx.example").await;
    checked(&deal.buyer, Stage::InForce, &known).await;
    deal.buyer.post(&deal.path("/terminate"), json!({ "reason": "Hết nhu cầu" })).await.expect(200);
    checked(&deal.buyer, Stage::Ended, &known).await;
    let round = officer.get("/rounds").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    known.push(("/rounds", &round));
    checked(&officer, Stage::Office, &known).await;
    // A stranger gained nothing by knowing where to look.
    checked(&app.enterprise("Siêu thị 4").await, Stage::Verified, &known[..5]).await;
    assert_eq!(app.enterprise("Siêu thị 5").await.get(&deal.path("")).await.problem(), "404 not_found");
}

fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(640, 480)).write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}
