//! A round: read the market, clear it, prove the plan, and put proposals to both sides, reserved.
mod clear;
pub mod download;
mod propose;

pub use clear::hash;

use crate::app::App;
use crate::notify::{self, Event};
use crate::store::idempotency::{self, Key};
use crate::store::market::{self, Loaded};
use crate::store::rounds::{self, By, Round};
use crate::store::{StoreError, Tx, what_if};
use chrono::NaiveTime;
use clear::Cleared;
use domain::account::Side;
use domain::day::{Timestamp, TradeDay};
use domain::id::{OrgId, RoundId};
use domain::notice::NoticeKind;
use domain::proposal::Proposal;
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Instant;

/// Runs a round now; nothing when the round of that hour, or of the request with that key, is there already. Where nothing is
/// open it is a round with nothing.
pub async fn run_round(app: &App, by: By, request: Option<&Key>) -> anyhow::Result<Option<RoundId>> {
    let computed = compute(app, by).await?;
    keep(app, computed, request).await
}

/// A round that is proved and not kept yet: nothing is promised by it.
pub struct Computed {
    round: Round,
    loaded: Loaded,
    cleared: Cleared,
    began: Instant,
}

/// Reads the market and clears it. Posts may change until it is kept.
pub async fn compute(app: &App, by: By) -> anyhow::Result<Computed> {
    let (began, ran_at) = (Instant::now(), app.env.now());
    let tx = Tx::read(&app.db).await?;
    let loaded = market::load(&tx, &app.config, ran_at, None).await?;
    drop(tx);
    let (loaded, cleared) = tokio::task::spawn_blocking(move || Cleared::of(&loaded.market).map(|cleared| (loaded, cleared))).await??;
    let totals = clear::totals(&loaded.market, &cleared.plan)?;
    let (market_hash, plan_hash) = (cleared.market_hash.clone(), cleared.plan_hash.clone());
    let round = Round { id: app.env.id(), by, ran_at, millis: 0, market_hash, plan_hash, totals };
    Ok(Computed { round, loaded, cleared, began })
}

/// Keeps a round with its proposals and the key of the request it answers, all at once; trades whose posts changed meanwhile
/// are dropped.
pub async fn keep(app: &App, computed: Computed, request: Option<&Key>) -> anyhow::Result<Option<RoundId>> {
    let Computed { round, loaded, cleared, began } = computed;
    let id = round.id;
    let tx = Tx::write(&app.db).await?;
    match register(&tx, &round, request).await {
        Ok(()) => {}
        Err(StoreError::Taken(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    what_if::forget(&tx).await?;
    rounds::insert_files(&tx, id, cleared.packed_market, cleared.packed_plan).await?;
    rounds::insert_unmatched(&tx, id, &clear::unmatched(app, &loaded, &cleared.plan)?).await?;
    let (proposals, dropped) = propose::propose(app, &tx, id, &loaded, &cleared.plan).await?;
    announce(app, &tx, id, &proposals).await?;
    let millis = i64::try_from(began.elapsed().as_millis())?;
    rounds::finish(&tx, id, dropped, millis).await?;
    tx.commit().await?;
    tracing::info!(round = %id, proposals = proposals.len(), dropped, millis, "a round ran");
    Ok(Some(id))
}

/// `Taken` when another round has the hour or the key.
async fn register(tx: &Tx, round: &Round, request: Option<&Key>) -> Result<(), StoreError> {
    if let Some(key) = request {
        idempotency::insert(tx, key, round.id.into(), round.ran_at).await?;
    }
    rounds::insert(tx, round).await
}

/// One notice and one mail to each organisation, however many proposals it got.
async fn announce(app: &App, tx: &Tx, round: RoundId, proposals: &[Proposal]) -> anyhow::Result<()> {
    let mut parties: BTreeMap<(OrgId, Side), Vec<&Proposal>> = BTreeMap::new();
    for proposal in proposals {
        parties.entry((proposal.supplier, Side::Supplier)).or_default().push(proposal);
        parties.entry((proposal.buyer, Side::Buyer)).or_default().push(proposal);
    }
    let events = parties.into_iter().map(|((org, side), own)| {
        let grams: i64 = own.iter().map(|proposal| proposal.current.terms.total_kg().grams()).sum();
        let amount: i64 = own.iter().map(|proposal| proposal.current.terms.total().dong()).sum();
        let kg = domain::quantity::Kg::from_grams(grams).unwrap_or(domain::quantity::Kg::MOST);
        let arguments = json!({
            "round": round, "side": side, "proposals": own.len(), "kg": kg, "amount": amount,
            "expires_at": own.iter().map(|proposal| proposal.expires_at).min(),
        });
        (org, Event { kind: NoticeKind::ProposalsNew, subject: Some(round.into()), arguments, path: "/de-xuat".into() })
    });
    notify::organisations(app, tx, events.collect()).await
}

/// Runs the round of the day's last hour that has passed, unless a round ran since. Several processes may try at once: the
/// hour's key is unique, so one of them makes it.
pub async fn run_due_round(app: &App) -> anyhow::Result<Option<RoundId>> {
    let Some((slot, at)) = last_hour(&app.config.round_times, app.env.now()) else { return Ok(None) };
    let tx = Tx::read(&app.db).await?;
    if rounds::ran_since(&tx, at).await? {
        return Ok(None);
    }
    drop(tx);
    run_round(app, By::Hour(slot), None).await
}

fn last_hour(times: &[NaiveTime], now: Timestamp) -> Option<(String, Timestamp)> {
    let (today, clock) = (TradeDay::of(now), TradeDay::clock(now));
    let time = times.iter().copied().filter(|time| *time <= clock).max()?;
    Some((format!("{}T{}", today.date(), time.format("%H:%M")), today.at(time)))
}

/// When the next round runs by itself; nothing where no hours are set.
pub fn next_hour(times: &[NaiveTime], now: Timestamp) -> Option<Timestamp> {
    let (today, clock) = (TradeDay::of(now), TradeDay::clock(now));
    let later = times.iter().copied().filter(|time| *time > clock).min().map(|time| today.at(time));
    later.or_else(|| times.iter().copied().min().map(|time| today.plus(1).at(time)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_run_at_their_hours_in_viet_nam() {
        let times: Vec<NaiveTime> = ["13:00", "06:30"].iter().map(|time| NaiveTime::parse_from_str(time, "%H:%M").unwrap()).collect();
        let last = |now: &str| last_hour(&times, at(now)).map(|(slot, _)| slot);
        assert_eq!(last("2026-11-22T23:29:59Z"), None, "nothing of the 23rd before 06:30");
        assert_eq!(last_hour(&times, at("2026-11-22T23:30:00Z")), Some(("2026-11-23T06:30".into(), at("2026-11-22T23:30:00Z"))));
        assert_eq!(last("2026-11-23T05:59:59Z").as_deref(), Some("2026-11-23T06:30"));
        assert_eq!(last("2026-11-23T06:00:00Z").as_deref(), Some("2026-11-23T13:00"));
        assert_eq!(next_hour(&times, at("2026-11-22T23:29:59Z")), Some(at("2026-11-22T23:30:00Z")));
        assert_eq!(next_hour(&times, at("2026-11-23T06:00:00Z")), Some(at("2026-11-23T23:30:00Z")));
        assert_eq!(next_hour(&[], at("2026-11-23T06:00:00Z")), None);
    }
}
