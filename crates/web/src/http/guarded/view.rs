//! A guarded change as members and the office read it, and what those who pay are told of it.
use crate::http::extract::Auth;
use crate::store::{StoreError, Tx, accounts};
use chrono::{DateTime, Utc};
use domain::account::{BankAccount, GuardedChange, GuardedKind, GuardedState, GuardedValue, GuardedVerdict, Representative, Step};
use domain::contract::PartySnapshot;
use domain::day::Timestamp;
use domain::id::{GuardedChangeId, OrgId, UserId};
use domain::policy::may_confirm;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What was or will be; one of the two.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuardedValueView {
    pub bank_account: Option<BankAccount>,
    pub representative: Option<Representative>,
}

impl From<GuardedValue> for GuardedValueView {
    fn from(value: GuardedValue) -> Self {
        match value {
            GuardedValue::BankAccount(account) => Self { bank_account: Some(account), representative: None },
            GuardedValue::Representative(person) => Self { bank_account: None, representative: Some(person) },
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
    /// `to_confirm`, `to_decide`, `cooling`, `in_force`, `refused` or `stopped`.
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
    /// Whether the reader is somebody who may confirm it now.
    pub may_confirm: bool,
    pub version: i64,
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
    Ok(changes.into_iter().map(|change| view(change, reader, settled, &names)).collect())
}

fn people(change: &GuardedChange) -> Vec<UserId> {
    let said = |verdict: &GuardedVerdict| verdict.step.by;
    let mut people = vec![change.asked.by];
    people.extend(change.confirmed.map(|step| step.by));
    match &change.state {
        GuardedState::ToConfirm | GuardedState::ToDecide => {}
        GuardedState::Cooling { verdict, .. } | GuardedState::InForce { verdict, .. } | GuardedState::Refused { verdict } => {
            people.push(said(verdict));
        }
        GuardedState::Stopped { by, verdict, .. } => people.extend(verdict.iter().chain([by]).map(said)),
    }
    people
}

fn view(change: GuardedChange, reader: &Auth, opened_at: Timestamp, names: &BTreeMap<UserId, String>) -> GuardedChangeView {
    let cooling_days = change.cooling_days();
    let may_confirm = change.state == GuardedState::ToConfirm
        && may_confirm(reader.role)
        && reader.user != change.asked.by
        && GuardedChange::may_confirm(change.asked.at, opened_at);
    let GuardedChange { id, old, new, reason, asked, confirmed, state, version, org: _ } = change;
    let status = state.code().to_owned();
    let step = |Step { by, at }: Step, reason: Option<String>| GuardedStep { by: names.get(&by).cloned().unwrap_or_default(), at, reason };
    let said = |GuardedVerdict { step: at, reason }: GuardedVerdict| step(at, Some(reason.into()));
    let (decided, stopped, effective_at) = match state {
        GuardedState::ToConfirm | GuardedState::ToDecide => (None, None, None),
        GuardedState::Cooling { verdict, from } | GuardedState::InForce { verdict, from } => (Some(said(verdict)), None, Some(from)),
        GuardedState::Refused { verdict } => (Some(said(verdict)), None, None),
        GuardedState::Stopped { by, verdict, from } => (verdict.map(said), Some(said(by)), from),
    };
    GuardedChangeView {
        id,
        kind: new.kind(),
        old: old.map(GuardedValueView::from),
        new: new.into(),
        status,
        asked: step(asked, Some(reason.into())),
        confirmed: confirmed.map(|second| step(second, None)),
        decided,
        stopped,
        cooling_days,
        effective_at,
        may_confirm,
        version,
    }
}
