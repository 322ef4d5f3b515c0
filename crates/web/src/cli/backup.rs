//! A copy of the live database that is proven whole when it is put back.
use crate::config::Config;
use crate::store::Db;
use crate::store::seal::Keeper;
use anyhow::{Context, bail, ensure};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const DATABASE: &str = "muavu.sqlite";
const MANIFEST: &str = "manifest.json";

#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    version: String,
    /// SHA-256 of each file, by name.
    files: std::collections::BTreeMap<String, String>,
    /// The name of the key without which its reserve prices cannot be read.
    #[serde(default)]
    seal_key: Option<String>,
}

pub async fn backup(config: &Config, folder: &Path) -> anyhow::Result<()> {
    ensure!(!folder.exists(), "{} exists already; name a new folder", folder.display());
    let db = Db::connect(config).await?;
    std::fs::create_dir_all(folder)?;
    let copy = folder.join(DATABASE);
    let seal_key = db.sealed_with().await?;
    db.copy_to(&copy).await?;
    ensure!(db.sealed_with().await? == seal_key, "the key was changed meanwhile: remove {} and start again", folder.display());
    db.close().await?;
    let files = [(DATABASE.to_owned(), hash(&copy)?)].into();
    let manifest = Manifest { version: env!("CARGO_PKG_VERSION").to_owned(), files, seal_key };
    std::fs::write(folder.join(MANIFEST), serde_json::to_string_pretty(&manifest)?)?;
    println!("{} holds a copy of the database", folder.display());
    if let Some(key) = manifest.seal_key {
        println!("Its reserve prices are sealed with the key {key}, which is not in it: keep a copy of {} elsewhere.", Keeper::of(config));
        println!("Whoever has the backup alone cannot read them, and without the key it cannot be used.");
    }
    Ok(())
}

pub fn restore(config: &Config, folder: &Path) -> anyhow::Result<()> {
    let Some(target) = config.database_url.expose().strip_prefix("sqlite://").map(PathBuf::from) else {
        bail!("a backup goes back into SQLite; restore PostgreSQL with pg_restore")
    };
    ensure!(!target.exists(), "{} exists already; move it away first", target.display());
    let manifest = std::fs::read_to_string(folder.join(MANIFEST)).with_context(|| format!("{} is not a backup", folder.display()))?;
    let manifest: Manifest = serde_json::from_str(&manifest).context("the manifest of the backup cannot be read")?;
    for (name, expected) in &manifest.files {
        ensure!(hash(&folder.join(name))? == *expected, "{name} in the backup is not what was written; nothing was restored");
    }
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::copy(folder.join(DATABASE), &target)?;
    println!("{} is restored from a backup made by version {}", target.display(), manifest.version);
    if let Some(key) = manifest.seal_key {
        let keeper = Keeper::of(config);
        match keeper.read()?.map(|here| here.id()) {
            Some(here) if here == key => println!("The key {key} that it needs is at {keeper}"),
            Some(here) => println!("It needs the key {key}, and the one at {keeper} is {here}: put the right one there before you start"),
            None => println!("It needs the key {key}: put it at {keeper} before you start"),
        }
    }
    Ok(())
}

fn hash(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(crate::auth::hex(&Sha256::digest(&bytes)))
}
