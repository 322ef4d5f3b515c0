//! What a file is, looked at away from the async threads.
use super::super::error::ApiError;
use super::super::upload::{Limits, spool};
use super::pages::Pages;
use crate::picture::{self, Jpeg, PictureError, pages};
use axum::body::Body;
use domain::scan::{Format, MOST_BYTES, Media};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use tokio::sync::Semaphore;

/// A file as it is kept.
#[derive(Debug)]
pub struct Received {
    pub media: Media,
    pub bytes: Vec<u8>,
    pub hash: [u8; 32],
    pub pixels: Option<(u32, u32)>,
}

/// How many pictures are open at once: each may take some 150 MB for a moment.
static OPEN: Semaphore = Semaphore::const_new(2);
const LIMITS: Limits = Limits { field: "scan", most: MOST_BYTES, too_large: "scan_too_large", too_slow: "scan_too_slow" };
/// Pages come larger than they are kept.
const PAGES: Limits = Limits { most: 2 * MOST_BYTES, ..LIMITS };

/// One file; or, where `pages` says how long each is, several pictures that become one document.
pub async fn receive(body: Body, pages: Option<Pages>) -> Result<Received, ApiError> {
    let file = spool(body, if pages.is_some() { PAGES } else { LIMITS }).await?;
    let _permit = OPEN.acquire().await.map_err(|error| ApiError::Internal(error.into()))?;
    let work = move || match pages {
        None => look(file),
        Some(pages) => bind(file, &pages),
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| ApiError::Internal(error.into()))?
}

fn look(mut file: File) -> Result<Received, ApiError> {
    let mut head = Vec::with_capacity(Format::HEAD);
    file.rewind().map_err(internal)?;
    (&mut file).take(Format::HEAD as u64).read_to_end(&mut head).map_err(internal)?;
    file.rewind().map_err(internal)?;
    let format = sniff(&head)?;
    let (media, bytes, pixels) = match format {
        Format::Pdf => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(internal)?;
            (Media::Pdf, bytes, None)
        }
        Format::Jpeg | Format::Png | Format::Webp => {
            let Jpeg { bytes, width, height } = picture::clean(BufReader::new(file), format).map_err(unreadable)?;
            (Media::Jpeg, bytes, Some((width, height)))
        }
    };
    Ok(Received { media, hash: Sha256::digest(&bytes).into(), bytes, pixels })
}

/// Each page is cleaned as a photo of its own; one open picture at a time.
fn bind(mut file: File, pages: &Pages) -> Result<Received, ApiError> {
    file.rewind().map_err(internal)?;
    let length = file.metadata().map_err(internal)?.len();
    if pages.sizes().iter().map(|size| u64::from(*size)).sum::<u64>() != length {
        return Err(ApiError::field("pages", "pages_do_not_fit"));
    }
    let mut clean = Vec::with_capacity(pages.sizes().len());
    for size in pages.sizes() {
        let mut bytes = Vec::new();
        (&mut file).take(u64::from(*size)).read_to_end(&mut bytes).map_err(internal)?;
        let format = sniff(&bytes)?;
        if format == Format::Pdf {
            return Err(ApiError::field("scan", "scan_page_not_picture"));
        }
        clean.push(picture::clean(Cursor::new(bytes), format).map_err(unreadable)?);
    }
    let bytes = pages::document(&clean);
    if bytes.len() > MOST_BYTES {
        return Err(ApiError::field("scan", "scan_too_large"));
    }
    Ok(Received { media: Media::Pdf, hash: Sha256::digest(&bytes).into(), bytes, pixels: None })
}

fn sniff(head: &[u8]) -> Result<Format, ApiError> {
    if head.is_empty() {
        return Err(ApiError::field("scan", "scan_empty"));
    }
    Format::sniff(head).ok_or_else(|| ApiError::field("scan", "scan_format_unknown"))
}

fn unreadable(error: PictureError) -> ApiError {
    let code = match error {
        PictureError::Unreadable => "scan_unreadable",
        PictureError::TooManyPixels => "scan_too_many_pixels",
    };
    ApiError::field("scan", code)
}

fn internal(error: std::io::Error) -> ApiError {
    ApiError::Internal(error.into())
}
