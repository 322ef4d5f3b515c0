//! The key that seals reserve prices.
use crate::config::Config;
use crate::store::seal::{self, Keeper, MasterKey, new_key_file};
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
    /// Write anew every table that holds something sealed, so that no old page keeps what was there before. It stops whoever wants to write:
    /// do it at a quiet hour.
    Rewrite,
}

pub async fn seal(config: &Config, command: Seal) -> anyhow::Result<()> {
    let db = Db::connect(config).await?;
    match command {
        Seal::Rotate { file } => rotate(&db, &file).await?,
        Seal::Rewrite => {
            db.rewrite().await.context("some of it is still to do; run it again at a quiet hour")?;
            println!("The database is written anew: no old page is left of what is sealed.");
        }
    }
    Ok(db.close().await?)
}

/// Servers that run go on: they hold what the key opens. One row changes, in one transaction, so there is no half way; killed before the new
/// file took the old one's place it is run again with the same file.
async fn rotate(db: &Db, file: &Path) -> anyhow::Result<()> {
    let needed = db.sealed_with().await?.context("this database has no sealed key yet: start the program once")?;
    let there = Keeper::File { path: file.to_owned(), makes: true };
    let known = there.read()?;
    let now = db.keeper().read()?.with_context(|| format!("there is no key at {}; the database needs {needed}", db.keeper()))?.id();
    let is_known = |id: &str| known.as_ref().is_some_and(|key| key.id() == id);
    ensure!(!is_known(&now), "{} holds the key that opens the database now: name a new file", file.display());
    let next = if is_known(&needed) { needed } else { give(db, file, known).await? };
    let clean = db.scrub().await?;
    println!("The key {next} in {} opens the database from now on, the key {now} no more.", file.display());
    println!("Put it in the place of {} before the next start of any server.", db.keeper());
    println!("Backups made until now need the key {now}: keep it with them, or make new ones and destroy both.");
    if !clean {
        println!("What the key {now} opened is still in an old page: run `muavu seal rewrite` at a quiet hour.");
    }
    Ok(())
}

async fn give(db: &Db, file: &Path, known: Option<MasterKey>) -> anyhow::Result<String> {
    db.unlock().await?;
    // On the disk before the database needs it.
    let next = known.map_or_else(|| new_key_file(file), Ok)?;
    let tx = Tx::write(db).await?;
    seal::rotate(&tx, db.keeper(), &next).await?;
    tx.commit().await?;
    Ok(next.id())
}
