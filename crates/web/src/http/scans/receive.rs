//! What a file is, looked at away from the async threads.
use super::super::error::ApiError;
use super::super::upload::{Limits, spool};
use crate::picture::{self, Jpeg, PictureError};
use axum::body::Body;
use domain::scan::{Format, MOST_BYTES, Media};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Read, Seek};
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

pub async fn receive(body: Body) -> Result<Received, ApiError> {
    let file = spool(body, LIMITS).await?;
    let _permit = OPEN.acquire().await.map_err(|error| ApiError::Internal(error.into()))?;
    tokio::task::spawn_blocking(move || look(file)).await.map_err(|error| ApiError::Internal(error.into()))?
}

fn look(mut file: File) -> Result<Received, ApiError> {
    let mut head = Vec::with_capacity(Format::HEAD);
    file.rewind().map_err(internal)?;
    (&mut file).take(Format::HEAD as u64).read_to_end(&mut head).map_err(internal)?;
    file.rewind().map_err(internal)?;
    if head.is_empty() {
        return Err(ApiError::field("scan", "scan_empty"));
    }
    let format = Format::sniff(&head).ok_or_else(|| ApiError::field("scan", "scan_format_unknown"))?;
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
