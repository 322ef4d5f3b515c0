//! A new bank account, another representative or director: who is told at each step, and what the clock brings into force.
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::accounts::{self, partners};
use crate::store::{StoreError, Tx};
use chrono::TimeDelta;
use domain::account::{AccountEvent, AccountStep, GuardedChange, GuardedKind, GuardedState, Organisation, Side};
use domain::day::Timestamp;
use domain::id::{GuardedChangeId, UserId};
use domain::notice::NoticeKind;
use domain::policy::Scope;
use domain::reason::Reason;
use serde_json::{Value, json};

/// Changes of one run of the clock.
const AT_ONCE: u64 = 100;

/// Tells the members and the office of the step a change came to, and those who pay when it touches the account they pay to.
pub async fn tell(app: &App, tx: &Tx, org: &Organisation, change: &GuardedChange) -> anyhow::Result<()> {
    let (kind, by, reason, from) = match &change.state {
        GuardedState::ToConfirm => (NoticeKind::ChangeAsked, Some(change.asked.by), Some(&change.reason), None),
        GuardedState::ToDecide => match change.confirmed {
            Some(second) => (NoticeKind::ChangeConfirmed, Some(second.by), Some(&change.reason), None),
            None => (NoticeKind::ChangeAsked, Some(change.asked.by), Some(&change.reason), None),
        },
        GuardedState::Cooling { verdict, from } => (NoticeKind::ChangeApproved, Some(verdict.step.by), Some(&verdict.reason), Some(*from)),
        GuardedState::Refused { verdict } => (NoticeKind::ChangeRefused, Some(verdict.step.by), Some(&verdict.reason), None),
        GuardedState::Stopped { by, .. } => (NoticeKind::ChangeStopped, Some(by.step.by), Some(&by.reason), None),
        GuardedState::Expired { .. } => (NoticeKind::ChangeExpired, None, None, None),
        GuardedState::InForce { from, .. } => (NoticeKind::ChangeInForce, None, None, Some(*from)),
    };
    let member = change.new.member().map(|of| of.member);
    let names = accounts::user_names(tx, by.into_iter().chain(member)).await?;
    let arguments = json!({
        "organisation": org.profile.name.as_str(),
        "change": change.new.kind(),
        "value": change.new.in_short(|member| names.get(&member).cloned().unwrap_or_default()),
        "role": change.new.member().map(|of| of.role),
        "by": by.and_then(|by| names.get(&by)),
        "reason": reason.map(Reason::as_str),
        "effective_at": from,
        "days": change.cooling_days(),
        "confirm_days": GuardedChange::CONFIRM_DAYS,
        "to_confirm": change.state == GuardedState::ToConfirm,
        "gone": matches!(change.state, GuardedState::Expired { verdict: Some(_), .. }),
    });
    let event = |path: String| Event { kind, subject: Some(org.id.into()), arguments: arguments.clone(), path };
    notify::organisation(app, tx, org.id, &event("/to-chuc".to_owned())).await?;
    notify::officers(app, tx, &event(format!("/xac-minh/{}", org.id))).await?;
    if change.new.kind() == GuardedKind::BankAccount {
        tell_partners(app, tx, org, change).await?;
    }
    Ok(())
}

async fn tell_partners(app: &App, tx: &Tx, org: &Organisation, change: &GuardedChange) -> anyhow::Result<()> {
    let (kind, from) = match &change.state {
        GuardedState::Cooling { from, .. } => (NoticeKind::PartnerAccountChanging, *from),
        GuardedState::InForce { from, .. } => (NoticeKind::PartnerAccountChanged, *from),
        // Who heard that it changes hears that it does not.
        GuardedState::Stopped { from: Some(from), .. } => (NoticeKind::PartnerAccountKept, *from),
        GuardedState::ToConfirm
        | GuardedState::ToDecide
        | GuardedState::Refused { .. }
        | GuardedState::Expired { .. }
        | GuardedState::Stopped { from: None, .. } => {
            return Ok(());
        }
    };
    let arguments: Value = json!({ "other_party": org.profile.name.as_str(), "effective_at": from });
    let events = partners(tx, org.id).await?.into_iter().map(|(partner, side)| {
        let path = match side {
            Side::Buyer => "/thanh-toan",
            Side::Supplier => "/hop-dong",
        };
        (partner, Event { kind, subject: Some(org.id.into()), arguments: arguments.clone(), path: path.to_owned() })
    });
    notify::organisations(app, tx, events.collect()).await
}

/// Stops what is under way for an organisation that is suspended or closed: part of that transaction.
pub async fn stop_guarded(app: &App, tx: &Tx, org: &Organisation, by: UserId, reason: &Reason) -> anyhow::Result<()> {
    for change in accounts::open_guarded_changes(tx, org.id).await? {
        if let Some(stopped) = change.stopped(by, reason.clone(), app.env.now()) {
            accounts::save_guarded_change(tx, &stopped).await?;
            tell(app, tx, org, &stopped).await?;
        }
    }
    Ok(())
}

/// Brings into force what waited long enough and ends what nobody confirmed, one transaction each: one that fails keeps no other
/// waiting.
pub async fn settle_guarded(app: &App) -> anyhow::Result<()> {
    let (tx, now) = (Tx::read(&app.db).await?, app.env.now());
    let mut due = accounts::due_guarded_changes(&tx, now, AT_ONCE).await?;
    due.extend(accounts::unconfirmed_guarded_changes(&tx, now - TimeDelta::days(GuardedChange::CONFIRM_DAYS), AT_ONCE).await?);
    drop(tx);
    for change in due {
        match settle(app, change.id).await {
            Ok(()) => {}
            Err(error) if error.downcast_ref::<StoreError>().is_some_and(|error| matches!(error, StoreError::Stale)) => {}
            Err(error) => tracing::error!(change = %change.id, error = format!("{error:#}"), "a guarded change could not take effect"),
        }
    }
    Ok(())
}

async fn settle(app: &App, id: GuardedChangeId) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let found = accounts::get_guarded_change(&tx, Scope::All, id).await?;
    let org = accounts::get_organisation_for_change(&tx, Scope::All, found.org).await?;
    // Somebody may have stopped it while the organisation was waited for.
    let change = accounts::get_guarded_change(&tx, Scope::All, id).await?;
    let now = app.env.now();
    if let Some(done) = change.take_effect(now) {
        if done.new.member().is_some() {
            let next = if give_role(app, &tx, &done, now).await? { Some(done) } else { change.come_to_nothing(now) };
            if let Some(next) = next {
                accounts::save_guarded_change(&tx, &next).await?;
                tell(app, &tx, &org, &next).await?;
            }
        } else {
            let changed = org.with(&done.new);
            accounts::save_organisation(&tx, &changed).await?;
            accounts::save_guarded_change(&tx, &done).await?;
            tell(app, &tx, &changed, &done).await?;
        }
    } else if let Some(expired) = change.expire(now) {
        accounts::save_guarded_change(&tx, &expired).await?;
        tell(app, &tx, &org, &expired).await?;
    }
    Ok(tx.commit().await?)
}

/// Gives the member the role; `false` where it fits no more. Everybody hears of it as of any change in force, so nobody is told of
/// the directors a second time.
async fn give_role(app: &App, tx: &Tx, change: &GuardedChange, now: Timestamp) -> anyhow::Result<bool> {
    let Some(of) = change.new.member() else { return Ok(false) };
    let user = accounts::get_user(tx, of.member).await?;
    let Some(changed) = user.take_role(&change.new, accounts::open_directors(tx, change.org).await?) else { return Ok(false) };
    accounts::save_user(tx, &changed).await?;
    accounts::revoke_invitations_of(tx, user.id, change.asked.by, now).await?;
    if let Some(step) = AccountStep::made(changed.role) {
        let event = AccountEvent { user: user.id, step, by: Some(change.asked.by), at: now };
        accounts::add_account_event(tx, app.env.id(), event).await?;
    }
    Ok(true)
}
