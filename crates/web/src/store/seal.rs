//! Reserve prices, and what they could be guessed from, are sealed before the database sees them: whoever copies the database, a backup
//! or a disk without the operator's key reads none.
//!
//! The operator's key (`key`) opens one value of the database, the instance's own key; that one seals everything else, so that another
//! key of the operator needs no row written anew.
mod bulk;
mod key;
mod scrub;

pub(super) use bulk::in_bulk;
pub use key::{Keeper, MasterKey, new_key_file};
pub(super) use scrub::{rewrite, scrub};

use super::{StoreError, Tx, corrupt, instance};
use crate::env::unrepeated;
use anyhow::{Context, bail};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sea_orm::{ConnectionTrait, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use uuid::Uuid;

/// The first byte of what is sealed: another way of sealing gets another number.
const FORMAT: u8 = 1;
const NONCE: usize = 24;
/// Lengths are rounded up to this, so that 9,500 and 12,347 look alike.
const STEP: usize = 64;
/// Where the database keeps the instance's own key, sealed with the operator's.
const SETTING: &str = "seal_key";

/// The instance's own key, open.
pub struct Seal {
    cipher: XChaCha20Poly1305,
    marks: Hmac<Sha256>,
    id: String,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seal({})", self.id)
    }
}

impl Seal {
    fn of(own: &[u8; 32], id: String) -> Self {
        let part = |name: &[u8]| <[u8; 32]>::from(keyed(own).chain_update(name).finalize().into_bytes());
        Self { cipher: XChaCha20Poly1305::new(&part(b"muavu seal").into()), marks: keyed(&part(b"muavu mark")), id }
    }

    /// Names the operator's key without telling anything of it.
    pub fn key_id(&self) -> &str {
        &self.id
    }

    /// Bytes of one column of one row; put into another row they do not open.
    pub fn close(&self, table: &str, column: &str, id: Uuid, plain: &[u8]) -> Vec<u8> {
        close(&self.cipher, &place(table, column, id), plain)
    }

    pub fn open(&self, table: &'static str, column: &str, id: Uuid, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        open(&self.cipher, &place(table, column, id), sealed).ok_or_else(|| corrupt(table, id))
    }

    /// A value of one row as JSON.
    pub fn close_json(&self, table: &'static str, id: Uuid, value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
        let mut plain = serde_json::to_vec(value).map_err(|_| corrupt(table, id))?;
        pad(&mut plain);
        Ok(self.close(table, COLUMN, id, &plain))
    }

    pub fn open_json<T: DeserializeOwned>(&self, table: &'static str, id: Uuid, sealed: &[u8]) -> Result<T, StoreError> {
        serde_json::from_slice(&self.open(table, COLUMN, id, sealed)?).map_err(|_| corrupt(table, id))
    }

    /// What stands for a hash that is looked up: nobody without the key can try out what was hashed.
    pub fn mark(&self, purpose: &str, said: &[u8]) -> [u8; 32] {
        self.marks.clone().chain_update(purpose).chain_update([0]).chain_update(said).finalize().into_bytes().into()
    }
}

/// The column that holds what is sealed of a row.
const COLUMN: &str = migrations::seal::COLUMN;

impl migrations::seal::Sealer for Seal {
    fn close(&self, table: &str, column: &str, id: Uuid, plain: &[u8]) -> Vec<u8> {
        Self::close(self, table, column, id, plain)
    }

    fn close_json(&self, table: &str, id: Uuid, value: &serde_json::Value) -> Vec<u8> {
        let mut plain = value.to_string().into_bytes();
        pad(&mut plain);
        Self::close(self, table, COLUMN, id, &plain)
    }

    fn mark(&self, purpose: &str, said: &[u8]) -> [u8; 32] {
        Self::mark(self, purpose, said)
    }
}

/// Spaces after JSON mean nothing.
fn pad(json: &mut Vec<u8>) {
    json.resize(json.len().next_multiple_of(STEP), b' ');
}

fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("a key of any length is one")
}

fn place(table: &str, column: &str, id: Uuid) -> Vec<u8> {
    [b"muavu\0", table.as_bytes(), b"\0", column.as_bytes(), b"\0", id.as_bytes()].concat()
}

fn close(cipher: &XChaCha20Poly1305, place: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce = unrepeated::<NONCE>();
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: place }).expect("less than 256 GB");
    [&[FORMAT][..], &nonce, &sealed].concat()
}

fn open(cipher: &XChaCha20Poly1305, place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.strip_prefix(&[FORMAT])?.split_first_chunk::<NONCE>()?;
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: place }).ok()
}

/// The name of the operator's key, and the instance's own key that it opens.
async fn read(conn: &impl ConnectionTrait) -> anyhow::Result<Option<(String, String)>> {
    let select = Statement::from_sql_and_values(conn.get_database_backend(), "SELECT value FROM setting WHERE key = $1", [SETTING.into()]);
    let Some(row) = conn.query_one_raw(select).await? else { return Ok(None) };
    let kept: String = row.try_get("", "value")?;
    let (id, wrapped) = kept.split_once(' ').context("the sealed key of the database cannot be read")?;
    Ok(Some((id.to_owned(), wrapped.to_owned())))
}

/// Which key the database needs.
pub(super) async fn needed(conn: &impl ConnectionTrait) -> anyhow::Result<Option<String>> {
    Ok(read(conn).await?.map(|(id, _)| id))
}

/// The instance's own key as the database has it; nothing where it has none yet.
pub(super) async fn unlock(conn: &impl ConnectionTrait, keeper: &Keeper) -> anyhow::Result<Option<Seal>> {
    let Some((id, wrapped)) = read(conn).await? else { return Ok(None) };
    let Some(master) = keeper.read()? else {
        bail!(
            "the reserve prices of this database are sealed with the key {id}, and there is no key at {keeper}: put it back there, or name it in seal_key"
        )
    };
    let opened = key::from_hex(&wrapped).and_then(|wrapped| master.unwrap(&wrapped));
    let own = opened.with_context(|| {
        format!("the reserve prices of this database are sealed with the key {id}; the key at {keeper} is another one, {}", master.id())
    })?;
    Ok(Some(Seal::of(&own, id)))
}

/// Makes the instance's own key, and the operator's where there is none.
pub(super) async fn begin(conn: &impl ConnectionTrait, keeper: &Keeper) -> anyhow::Result<Seal> {
    let master = match keeper.read()? {
        Some(master) => master,
        None => keeper.make()?,
    };
    let own = unrepeated::<32>();
    let insert = Statement::from_sql_and_values(
        conn.get_database_backend(),
        "INSERT INTO setting (key, value) VALUES ($1, $2)",
        [SETTING.into(), kept(&master, &own).into()],
    );
    conn.execute_raw(insert).await?;
    Ok(Seal::of(&own, master.id()))
}

/// From now on another key of the operator opens the database, and the one before no more.
pub async fn rotate(tx: &Tx, keeper: &Keeper, next: &MasterKey) -> anyhow::Result<()> {
    let (id, wrapped) = read(tx.conn()).await?.context("this database has no sealed key yet: start the program once")?;
    let before = keeper.read()?.with_context(|| format!("there is no key at {keeper}; the database needs {id}"))?;
    let own = key::from_hex(&wrapped).and_then(|wrapped| before.unwrap(&wrapped));
    let own = own.with_context(|| format!("the database needs the key {id}; the key at {keeper} is {}", before.id()))?;
    scrub::overwrite(tx).await?;
    anyhow::ensure!(
        instance::replace(tx, SETTING, &format!("{id} {wrapped}"), &kept(next, &own)).await?,
        "somebody else gave the database another key meanwhile"
    );
    // The old key opens what is left of the value before, in pages that nothing reads any more.
    scrub::note(tx, "setting").await
}

fn kept(master: &MasterKey, own: &[u8; 32]) -> String {
    format!("{} {}", master.id(), crate::auth::hex(&master.wrap(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(byte: u8) -> Seal {
        Seal::of(&[byte; 32], String::new())
    }

    #[test]
    fn what_is_sealed_opens_in_its_own_place_with_its_own_key_and_unchanged() {
        let (seal, id) = (seal(1), Uuid::from_u128(7));
        let sealed = seal.close_json("offer", id, &serde_json::json!({ "ask": 12_347 })).unwrap();
        let opened = |seal: &Seal, table, id, sealed: &[u8]| seal.open_json::<serde_json::Value>(table, id, sealed).ok();
        assert_eq!(opened(&seal, "offer", id, &sealed), Some(serde_json::json!({ "ask": 12_347 })));
        assert_eq!(opened(&seal, "offer", Uuid::from_u128(8), &sealed), None, "another row");
        assert_eq!(opened(&seal, "demand", id, &sealed), None, "another table");
        assert!(seal.open("offer", "other", id, &sealed).is_err(), "another column");
        assert_eq!(opened(&self::seal(2), "offer", id, &sealed), None, "another key");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(opened(&seal, "offer", id, &changed), None, "byte {at} changed");
        }
        assert_eq!(opened(&seal, "offer", id, b""), None);
    }

    #[test]
    fn prices_of_any_length_look_alike_and_the_same_price_looks_different() {
        let (seal, id) = (seal(1), Uuid::nil());
        let of = |ask: i64| seal.close_json("offer", id, &serde_json::json!({ "ask": ask })).unwrap();
        assert_eq!(of(100).len(), of(10_000_000).len());
        assert_ne!(of(100), of(100));
    }

    #[test]
    fn a_mark_tells_nothing_without_the_key() {
        let said = b"12347";
        assert_eq!(seal(1).mark("list", said), seal(1).mark("list", said));
        assert_ne!(seal(1).mark("list", said), seal(2).mark("list", said));
        assert_ne!(seal(1).mark("list", said), seal(1).mark("request", said));
    }
}
