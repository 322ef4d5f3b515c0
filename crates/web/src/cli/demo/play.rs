//! The weeks between the opening and today, lived through by the market's own people under a moving clock. What they do is
//! settled by the ids of the things they do it to, so that the same files on the same day give the same market.
mod answers;
mod deliveries;
mod newcomers;
mod signing;
mod wishes;

use super::load::rehearsal;
use super::season::Season;
use super::stage::{Answer, Cast, Stage};
use crate::app::App;
use crate::config::Config;
use crate::store::{Tx, mail, outbox, sessions};
use crate::{flow, jobs};
use anyhow::bail;
use chrono::{NaiveTime, TimeDelta};
use domain::account::Side;
use domain::day::{Timestamp, TradeDay};
use serde_json::json;
use std::sync::Arc;

/// The programme officer and the operator, as they sign in.
pub const OFFICER: &str = "can-bo";
pub const OPERATOR: &str = "van-hanh";
/// The last full day of the play, in days after the opening: yesterday.
const YESTERDAY: u32 = 27;

/// Plays everything up to now, and leaves the market as its people left it today.
pub async fn play(app: &App, cast: Cast) -> anyhow::Result<()> {
    let season = Season::around(app.env.today());
    let now = app.env.now();
    let rehearsal = rehearsal(app, season);
    // Rounds run when the play says so.
    let config = Arc::new(Config { round_times: Vec::new(), ..(*app.config).clone() });
    let mut stage = Stage::new(App { config, ..rehearsal.clone() }, cast);
    for day in 0..=YESTERDAY {
        play_day(&mut stage, season, day).await?;
    }
    today(&mut stage, &rehearsal, now).await?;
    let tx = Tx::write(&app.db).await?;
    // Nothing of this left the machine: what it says stays in the operator's mailbox.
    mail::keep_queued(&tx).await?;
    outbox::clear(&tx).await?;
    sessions::end_all(&tx, now).await?;
    Ok(tx.commit().await?)
}

async fn play_day(stage: &mut Stage, season: Season, day: u32) -> anyhow::Result<()> {
    let at = |hour, minute| season.opening.plus(day).at(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default());
    let round = day.is_multiple_of(7);
    if round || day == YESTERDAY {
        scene(stage, at(6, 30)).await;
        run_round(stage).await?;
        scene(stage, at(7, 0)).await;
        answers::answer(stage, Side::Buyer, day == YESTERDAY).await?;
        scene(stage, at(9, 0)).await;
        answers::answer(stage, Side::Supplier, day == YESTERDAY).await?;
    }
    if day % 7 == 1 || day == YESTERDAY {
        scene(stage, at(9, 45)).await;
        signing::sign(stage, Side::Supplier, day == YESTERDAY).await?;
        scene(stage, at(10, 30)).await;
        signing::sign(stage, Side::Buyer, day == YESTERDAY).await?;
    }
    if matches!(day % 7, 2 | 5) || day == YESTERDAY {
        scene(stage, at(11, 15)).await;
        deliveries::dispatch(stage).await?;
        scene(stage, at(12, 0)).await;
        deliveries::receive(stage).await?;
        deliveries::pay(stage).await?;
    }
    if day + 2 == YESTERDAY {
        scene(stage, at(15, 0)).await;
        newcomers::register(stage).await?;
    }
    Ok(())
}

/// This morning, or yesterday after noon when the day has hardly begun: the last round by the clock, first answers, a few trucks.
async fn today(stage: &mut Stage, rehearsal: &App, now: Timestamp) -> anyhow::Result<()> {
    let hour = last_hour(&rehearsal.config.round_times, now).unwrap_or(now - TimeDelta::hours(2));
    let since = now - hour;
    scene(stage, hour).await;
    flow::run_due_round(&App { env: stage.app.env.clone(), ..rehearsal.clone() }).await?;
    scene(stage, hour + since / 4).await;
    answers::answer(stage, Side::Buyer, true).await?;
    wishes::search(stage).await?;
    scene(stage, hour + since / 2).await;
    deliveries::dispatch(stage).await?;
    wishes::ask(stage).await?;
    // Late enough that the find of a kept search is told.
    scene(stage, now).await;
    Ok(())
}

/// When the last round by the clock was due: today, or yesterday when no hour of today has come.
fn last_hour(times: &[NaiveTime], now: Timestamp) -> Option<Timestamp> {
    let today = TradeDay::of(now);
    let hours = [today.minus(1), today].into_iter().flat_map(|day| times.iter().map(move |time| day.at(*time)));
    hours.filter(|hour| *hour <= now).max()
}

/// The clock moves on to a moment, never back, and what is due by then is done.
async fn scene(stage: &Stage, at: Timestamp) {
    let env = &stage.app.env;
    env.set(at.max(env.now()));
    jobs::tick(&stage.app).await;
}

async fn run_round(stage: &mut Stage) -> anyhow::Result<()> {
    match stage.post(OFFICER, "/rounds", json!({})).await? {
        Answer::Done(_) => Ok(()),
        Answer::Refused(code) => bail!("a round was refused: {code}"),
    }
}

/// A number below a hundred that the same things always give.
fn lot(salt: &str, ids: &[&str]) -> u32 {
    let bytes = ids.iter().flat_map(|id| id.bytes()).chain(salt.bytes());
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)).rotate_right(11) % 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_round_is_of_today_or_of_yesterday() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let times: Vec<NaiveTime> = ["06:30", "13:00"].iter().map(|time| NaiveTime::parse_from_str(time, "%H:%M").unwrap()).collect();
        assert_eq!(last_hour(&times, at("2026-11-21T01:00:00Z")), Some(at("2026-11-20T23:30:00Z")), "08:00 in Viet Nam");
        assert_eq!(last_hour(&times, at("2026-11-21T09:00:00Z")), Some(at("2026-11-21T06:00:00Z")));
        assert_eq!(last_hour(&times, at("2026-11-20T18:00:00Z")), Some(at("2026-11-20T06:00:00Z")), "an hour after midnight");
        assert_eq!(last_hour(&[], at("2026-11-21T01:00:00Z")), None);
    }

    #[test]
    fn lots_are_spread_and_repeat() {
        let drawn: Vec<u32> = (0..1000).map(|at: u32| lot("answer", &["offer", &at.to_string()])).collect();
        assert!(drawn.iter().all(|lot| *lot < 100));
        let low = drawn.iter().filter(|lot| **lot < 50).count();
        assert!((400..600).contains(&low), "{low}");
        assert_eq!(lot("answer", &["offer", "7"]), drawn[7]);
        assert_ne!(lot("answer", &["a", "b"]), lot("sign", &["a", "b"]));
    }
}
