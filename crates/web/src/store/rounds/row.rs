//! Rounds between their rows and what the rest of the program speaks of.
use super::{By, Round, Totals};
use crate::store::entity::round::{ActiveModel, Model};
use crate::store::seal::Seal;
use crate::store::{StoreError, corrupt};
use anyhow::Context;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sea_orm::Set;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::Read;

/// No market or plan is larger than this once unpacked.
const MOST_BYTES: u64 = 1 << 30;

/// JSON in gzip: a market of a thousand posts is a few dozen kilobytes.
pub fn pack(value: &impl Serialize) -> anyhow::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    serde_json::to_writer(&mut packer, value).context("cannot pack a round")?;
    Ok(packer.finish()?)
}

pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> anyhow::Result<T> {
    let mut json = Vec::new();
    GzDecoder::new(bytes).take(MOST_BYTES).read_to_end(&mut json)?;
    Ok(serde_json::from_slice(&json)?)
}

/// Hashes and sums from which a reserve price could be worked out where few trade.
#[derive(Serialize, Deserialize)]
struct Proof {
    market_hash: String,
    plan_hash: String,
    value: i64,
    bound: i64,
    supplier_gain: i64,
    buyer_gain: i64,
}

pub fn write(seal: &Seal, round: &Round) -> Result<ActiveModel, StoreError> {
    let Round { id, by, ran_at, millis, market_hash, plan_hash, totals } = round.clone();
    let (kind, slot, ran_by) = match by {
        By::Officer(user) => ("officer", None, Some(user.into())),
        By::Hour(slot) => ("hour", Some(slot), None),
    };
    let Totals { value, bound, supplier_gain, buyer_gain, .. } = totals;
    let proof = Proof { market_hash, plan_hash, value, bound, supplier_gain, buyer_gain };
    Ok(ActiveModel {
        id: Set(id.into()),
        kind: Set(kind.to_owned()),
        slot: Set(slot),
        ran_by: Set(ran_by),
        ran_at: Set(ran_at),
        millis: Set(millis),
        sealed: Set(seal.close_json("round", id.into(), &proof)?),
        offers: Set(totals.offers),
        demands: Set(totals.demands),
        suppliers: Set(totals.suppliers),
        buyers: Set(totals.buyers),
        offered_g: Set(totals.offered_g),
        demanded_g: Set(totals.demanded_g),
        matched_g: Set(totals.matched_g),
        goods_amount: Set(totals.goods_amount),
        freight_amount: Set(totals.freight_amount),
        trades: Set(totals.trades),
        dropped: Set(totals.dropped),
    })
}

pub fn read(seal: &Seal, row: Model) -> Result<Round, StoreError> {
    let proof: Proof = seal.open_json("round", row.id, &row.sealed)?;
    let by = match (row.kind.as_str(), row.slot, row.ran_by) {
        ("officer", None, Some(user)) => By::Officer(user.into()),
        ("hour", Some(slot), None) => By::Hour(slot),
        _ => return Err(corrupt("round", row.id)),
    };
    let totals = Totals {
        offers: row.offers,
        demands: row.demands,
        suppliers: row.suppliers,
        buyers: row.buyers,
        offered_g: row.offered_g,
        demanded_g: row.demanded_g,
        matched_g: row.matched_g,
        value: proof.value,
        bound: proof.bound,
        supplier_gain: proof.supplier_gain,
        buyer_gain: proof.buyer_gain,
        goods_amount: row.goods_amount,
        freight_amount: row.freight_amount,
        trades: row.trades,
        dropped: row.dropped,
    };
    let Model { id, ran_at, millis, .. } = row;
    let Proof { market_hash, plan_hash, .. } = proof;
    Ok(Round { id: id.into(), by, ran_at, millis, market_hash, plan_hash, totals })
}
