//! Photos of offers: what goes in, what is kept, who sees it.
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use std::io::Cursor;
use support::TestApp;

/// A picture of fruit, told from others by its shade.
fn photo(shade: u8, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([shade; 3])));
    picture.write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

fn id(view: &Value) -> &str {
    view["id"].as_str().expect("an id")
}

#[tokio::test]
async fn a_photo_is_kept_in_two_sizes_and_shown_with_the_offer() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let offer = manager.post_offer(json!({})).await;
    assert_eq!(offer["photos"], json!([]));
    let path = format!("/offers/{}/photos", id(&offer));
    let added = manager.upload(&path, &photo(90, 2400, 600)).await.expect(201);
    assert_eq!((&added["width"], &added["height"]), (&json!(2000), &json!(500)));
    assert_eq!(manager.upload(&path, &photo(90, 2400, 600)).await.expect(201), added, "sent again after a lost answer");
    assert_eq!(manager.get("/offers").await.expect(200)["items"][0]["photos"], json!([added]));

    let file = format!("{path}/{}", id(&added));
    let officer = app.officer().await;
    for reader in [&manager, &officer] {
        assert_eq!(reader.get(&format!("/offers/{}", id(&offer))).await.expect(200)["photos"], json!([added]));
        let shown = reader.get(&file).await;
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        assert_eq!(shown.headers["x-content-type-options"], "nosniff");
        assert_eq!(shown.bytes.len() as u64, added["bytes"].as_u64().expect("a size"));
        let small = reader.get(&format!("{file}?small=true")).await;
        let size = |bytes: &[u8]| image::load_from_memory(bytes).map(|picture| (picture.width(), picture.height())).expect("a picture");
        assert_eq!((size(&shown.bytes), size(&small.bytes)), ((2000, 500), (320, 80)));
    }
    let neighbour = app.cooperative("HTX Cam 2").await;
    assert_eq!(neighbour.get(&file).await.problem(), "404 not_found");
    assert_eq!(neighbour.upload(&path, &photo(1, 9, 9)).await.problem(), "404 not_found");
    let crossed = format!("/offers/{}/photos/{}", id(&neighbour.post_offer(json!({})).await), id(&added));
    assert_eq!(neighbour.get(&crossed).await.problem(), "404 not_found", "through an offer of one's own");
    assert_eq!(neighbour.delete(&crossed, json!({})).await.problem(), "404 not_found");
    assert_eq!(officer.upload(&path, &photo(1, 9, 9)).await.problem(), "403 forbidden");
    assert_eq!(officer.delete(&file, json!({})).await.problem(), "403 forbidden");

    assert_eq!(manager.delete(&file, json!({})).await.status, 204);
    assert_eq!(manager.get(&file).await.problem(), "404 not_found");
    assert_eq!(manager.get(&format!("/offers/{}", id(&offer))).await.expect(200)["photos"], json!([]));
}

#[tokio::test]
async fn six_pictures_and_nothing_else() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let offer = manager.post_offer(json!({})).await;
    let path = format!("/offers/{}/photos", id(&offer));
    assert_eq!(manager.upload(&path, b"%PDF-1.7").await.problem(), "422 invalid [scan: photo_not_a_picture]");
    assert_eq!(manager.upload(&path, b"<svg onload=alert(1)>").await.problem(), "422 invalid [scan: scan_format_unknown]");
    for shade in 0..6 {
        manager.upload(&path, &photo(shade * 40, 20, 20)).await.expect(201);
    }
    assert_eq!(manager.upload(&path, &photo(250, 20, 20)).await.problem(), "409 too_many_photos");
    let first = manager.get("/offers").await.expect(200)["items"][0]["photos"][0].clone();
    manager.post(&format!("/offers/{}/withdraw", id(&offer)), json!({})).await.expect(200);
    let file = format!("{path}/{}", id(&first));
    assert_eq!(manager.delete(&file, json!({})).await.status, 204, "also of an offer that is closed");
    assert_eq!(manager.upload(&path, &photo(250, 20, 20)).await.problem(), "409 photo_of_closed_offer");
}

#[tokio::test]
async fn the_buyer_of_a_proposal_sees_the_goods() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let proposal = format!("/proposals/{}", deal.proposal);
    let offer = deal.buyer.get(&proposal).await.expect(200)["offer"].as_str().expect("an id").to_owned();
    let added = deal.supplier.upload(&format!("/offers/{offer}/photos"), &photo(90, 400, 300)).await.expect(201);
    assert_eq!(deal.buyer.get(&proposal).await.expect(200)["photos"], json!([added]));
    let file = format!("{proposal}/photos/{}", id(&added));
    for reader in [&deal.buyer, &deal.supplier] {
        assert_eq!(reader.get(&file).await.headers["content-type"], "image/jpeg");
        assert_eq!(reader.get(&format!("{file}?small=true")).await.status, 200);
    }
    assert_eq!(deal.buyer.get(&format!("/offers/{offer}/photos/{}", id(&added))).await.problem(), "404 not_found");
    assert_eq!(app.enterprise("Siêu thị 2").await.get(&file).await.problem(), "404 not_found");
}
