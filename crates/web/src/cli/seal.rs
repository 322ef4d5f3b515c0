//! The key that seals reserve prices.
use crate::config::Config;
use crate::store::seal::{self, Keeper, new_key_file};
use crate::store::{Db, Tx};
use anyhow::{Context, ensure};
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum Seal {
    /// Give the database another key: it is written to a new file, which takes the place of the old one before the next start.
    Rotate {
        /// The new file; one that holds a key already is taken as it is.
        file: PathBuf,
    },
}

pub async fn seal(config: &Config, command: Seal) -> anyhow::Result<()> {
    match command {
        Seal::Rotate { file } => rotate(config, &file).await,
    }
}

/// Servers that run go on: they hold what the key opens.
async fn rotate(config: &Config, file: &Path) -> anyhow::Result<()> {
    let db = Db::connect(config).await?;
    db.migrate().await.context("cannot bring the database up to date")?;
    let before = db.key_id().unwrap_or_default().to_owned();
    // On the disk before the database needs it.
    let next = match (Keeper::File { path: file.to_owned(), makes: true }).read()? {
        Some(next) => next,
        None => new_key_file(file)?,
    };
    ensure!(next.id() != before, "{} holds the key that opens the database now: name a new file", file.display());
    let tx = Tx::write(&db).await?;
    seal::rotate(&tx, db.keeper(), &next).await?;
    tx.commit().await?;
    db.scrub().await?;
    println!("The key {} in {} opens the database from now on, the key {before} no more.", next.id(), file.display());
    println!("Put it in the place of {} before the next start of any server.", db.keeper());
    println!("Backups made until now need the key {before}: keep it with them, or make new ones and destroy both.");
    db.close().await?;
    Ok(())
}
