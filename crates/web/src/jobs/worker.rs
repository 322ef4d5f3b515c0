//! The loop that claims jobs and does them.
use super::{Job, periodic, send_mail};
use crate::app::App;
use crate::flow;
use crate::store::outbox::{self, Claimed};
use crate::store::{Tx, idempotency, imports, mail, searches, sso, throttle};
use chrono::TimeDelta;
use domain::id::{ImportId, UserId};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long a job may wait when nobody wakes the worker.
const POLL: Duration = Duration::from_secs(2);
/// How often what is due by the clock alone is looked for.
const TICK_EVERY: TimeDelta = TimeDelta::minutes(1);
const TIDY_EVERY: TimeDelta = TimeDelta::hours(1);
const AT_ONCE: u64 = 8;
const MAIL_KEPT: TimeDelta = TimeDelta::days(90);
/// A phone may wait for weeks to learn whether what it sent arrived.
const KEYS_KEPT: TimeDelta = TimeDelta::days(30);
/// A season, in which somebody may still ask what a row of a file became.
const LISTS_KEPT: TimeDelta = TimeDelta::days(180);
/// Longer than a post stays open: what was told is not told again.
const FINDS_KEPT: TimeDelta = TimeDelta::days(400);
const LONGEST_READING: TimeDelta = TimeDelta::hours(1);

/// Works until `stop` says so; what is under way is finished first. A mail server that hangs keeps no round waiting.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    tokio::join!(jobs(&app, stop.clone()), clock(&app, stop));
}

async fn jobs(app: &App, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match drain(app).await {
            Ok(0) => rest(&mut stop).await,
            Ok(_) => {}
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "the worker could not claim jobs");
                rest(&mut stop).await;
            }
        }
    }
}

async fn clock(app: &App, mut stop: watch::Receiver<bool>) {
    let (mut ticked, mut tidied) = (None, None);
    while !*stop.borrow() {
        let now = app.env.now();
        if ticked.is_none_or(|last| now - last >= TICK_EVERY) {
            ticked = Some(now);
            periodic::tick(app).await;
            continue;
        }
        if tidied.is_none_or(|last| now - last >= TIDY_EVERY) {
            tidied = Some(now);
            if let Err(error) = tidy(app).await {
                tracing::error!(error = format!("{error:#}"), "old rows could not be removed");
            }
        }
        rest(&mut stop).await;
    }
}

async fn rest(stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        _ = stop.changed() => {}
        () = tokio::time::sleep(POLL) => {}
    }
}

/// Does what is due now, some jobs at once, so that a slow one does not keep the others back; answers how many jobs that were.
pub async fn drain(app: &App) -> anyhow::Result<usize> {
    let tx = Tx::write(&app.db).await?;
    let claimed = outbox::claim(&tx, app.env.now(), AT_ONCE).await?;
    tx.commit().await?;
    let count = claimed.len();
    let mut under_way = JoinSet::new();
    for job in claimed {
        let app = app.clone();
        under_way.spawn(async move { work(&app, job).await });
    }
    while let Some(done) = under_way.join_next().await {
        // What stopped half way comes back when its lease is over.
        if let Err(error) = done.map_err(anyhow::Error::from).flatten() {
            tracing::error!(error = format!("{error:#}"), "a job could not be settled");
        }
    }
    Ok(count)
}

async fn work(app: &App, claimed: Claimed) -> anyhow::Result<()> {
    let outcome = match &claimed.job {
        Job::SendMail { mail } => send_mail::send(app, *mail).await,
        Job::MatchSearches { side, posts } => flow::searches::find(app, *side, posts).await,
        Job::TellRules { version } => flow::tell_rules(app, *version).await,
        Job::TellSearches { user } => flow::searches::tell(app, *user).await,
        Job::MakeImported { import, by } => make_imported(app, *import, *by).await,
    };
    let tx = Tx::write(&app.db).await?;
    match outcome {
        Ok(()) => outbox::done(&tx, claimed.id).await?,
        Err(error) => {
            tracing::warn!(job = ?claimed.job, attempts = claimed.attempts, error = format!("{error:#}"), "a job will be tried again");
            let gives_up = outbox::failed(&tx, &claimed, &format!("{error:#}"), app.env.now()).await?;
            match &claimed.job {
                Job::SendMail { mail } if gives_up => send_mail::give_up(app, &tx, *mail, &error).await?,
                Job::SendMail { .. }
                | Job::MakeImported { .. }
                | Job::MatchSearches { .. }
                | Job::TellRules { .. }
                | Job::TellSearches { .. } => {}
            }
        }
    }
    Ok(tx.commit().await?)
}

/// The list may name a variety that another process has just added.
async fn make_imported(app: &App, import: ImportId, by: UserId) -> anyhow::Result<()> {
    flow::reload_catalogue(&app.db).await?;
    flow::imports::make(app, import, by).await
}

/// Removes what nobody asks for any more.
pub async fn tidy(app: &App) -> anyhow::Result<()> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    mail::prune(&tx, now - MAIL_KEPT).await?;
    idempotency::prune(&tx, now - KEYS_KEPT).await?;
    throttle::prune(&tx, now).await?;
    sso::prune(&tx, now).await?;
    searches::prune(&tx, now - FINDS_KEPT).await?;
    imports::prune(&tx, now - LISTS_KEPT, now - LONGEST_READING).await?;
    Ok(tx.commit().await?)
}
