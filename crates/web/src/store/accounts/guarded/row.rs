//! A guarded change as a row.
use crate::store::entity::guarded_change::{ActiveModel, Model};
use crate::store::{StoreError, corrupt};
use domain::account::{GuardedChange, GuardedKind, GuardedState, GuardedValue, GuardedVerdict, MemberRole, Step};
use domain::day::Timestamp;
use sea_orm::Set;
use serde_json::Value;
use uuid::Uuid;

pub(super) fn to_row(change: &GuardedChange) -> Result<ActiveModel, StoreError> {
    let GuardedChange { id, org, old, new, reason, asked, confirmed, state, version } = change.clone();
    let unreadable = |_| corrupt("guarded_change", id);
    let expired_at = match state {
        GuardedState::Expired { at, .. } => Some(at),
        _ => None,
    };
    let (verdict, from, stopped) = match state.clone() {
        GuardedState::ToConfirm | GuardedState::ToDecide => (None, None, None),
        GuardedState::Expired { verdict, .. } => (verdict, None, None),
        GuardedState::Cooling { verdict, from } | GuardedState::InForce { verdict, from } => (Some(verdict), Some(from), None),
        GuardedState::Refused { verdict } => (Some(verdict), None, None),
        GuardedState::Stopped { by, verdict, from } => (verdict, from, Some(by)),
    };
    let (decided_by, decided_at, decision) = said(verdict);
    let (stopped_by, stopped_at, stop_reason) = said(stopped);
    Ok(ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        kind: Set(new.kind().code().to_owned()),
        old_value: Set(old.as_ref().map(to_json).transpose().map_err(unreadable)?),
        new_value: Set(to_json(&new).map_err(unreadable)?),
        reason: Set(reason.into()),
        asked_by: Set(asked.by.into()),
        asked_at: Set(asked.at),
        status: Set(state.code().to_owned()),
        confirmed_by: Set(confirmed.map(|step| step.by.into())),
        confirmed_at: Set(confirmed.map(|step| step.at)),
        decided_by: Set(decided_by),
        decided_at: Set(decided_at),
        decision: Set(decision),
        effective_at: Set(from),
        stopped_by: Set(stopped_by),
        stopped_at: Set(stopped_at),
        stop_reason: Set(stop_reason),
        expired_at: Set(expired_at),
        member_id: Set(new.member().map(|of| of.member.into())),
        version: Set(version),
    })
}

fn said(verdict: Option<GuardedVerdict>) -> (Option<Uuid>, Option<Timestamp>, Option<String>) {
    verdict.map_or((None, None, None), |GuardedVerdict { step, reason }| (Some(step.by.into()), Some(step.at), Some(reason.into())))
}

fn to_json(value: &GuardedValue) -> serde_json::Result<Value> {
    match value {
        GuardedValue::BankAccount(account) => serde_json::to_value(account),
        GuardedValue::Representative(person) => serde_json::to_value(person),
        GuardedValue::NewDirector(of) | GuardedValue::FormerDirector(of) => serde_json::to_value(of.role),
    }
}

fn from_json(kind: GuardedKind, member: Option<Uuid>, value: Value) -> Option<GuardedValue> {
    let role = |value| Some(MemberRole { member: member?.into(), role: serde_json::from_value(value).ok()? });
    Some(match kind {
        GuardedKind::BankAccount => GuardedValue::BankAccount(serde_json::from_value(value).ok()?),
        GuardedKind::Representative => GuardedValue::Representative(serde_json::from_value(value).ok()?),
        GuardedKind::NewDirector => GuardedValue::NewDirector(role(value)?),
        GuardedKind::FormerDirector => GuardedValue::FormerDirector(role(value)?),
    })
}

pub(super) fn from_row(row: Model) -> Result<GuardedChange, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("guarded_change", id))
}

fn read(row: Model) -> Option<GuardedChange> {
    let kind: GuardedKind = row.kind.parse().ok()?;
    let verdict = |by: Option<Uuid>, at: Option<Timestamp>, reason: Option<String>| {
        Some(GuardedVerdict { step: Step { by: by?.into(), at: at? }, reason: reason?.parse().ok()? })
    };
    let decided = verdict(row.decided_by, row.decided_at, row.decision);
    let state = match row.status.as_str() {
        "to_confirm" => GuardedState::ToConfirm,
        "to_decide" => GuardedState::ToDecide,
        "expired" => GuardedState::Expired { at: row.expired_at?, verdict: decided },
        "cooling" => GuardedState::Cooling { verdict: decided?, from: row.effective_at? },
        "in_force" => GuardedState::InForce { verdict: decided?, from: row.effective_at? },
        "refused" => GuardedState::Refused { verdict: decided? },
        "stopped" => GuardedState::Stopped {
            by: verdict(row.stopped_by, row.stopped_at, row.stop_reason)?,
            verdict: decided,
            from: row.effective_at,
        },
        _ => return None,
    };
    let old = match row.old_value {
        Some(value) => Some(from_json(kind, row.member_id, value)?),
        None => None,
    };
    Some(GuardedChange {
        id: row.id.into(),
        org: row.org_id.into(),
        old,
        new: from_json(kind, row.member_id, row.new_value)?,
        reason: row.reason.parse().ok()?,
        asked: Step { by: row.asked_by.into(), at: row.asked_at },
        confirmed: row.confirmed_by.zip(row.confirmed_at).map(|(by, at)| Step { by: by.into(), at }),
        state,
        version: row.version,
    })
}
