//! Pictures from phones: read within bounds, turned upright, shrunk, and written anew, so that nothing of the phone (place,
//! model, time) and nothing that hides in a file survives.
pub mod pages;

use domain::scan::Format;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::{BufRead, Seek};

/// A4 at some 170 dots an inch: small print stays readable.
const LONG_EDGE: u32 = 2000;
const QUALITY: u8 = 82;
/// No phone's camera has longer edges; at three bytes a pixel the whole picture stays below 150 MB.
const MOST_EDGE: u32 = 16_000;
const MOST_PIXELS: u64 = 50_000_000;
/// What a decoder may allocate beside.
const MOST_MEMORY: u64 = 256 << 20;

/// A picture as it is kept.
#[derive(Debug)]
pub struct Jpeg {
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("scan_unreadable")]
    Unreadable,
    #[error("scan_too_many_pixels")]
    TooManyPixels,
}

/// Takes hundreds of milliseconds: call it away from the async threads.
pub fn clean(file: impl BufRead + Seek, format: Format) -> Result<Jpeg, PictureError> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        Format::Pdf => return Err(PictureError::Unreadable),
    };
    let mut reader = ImageReader::with_format(file, format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_EDGE);
    limits.max_image_height = Some(MOST_EDGE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let unreadable = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => PictureError::TooManyPixels,
        _ => PictureError::Unreadable,
    };
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureError::TooManyPixels);
    }
    let upright = decoder.orientation().map_err(unreadable)?;
    let mut picture = shrink(DynamicImage::from_decoder(decoder).map_err(unreadable)?);
    picture.apply_orientation(upright);
    let flat = flatten(&picture);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&flat).map_err(unreadable)?;
    Ok(Jpeg { bytes, width: flat.width(), height: flat.height() })
}

/// A picture that [`clean`] made, small enough for a list on a phone.
pub fn small(jpeg: &[u8]) -> Result<Vec<u8>, PictureError> {
    const EDGE: u32 = 320;
    let picture = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).map_err(|_| PictureError::Unreadable)?;
    let picture = if picture.width().max(picture.height()) > EDGE { picture.thumbnail(EDGE, EDGE) } else { picture };
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 72).encode_image(&picture.to_rgb8()).map_err(|_| PictureError::Unreadable)?;
    Ok(bytes)
}

fn shrink(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) <= LONG_EDGE {
        return picture;
    }
    // The cheap filter first: the good one keeps sixteen bytes a pixel of what it is given.
    let near =
        if picture.width().max(picture.height()) > 2 * LONG_EDGE { picture.thumbnail(2 * LONG_EDGE, 2 * LONG_EDGE) } else { picture };
    near.resize(LONG_EDGE, LONG_EDGE, FilterType::CatmullRom)
}

/// What is transparent lies on white paper.
fn flatten(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let source = picture.to_rgba8();
    RgbImage::from_fn(source.width(), source.height(), |x, y| {
        let [red, green, blue, alpha] = source.get_pixel(x, y).0;
        let over = |channel: u8| {
            let mixed = (u32::from(channel) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests;
