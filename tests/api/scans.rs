//! Scans of certificates: what goes in, what is kept, who sees it.
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use std::io::Cursor;
use support::{Client, TestApp};

/// A picture of a paper, told from others by its shade.
pub fn photo(shade: u8, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([shade; 3])));
    picture.write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

async fn scans_of(person: &Client, certificate: &str) -> Value {
    person.get(&format!("/certificates/{certificate}")).await.expect(200)["scans"].clone()
}

async fn certificate(person: &Client) -> String {
    person.add_certificate(json!({})).await["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_photo_is_kept_shrunk_and_shown_to_its_holder_and_the_office() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let id = certificate(&manager).await;
    let path = format!("/certificates/{id}/scans");
    let added = manager.upload(&path, &photo(90, 2400, 600)).await.expect(201);
    assert_eq!((&added["media"], &added["width"], &added["height"]), (&json!("jpeg"), &json!(2000), &json!(500)));
    assert_eq!(manager.upload(&path, &photo(90, 2400, 600)).await.expect(201), added, "sent again after a lost answer");
    assert_eq!(scans_of(&manager, &id).await, json!([added]));

    let file = format!("{path}/{}", added["id"].as_str().expect("an id"));
    let officer = app.officer().await;
    assert_eq!(officer.get("/officer/certificates").await.expect(200)["items"][0]["certificate"]["scans"], json!([added]));
    for reader in [&manager, &officer] {
        let shown = reader.get(&file).await;
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        assert_eq!(shown.headers["cache-control"], "private, no-store");
        assert_eq!(shown.bytes.len() as u64, added["bytes"].as_u64().expect("a size"));
        let picture = image::load_from_memory(&shown.bytes).expect("a picture");
        assert_eq!((picture.width(), picture.height()), (2000, 500));
    }
    let neighbour = app.cooperative("HTX Cam 2").await;
    assert_eq!(neighbour.get(&file).await.problem(), "404 not_found");
    assert_eq!(neighbour.upload(&path, &photo(1, 9, 9)).await.problem(), "404 not_found");
    let other = certificate(&neighbour).await;
    let crossed = format!("/certificates/{other}/scans/{}", added["id"].as_str().expect("an id"));
    assert_eq!(neighbour.get(&crossed).await.problem(), "404 not_found", "through a certificate of one's own");
    assert_eq!(neighbour.delete(&crossed, json!({})).await.problem(), "404 not_found");
    let operator = app.operator().await;
    assert_eq!(operator.upload(&path, &photo(1, 9, 9)).await.problem(), "404 not_found");
    assert_eq!(operator.delete(&file, json!({})).await.problem(), "404 not_found");
}

#[tokio::test]
async fn a_pdf_is_only_ever_downloaded() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let path = format!("/certificates/{}/scans", certificate(&manager).await);
    let pdf = b"%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript >> >>".as_slice();
    let added = manager.upload(&path, pdf).await.expect(201);
    assert_eq!((&added["media"], &added["width"], &added["bytes"]), (&json!("pdf"), &json!(null), &json!(pdf.len())));
    let shown = manager.get(&format!("{path}/{}", added["id"].as_str().expect("an id"))).await;
    assert_eq!(shown.bytes, pdf);
    let disposition = shown.headers["content-disposition"].to_str().expect("text");
    assert!(disposition.starts_with("attachment; filename=\"giay-") && disposition.ends_with(".pdf\""), "{disposition}");
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    assert!(shown.headers["content-security-policy"].to_str().expect("text").contains("sandbox"));
}

#[tokio::test]
async fn what_is_no_scan_is_refused_by_name() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let id = certificate(&manager).await;
    let path = format!("/certificates/{id}/scans");
    let torn = photo(3, 300, 300);
    let heavy = [b"%PDF-1.7".as_slice(), &vec![0; 10_000_000]].concat();
    let cases: [(&[u8], &str); 5] = [
        (b"", "scan_empty"),
        (b"<svg onload=alert(1)>", "scan_format_unknown"),
        (b"MZ\x90\0 giay.jpg.exe", "scan_format_unknown"),
        (&torn[..torn.len() - 30], "scan_unreadable"),
        (&heavy, "scan_too_large"),
    ];
    for (file, code) in cases {
        assert_eq!(manager.upload(&path, file).await.problem(), format!("422 invalid [scan: {code}]"));
    }
    assert_eq!(scans_of(&manager, &id).await, json!([]));
    for shade in 0..5 {
        manager.upload(&path, &photo(shade * 40, 20, 20)).await.expect(201);
    }
    assert_eq!(manager.upload(&path, &photo(250, 20, 20)).await.problem(), "409 too_many_scans");
    assert_eq!(manager.upload(&path, &photo(0, 20, 20)).await.status, 201, "one it has already");
}

#[tokio::test]
async fn a_scan_is_taken_away_until_the_office_decided_by_it() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let id = certificate(&manager).await;
    let path = format!("/certificates/{id}/scans");
    let file = |added: &Value| format!("{path}/{}", added["id"].as_str().expect("an id"));
    let wrong = manager.upload(&path, &photo(10, 20, 20)).await.expect(201);
    assert_eq!(manager.delete(&file(&wrong), json!({})).await.status, 204);
    assert_eq!(manager.delete(&file(&wrong), json!({})).await.problem(), "404 not_found");
    let right = manager.upload(&path, &photo(20, 20, 20)).await.expect(201);
    app.officer().await.review_certificate(&id, "verify", "Đúng bản chụp").await.expect(200);
    assert_eq!(manager.delete(&file(&right), json!({})).await.problem(), "409 scan_was_reviewed");
    let second = manager.upload(&path, &photo(30, 20, 20)).await.expect(201);
    assert_eq!(scans_of(&manager, &id).await, json!([right, second]), "a page that was forgotten may follow");
}
