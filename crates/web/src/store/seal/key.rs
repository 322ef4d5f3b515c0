//! The operator's key: 32 bytes that are kept outside the database.
use super::{close, keyed, open, place};
use crate::config::{Config, Secret};
use anyhow::Context;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hmac::Mac;
use std::fs::{File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Where the operator keeps the key.
#[derive(Debug, Clone)]
pub enum Keeper {
    /// In the setting `seal_key`, which may come from a file or the environment.
    Setting(Secret),
    /// In a file; `makes` where it may be made at the first start: beside the database of one machine, never beside a server elsewhere,
    /// whose rows would be sealed with a key that a new container or another folder does not have.
    File { path: PathBuf, makes: bool },
}

impl std::fmt::Display for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Setting(_) => f.write_str("the setting seal_key"),
            Self::File { path, .. } => std::path::absolute(path).as_deref().unwrap_or(path).display().fmt(f),
        }
    }
}

impl Keeper {
    pub fn of(config: &Config) -> Self {
        if let Some(key) = &config.seal_key {
            return Self::Setting(key.clone());
        }
        let database = config.database_url.expose().strip_prefix("sqlite://").map(Path::new);
        let makes = database.and_then(Path::parent).is_some_and(|folder| folder == config.data_dir);
        Self::File { path: config.data_dir.join("seal.key"), makes }
    }

    /// Nothing where no file is yet.
    pub fn read(&self) -> anyhow::Result<Option<MasterKey>> {
        match self {
            Self::Setting(key) => MasterKey::parse(key.expose()).map(Some),
            Self::File { path, .. } if !path.try_exists().with_context(|| format!("cannot look for {}", path.display()))? => Ok(None),
            Self::File { path, .. } => {
                let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
                if path.metadata()?.permissions().mode() & 0o077 != 0 {
                    tracing::warn!(file = %path.display(), "others on this machine can read the key of the reserve prices: chmod 600");
                }
                MasterKey::parse(&text).map(Some).with_context(|| format!("{} holds no key", path.display()))
            }
        }
    }

    pub(super) fn make(&self) -> anyhow::Result<MasterKey> {
        match self {
            Self::Setting(key) => MasterKey::parse(key.expose()),
            Self::File { makes: false, .. } => anyhow::bail!(
                "the database is not in the data folder, so the key that seals reserve prices must be given: write the output of `openssl \
                 rand -hex 32` to a file of its own, name it in MUAVU_SEAL_KEY_FILE for every server and every command, and keep a copy"
            ),
            Self::File { path, .. } => {
                let key = new_key_file(path)?;
                tracing::warn!(
                    file = %path.display(), key = key.id(),
                    "made the key of the reserve prices: copy it to a safe place now, no backup of the database holds it"
                );
                Ok(key)
            }
        }
    }
}

/// Writes a new key into a file that must not be there yet; once this is over the disk has it.
pub fn new_key_file(path: &Path) -> anyhow::Result<MasterKey> {
    let key = MasterKey(crate::env::unrepeated());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let cannot = || format!("cannot make the key file {}", path.display());
    // Whole under its name or not at all, whatever happens meanwhile; and never in the place of another.
    let mut written = tempfile::Builder::new().permissions(Permissions::from_mode(0o600)).tempfile_in(folder).with_context(cannot)?;
    written.write_all(format!("{}\n", crate::auth::hex(&key.0)).as_bytes()).with_context(cannot)?;
    written.as_file().sync_all().with_context(cannot)?;
    written.persist_noclobber(path).map_err(|error| error.error).with_context(cannot)?;
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(cannot)?;
    Ok(key)
}

/// The operator's key, read.
pub struct MasterKey([u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKey({})", self.id())
    }
}

impl MasterKey {
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let bytes = from_hex(text.trim()).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).context("a key is 64 hexadecimal digits, like those of `openssl rand -hex 32`")
    }

    /// Eight bytes that differ from key to key and say nothing else.
    pub fn id(&self) -> String {
        let name = keyed(&self.0).chain_update(b"muavu key id").finalize().into_bytes();
        crate::auth::hex(&name[..8])
    }

    pub(super) fn wrap(&self, own: &[u8; 32]) -> Vec<u8> {
        close(&self.cipher(), &own_place(), own)
    }

    pub(super) fn unwrap(&self, wrapped: &[u8]) -> Option<[u8; 32]> {
        open(&self.cipher(), &own_place(), wrapped)?.try_into().ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

fn own_place() -> Vec<u8> {
    place("setting", super::SETTING, Uuid::nil())
}

pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_its_owners_alone_and_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/seal.key");
        let made = new_key_file(&path).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Keeper::File { path: path.clone(), makes: true }.read().unwrap().unwrap().id(), made.id());
        let refused = new_key_file(&path).unwrap_err();
        assert!(format!("{refused:#}").contains("seal.key"), "{refused:#}");
        assert_eq!(Keeper::File { path, makes: true }.read().unwrap().unwrap().id(), made.id());
        assert!(Keeper::File { path: folder.path().join("none"), makes: true }.read().unwrap().is_none());
        assert_eq!(std::fs::read_dir(folder.path().join("deep")).unwrap().count(), 1, "nothing but the key");
    }

    #[test]
    fn beside_a_database_elsewhere_no_key_is_made() {
        let keeper = |toml: &str| Keeper::of(&Config::from_parts(toml, |_| None).unwrap());
        assert!(matches!(keeper("data_dir = \"/srv/muavu\""), Keeper::File { makes: true, .. }));
        for toml in ["database_url = \"postgres://muavu@db/muavu\"", "database_url = \"sqlite:///elsewhere/muavu.sqlite\""] {
            let refused = keeper(toml).make().unwrap_err().to_string();
            assert!(refused.contains("MUAVU_SEAL_KEY_FILE"), "{refused}");
        }
    }

    #[test]
    fn a_wrong_key_opens_nothing_and_no_key_shows() {
        let (one, two) = (MasterKey([1; 32]), MasterKey([2; 32]));
        let wrapped = one.wrap(&[9; 32]);
        assert_eq!(one.unwrap(&wrapped), Some([9; 32]));
        assert_eq!(two.unwrap(&wrapped), None);
        assert_ne!(one.id(), two.id());
        assert!(!format!("{one:?}").contains("0101"));
        for wrong in ["", "12", &"0".repeat(63), &"x".repeat(64), &"0".repeat(66)] {
            assert!(MasterKey::parse(wrong).is_err(), "{wrong}");
        }
        assert!(MasterKey::parse(&format!("{}\n", "aB".repeat(32))).is_ok());
    }
}
