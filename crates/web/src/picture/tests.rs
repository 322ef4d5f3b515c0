use super::*;
use image::{Rgba, RgbaImage};
use std::io::Cursor;

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Left half black, right half white.
fn halves(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([0; 3]) } else { Rgb([255; 3]) }))
}

/// A JPEG with an EXIF segment: "turn me by a quarter", and a word that stands for the place.
fn from_a_phone(picture: &DynamicImage) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPS-CAO-PHONG");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

fn cleaned(bytes: &[u8]) -> Result<Jpeg, PictureError> {
    clean(Cursor::new(bytes), Format::sniff(bytes).unwrap())
}

#[test]
fn a_photo_is_turned_upright_and_loses_what_the_phone_wrote_into_it() {
    let photo = from_a_phone(&halves(80, 40));
    assert!(has(&photo, b"Exif") && has(&photo, b"GPS-CAO-PHONG"));
    let kept = cleaned(&photo).unwrap();
    assert_eq!((kept.width, kept.height), (40, 80), "a quarter turn");
    assert!(!has(&kept.bytes, b"Exif") && !has(&kept.bytes, b"GPS"), "nothing of the phone");
    let upright = image::load_from_memory(&kept.bytes).unwrap().to_rgb8();
    assert!(upright.get_pixel(20, 5).0[0] < 60 && upright.get_pixel(20, 75).0[0] > 195, "what was left is on top");
}

#[test]
fn the_long_edge_shrinks_and_small_pictures_stay_as_they_are() {
    let wide = cleaned(&encoded(&halves(2500, 500), ImageFormat::Png)).unwrap();
    assert_eq!((wide.width, wide.height), (2000, 400));
    let huge = cleaned(&encoded(&halves(500, 5000), ImageFormat::Jpeg)).unwrap();
    assert_eq!((huge.width, huge.height), (200, 2000));
    let small = cleaned(&encoded(&halves(30, 20), ImageFormat::WebP)).unwrap();
    assert_eq!((small.width, small.height), (30, 20));
}

#[test]
fn what_is_transparent_lies_on_white() {
    let clear = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0]));
    let kept = cleaned(&encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png)).unwrap();
    assert!(image::load_from_memory(&kept.bytes).unwrap().to_rgb8().pixels().all(|pixel| pixel.0[0] > 250));
}

/// A PNG of a few bytes that claims to be a wall.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&halves(2, 2), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&png[12..29]);
    png[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    png
}

#[test]
fn a_bomb_and_a_torn_file_are_refused_before_they_take_memory() {
    assert_eq!(cleaned(&claims(100_000, 100)).unwrap_err(), PictureError::TooManyPixels);
    assert_eq!(cleaned(&claims(15_000, 15_000)).unwrap_err(), PictureError::TooManyPixels);
    let photo = encoded(&halves(200, 200), ImageFormat::Png);
    assert_eq!(cleaned(&photo[..photo.len() / 2]).unwrap_err(), PictureError::Unreadable);
    assert_eq!(cleaned(b"\xff\xd8\xff and then nothing").unwrap_err(), PictureError::Unreadable);
}
