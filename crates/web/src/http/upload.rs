//! A file on its way in: to a nameless temporary file while it comes.
use super::error::ApiError;
use axum::body::{Body, HttpBody};
use std::fs::File;
use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;
use tokio::io::AsyncWriteExt;

/// What is taken of a file, and what is said when it is more.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub field: &'static str,
    pub most: usize,
    pub too_large: &'static str,
    pub too_slow: &'static str,
}

/// Ten megabytes over a bad line in the hills; whoever takes longer tries again.
const LONGEST: Duration = Duration::from_mins(5);

pub async fn spool(body: Body, limits: Limits) -> Result<File, ApiError> {
    tokio::time::timeout(LONGEST, take(body, limits)).await.map_err(|_| ApiError::field(limits.field, limits.too_slow))?
}

async fn take(mut body: Body, limits: Limits) -> Result<File, ApiError> {
    let file = tokio::task::spawn_blocking(tempfile::tempfile).await.map_err(|error| ApiError::Internal(error.into()))?;
    let mut file = tokio::fs::File::from_std(file.map_err(internal)?);
    let mut size = 0;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|_| ApiError::Bad("body_cut_off"))?;
        let Ok(data) = frame.into_data() else { continue };
        size += data.len();
        if size > limits.most {
            return Err(ApiError::field(limits.field, limits.too_large));
        }
        file.write_all(&data).await.map_err(internal)?;
    }
    file.flush().await.map_err(internal)?;
    Ok(file.into_std().await)
}

fn internal(error: std::io::Error) -> ApiError {
    ApiError::Internal(error.into())
}
