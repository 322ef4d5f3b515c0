//! A guarded change as members and the office read it, and what those who pay are told of it.
use crate::http::extract::Auth;
use crate::store::{StoreError, Tx, accounts};
use chrono::{DateTime, Utc};
use domain::account::{
    Actor, BankAccount, GuardedChange, GuardedKind, GuardedState, GuardedValue, GuardedVerdict, MemberRole, PhoneChange, Representative,
    Role, Step,
};
use domain::contract::PartySnapshot;
use domain::day::Timestamp;
use domain::id::{GuardedChangeId, OrgId, UserId};
use domain::phone::Phone;
use domain::policy::{Scope, may_confirm};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What was or will be; one of the three.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedValueView {
    pub bank_account: Option<BankAccount>,
    pub representative: Option<Representative>,
    pub director: Option<MemberRoleView>,
}

/// A member's role.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberRoleView {
    pub member: UserId,
    /// The member's name.
    pub name: String,
    pub role: Role,
}

impl GuardedValueView {
    fn new(value: GuardedValue, names: &BTreeMap<UserId, String>) -> Self {
        let none = Self { bank_account: None, representative: None, director: None };
        match value {
            GuardedValue::BankAccount(account) => Self { bank_account: Some(account), ..none },
            GuardedValue::Representative(person) => Self { representative: Some(person), ..none },
            GuardedValue::NewDirector(MemberRole { member, role }) | GuardedValue::FormerDirector(MemberRole { member, role }) => {
                let name = names.get(&member).cloned().unwrap_or_default();
                Self { director: Some(MemberRoleView { member, name, role }), ..none }
            }
        }
    }
}

/// Who did a step of a change, when, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedStep {
    /// The person's name.
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedChangeView {
    pub id: GuardedChangeId,
    pub kind: GuardedKind,
    /// Absent when there was no account.
    pub old: Option<GuardedValueView>,
    pub new: GuardedValueView,
    /// `to_confirm`, `to_decide`, `cooling`, `in_force`, `refused`, `expired` or `stopped`.
    pub status: String,
    pub asked: GuardedStep,
    /// The second member; absent where there was none who could confirm.
    pub confirmed: Option<GuardedStep>,
    /// The office's answer.
    pub decided: Option<GuardedStep>,
    pub stopped: Option<GuardedStep>,
    /// Days between the office's yes and the effect.
    pub cooling_days: i64,
    /// When it takes or took effect, or would have.
    pub effective_at: Option<DateTime<Utc>>,
    /// Which number to ring about it; for the office alone.
    pub ring: Option<NumberToRing>,
    /// Until when a second member can confirm it, while it waits for one.
    pub confirm_by: Option<DateTime<Utc>>,
    /// When it ended because nobody had, or because nothing was left to change when its time came.
    pub expired_at: Option<DateTime<Utc>>,
    /// Whether the reader is somebody who may confirm it now.
    pub may_confirm: bool,
    /// It is about the reader's own role, which the reader neither confirms nor stops.
    pub about_me: bool,
    pub version: i64,
}

/// The organisation's number from before anybody changed it around the request.
#[derive(Debug, Serialize, ToSchema)]
pub struct NumberToRing {
    pub phone: Phone,
    /// The number of today.
    pub now: Phone,
    /// Changes of number in the week before the request and since, oldest first.
    pub changes: Vec<NumberChange>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct NumberChange {
    pub old: Phone,
    pub new: Phone,
    /// The person's name.
    pub by: String,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedChanges {
    pub items: Vec<GuardedChangeView>,
    /// Send it as `after` for the next page; absent on the last one.
    pub next: Option<Uuid>,
    /// How many other members could confirm what the reader asks for now.
    pub confirmers: u64,
    /// How many days old an account must be to confirm.
    pub confirmer_days: i64,
    /// Days between the office's yes and the effect.
    pub cooling_days: i64,
    /// The same when nobody could confirm.
    pub cooling_days_alone: i64,
}

/// A change in the office's queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedChangeFile {
    pub change: GuardedChangeView,
    pub organisation: OrgId,
    pub organisation_name: String,
}

/// The account of the organisation that is paid changes, or changed lately.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountWarning {
    /// From when the new account counts.
    pub from: DateTime<Utc>,
    pub in_force: bool,
    /// The new account, once it counts.
    pub account: Option<BankAccount>,
}

impl AccountWarning {
    /// For whoever pays by a contract with this party: the newest change that must be said.
    pub fn first(changes: &[GuardedChange], payee: &PartySnapshot, now: Timestamp) -> Option<Self> {
        changes.iter().find_map(|change| Self::of(change, payee.bank_account.as_ref(), now))
    }

    fn of(change: &GuardedChange, named: Option<&BankAccount>, now: Timestamp) -> Option<Self> {
        let from = change.warns_payers(named, now)?;
        let in_force = matches!(change.state, GuardedState::InForce { .. });
        let account = match &change.new {
            GuardedValue::BankAccount(account) if in_force => Some(account.clone()),
            _ => None,
        };
        Some(Self { from, in_force, account })
    }
}

pub async fn views(tx: &Tx, reader: &Auth, changes: Vec<GuardedChange>) -> Result<Vec<GuardedChangeView>, StoreError> {
    let names = accounts::user_names(tx, changes.iter().flat_map(people)).await?;
    let settled = accounts::settled_since(tx, reader.user).await?;
    let mut views = Vec::with_capacity(changes.len());
    for change in changes {
        let ring = if reader.role == Role::Officer { Some(number_to_ring(tx, &change).await?) } else { None };
        views.push(GuardedChangeView { ring, ..view(change, reader, settled, &names) });
    }
    Ok(views)
}

async fn number_to_ring(tx: &Tx, change: &GuardedChange) -> Result<NumberToRing, StoreError> {
    let now = accounts::get_organisation(tx, Scope::All, change.org).await?.profile.phone;
    let doubtful = change.doubtful(accounts::phone_changes(tx, change.org, GuardedChange::confirmers_before(change.asked.at)).await?);
    let names = accounts::user_names(tx, doubtful.iter().map(|one| one.by)).await?;
    let phone = GuardedChange::to_ring(&now, &doubtful).clone();
    let name =
        |PhoneChange { old, new, by, at }: PhoneChange| NumberChange { old, new, by: names.get(&by).cloned().unwrap_or_default(), at };
    Ok(NumberToRing { phone, now, changes: doubtful.into_iter().map(name).collect() })
}

/// Whether this person is somebody whose confirmation a change waits for.
pub fn waits_for(change: &GuardedChange, reader: &Actor, settled: Timestamp) -> bool {
    change.state == GuardedState::ToConfirm
        && may_confirm(reader.role)
        && reader.user != change.asked.by
        && !change.is_about(reader.user)
        && GuardedChange::may_confirm(change.asked.at, settled)
}

fn people(change: &GuardedChange) -> Vec<UserId> {
    let said = |verdict: &GuardedVerdict| verdict.step.by;
    let mut people = vec![change.asked.by];
    people.extend(change.confirmed.map(|step| step.by));
    people.extend(change.new.member().map(|of| of.member));
    match &change.state {
        GuardedState::ToConfirm | GuardedState::ToDecide => {}
        GuardedState::Expired { verdict, .. } => people.extend(verdict.iter().map(said)),
        GuardedState::Cooling { verdict, .. } | GuardedState::InForce { verdict, .. } | GuardedState::Refused { verdict } => {
            people.push(said(verdict));
        }
        GuardedState::Stopped { by, verdict, .. } => people.extend(verdict.iter().chain([by]).map(said)),
    }
    people
}

fn view(change: GuardedChange, reader: &Auth, opened_at: Timestamp, names: &BTreeMap<UserId, String>) -> GuardedChangeView {
    let (cooling_days, confirm_by) = (change.cooling_days(), change.confirm_by());
    let expired_at = match change.state {
        GuardedState::Expired { at, .. } => Some(at),
        _ => None,
    };
    let may_confirm = waits_for(&change, reader, opened_at);
    let about_me = change.is_about(reader.user);
    let GuardedChange { id, old, new, reason, asked, confirmed, state, version, org: _ } = change;
    let status = state.code().to_owned();
    let step = |Step { by, at }: Step, reason: Option<String>| GuardedStep { by: names.get(&by).cloned().unwrap_or_default(), at, reason };
    let said = |GuardedVerdict { step: at, reason }: GuardedVerdict| step(at, Some(reason.into()));
    let (decided, stopped, effective_at) = match state {
        GuardedState::ToConfirm | GuardedState::ToDecide => (None, None, None),
        GuardedState::Expired { verdict, .. } => (verdict.map(said), None, None),
        GuardedState::Cooling { verdict, from } | GuardedState::InForce { verdict, from } => (Some(said(verdict)), None, Some(from)),
        GuardedState::Refused { verdict } => (Some(said(verdict)), None, None),
        GuardedState::Stopped { by, verdict, from } => (verdict.map(said), Some(said(by)), from),
    };
    GuardedChangeView {
        id,
        kind: new.kind(),
        old: old.map(|old| GuardedValueView::new(old, names)),
        new: GuardedValueView::new(new, names),
        status,
        asked: step(asked, Some(reason.into())),
        confirmed: confirmed.map(|second| step(second, None)),
        decided,
        stopped,
        cooling_days,
        effective_at,
        ring: None,
        confirm_by,
        expired_at,
        may_confirm,
        about_me,
        version,
    }
}
