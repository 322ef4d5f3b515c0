//! A SQLite database is opened and brought up by one process at a time: two that start at once on an empty folder would both make its key and
//! its schema.
use anyhow::Context;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// The file that is locked meanwhile; its name stands beside those of SQLite's own.
pub fn file_of(database: &str) -> PathBuf {
    format!("{}-starting", database.split('?').next().unwrap_or(database)).into()
}

/// Waits for its turn; dropped, or with the end of the process, the turn is the next one's.
pub async fn alone(path: &Path) -> anyhow::Result<File> {
    let cannot = || format!("cannot lock {}", path.display());
    let file = File::options().create(true).truncate(false).write(true).open(path).with_context(cannot)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {
            tracing::info!(file = %path.display(), "another process is starting on this database: waiting for it");
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
    }
    tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await?.with_context(cannot)
}
