//! What was on the table, one after the other, and what each revision changed.
use chrono::{DateTime, Utc};
use domain::account::Side;
use domain::day::Week;
use domain::money::Vnd;
use domain::proposal::{Author, Draft, Proposal, ProposalTerms, Revision};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Something a revision changed: `farm_gate`, `freight`, `carrier`, `payment_days`, `deposit`, `retention`, `without`, or `kg` of a
/// week. A deposit and a retention are said as `percent/days`.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChangeView {
    pub field: &'static str,
    pub week: Option<Week>,
    /// Absent where the week was not there.
    pub before: Option<String>,
    /// Absent where the week is gone.
    pub after: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionView {
    pub number: u16,
    /// The side that wrote it; absent for the round's own.
    pub by: Option<Side>,
    pub at: DateTime<Utc>,
    pub terms: Draft,
    pub total: Vnd,
    pub message: Option<String>,
    pub changes: Vec<ChangeView>,
    pub supplier_accepted_at: Option<DateTime<Utc>>,
    pub buyer_accepted_at: Option<DateTime<Utc>>,
}

/// Oldest first.
pub fn revisions(proposal: &Proposal) -> Vec<RevisionView> {
    let mut before: Option<&Revision> = None;
    let mut views = Vec::with_capacity(proposal.earlier.len() + 1);
    for revision in proposal.earlier.iter().chain([&proposal.current]) {
        views.push(RevisionView {
            number: revision.number,
            by: match revision.by {
                Author::Round => None,
                Author::Party { side, .. } => Some(side),
            },
            at: revision.at,
            terms: revision.terms.clone().into(),
            total: revision.terms.total(),
            message: revision.message.as_ref().map(|note| note.as_str().to_owned()),
            changes: before.map(|before| changes(&before.terms, &revision.terms)).unwrap_or_default(),
            supplier_accepted_at: revision.supplier.map(|acceptance| acceptance.at),
            buyer_accepted_at: revision.buyer.map(|acceptance| acceptance.at),
        });
        before = Some(revision);
    }
    views
}

fn changes(before: &ProposalTerms, after: &ProposalTerms) -> Vec<ChangeView> {
    let mut changes = Vec::new();
    let mut note = |field, week, before: Option<String>, after: Option<String>| {
        if before != after {
            changes.push(ChangeView { field, week, before, after });
        }
    };
    let text = |value: &dyn ToString| Some(value.to_string());
    note("farm_gate", None, text(&before.farm_gate().dong()), text(&after.farm_gate().dong()));
    note("freight", None, text(&before.freight().dong()), text(&after.freight().dong()));
    note("carrier", None, text(&before.carrier()), text(&after.carrier()));
    note("payment_days", None, text(&before.payment_days()), text(&after.payment_days()));
    let dues = |percent: u8, days: u8| (percent > 0).then(|| format!("{percent}/{days}"));
    let (old, new) = (before.dues(), after.dues());
    note("deposit", None, dues(old.deposit_percent, old.deposit_days), dues(new.deposit_percent, new.deposit_days));
    note("retention", None, dues(old.retention_percent, old.retention_days), dues(new.retention_percent, new.retention_days));
    let without = |terms: &ProposalTerms| -> Option<String> {
        let codes: Vec<_> = terms.without().iter().map(ToString::to_string).collect();
        (!codes.is_empty()).then(|| codes.join(", "))
    };
    note("without", None, without(before), without(after));
    let kg =
        |terms: &ProposalTerms| -> BTreeMap<Week, String> { terms.lines().iter().map(|line| (line.week, line.kg.to_string())).collect() };
    let (mut old, new) = (kg(before), kg(after));
    for (week, weight) in new {
        note("kg", Some(week), old.remove(&week), Some(weight));
    }
    for (week, weight) in old {
        note("kg", Some(week), Some(weight), None);
    }
    changes
}
