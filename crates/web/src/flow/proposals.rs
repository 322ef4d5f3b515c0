//! What directors and time do to proposals: the proposal, what it holds and who is told change in one transaction.
pub mod approvals;
mod several;

pub use several::{Answer, act_several, decline_for};

use super::conclude::{ConcludeError, conclude};
use super::papers;
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::proposals::{self, Made};
use crate::store::reservations::{self, Ledger};
use crate::store::{StoreError, Tx, accounts, assisted};
use domain::account::{Actor, Side};
use domain::error::Refusal;
use domain::id::{OrgId, ProposalId};
use domain::notice::NoticeKind;
use domain::policy::{self, scope};
use domain::proposal::{Approval, ApprovalError, Command, Proposal, ProposalConflict, ProposalError, Status};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Debug, thiserror::Error)]
pub enum ActError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Refused(#[from] ProposalError),
    #[error(transparent)]
    Approval(#[from] ApprovalError),
    #[error(transparent)]
    Conclude(#[from] ConcludeError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Applied,
    /// It is worth more than the clerk decides alone: the directors are asked.
    Asked,
}

/// Does what somebody says about a proposal, or asks the directors when it is a clerk and the value is above the limit.
pub async fn act(app: &App, actor: &Actor, id: ProposalId, command: Command) -> Result<Done, ActError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let made = proposals::get_for_change(&tx, scope(actor, policy::Command::ReadProposal), id).await?;
    let limit = approvals::limit(&tx, actor).await?;
    let done = match made.proposal.apply(actor, limit, command.clone(), now) {
        Ok(next) => {
            carry_out(app, &tx, actor, &made, &next).await?;
            Done::Applied
        }
        Err(refusal) => {
            if above_limit(&refusal) && matches!(command, Command::Accept { .. }) {
                // No director could say yes to it either.
                require_papers(&tx, &made, &made.proposal).await?;
            }
            let approval = above_limit(&refusal).then(|| Approval::ask(actor, &made.proposal, command, app.env.id(), now)).flatten();
            approvals::ask(app, &tx, actor, &[(&made, approval.ok_or(refusal)?)]).await?;
            Done::Asked
        }
    };
    tx.commit().await?;
    Ok(done)
}

const fn above_limit(refusal: &ProposalError) -> bool {
    matches!(refusal, Refusal::Conflict(ProposalConflict::AboveClerkLimit))
}

/// Keeps what a proposal became, what it holds, and who is told. When both sides accepted one revision, the contract is made in the
/// same transaction.
async fn carry_out(app: &App, tx: &Tx, actor: &Actor, made: &Made, next: &Proposal) -> Result<(), ActError> {
    let before = &made.proposal;
    if next == before {
        return Ok(());
    }
    if next.current.number == before.current.number && matches!(next.status, Status::Open | Status::Agreed { .. }) {
        require_papers(tx, made, next).await?;
    }
    if !matches!(next.status, Status::Declined { .. }) {
        take_up(app, tx, actor, &[next]).await?;
    }
    hold(tx, before, next).await?;
    proposals::save(tx, next).await?;
    let side = actor.membership.map_or(Side::Supplier, |member| member.side);
    let news = match &next.status {
        Status::Open if next.current.number > before.current.number => Some(NoticeKind::ProposalCountered),
        Status::Open => Some(NoticeKind::ProposalAccepted),
        Status::Declined { .. } => Some(NoticeKind::ProposalDeclined),
        Status::Expired { .. } | Status::Stopped { .. } => None,
        Status::Agreed { .. } => {
            // The contract asks both sides to sign, which says that both agreed.
            conclude(app, tx, next, made.premiums_in(next)).await?;
            None
        }
    };
    if let Some(kind) = news {
        tell_other(app, tx, made, next, side, kind).await?;
    }
    Ok(())
}

/// Whoever deals with what the office entered for the own organisation says with it that the organisation asked for it. Before any
/// kilogram is touched, in the order in which everybody takes both.
async fn take_up(app: &App, tx: &Tx, actor: &Actor, dealt: &[&Proposal]) -> Result<(), StoreError> {
    let Some(side) = actor.membership.map(|member| member.side) else { return Ok(()) };
    let own = |proposal: &&Proposal| if side == Side::Supplier { proposal.offer.into() } else { proposal.demand.into() };
    let posts: Vec<Uuid> = dealt.iter().map(own).collect();
    assisted::confirm(tx, side, &posts, actor.user, app.env.now()).await
}

/// Nobody, whichever side is first, accepts what promises a paper that does not stand.
async fn require_papers(tx: &Tx, made: &Made, next: &Proposal) -> Result<(), ActError> {
    let gone = papers::gone(tx, &[(made, next)]).await?;
    gone.get(&next.id).map_or(Ok(()), |gone| Err(gone.refusal().into()))
}

/// Takes and frees kilograms as a proposal changes.
async fn hold(tx: &Tx, before: &Proposal, next: &Proposal) -> Result<(), StoreError> {
    let Some(held) = before.hold() else { return Ok(()) };
    reservations::apply(tx, before.id, (&held).into(), &before.change_to(next)).await
}

async fn tell_other(app: &App, tx: &Tx, made: &Made, next: &Proposal, by: Side, kind: NoticeKind) -> anyhow::Result<()> {
    let (to, from) = match by {
        Side::Supplier => (next.buyer, next.supplier),
        Side::Buyer => (next.supplier, next.buyer),
    };
    let names = accounts::names(tx, [from]).await?;
    let mut arguments = said(made, next);
    arguments["other_party"] = json!(names.get(&from));
    if let Status::Declined { reason, .. } = &next.status {
        arguments["reason"] = json!(reason.as_str());
    }
    let event = Event { kind, subject: Some(next.id.into()), arguments, path: format!("/de-xuat/{}", next.id) };
    notify::organisation(app, tx, to, &event).await
}

/// What is on the table of one proposal.
fn said(made: &Made, next: &Proposal) -> Value {
    let mut arguments = goods(made);
    let terms = &next.current.terms;
    arguments["revision"] = json!(next.current.number);
    arguments["kg"] = json!(terms.total_kg());
    arguments["price"] = json!(terms.farm_gate());
    arguments["amount"] = json!(terms.total());
    arguments["expires_at"] = json!(next.expires_at);
    arguments
}

fn goods(made: &Made) -> Value {
    let catalogue = catalogue::now();
    let variety = catalogue.variety(made.facts.variety.as_str());
    json!({
        "proposal": made.proposal.id,
        "goods_vi": variety.map(|variety| variety.name_vi.as_str()),
        "goods_en": variety.map(|variety| variety.name_en.as_str()),
    })
}

/// Proposals that end in one transaction.
const AT_ONCE: u64 = 500;

/// Ends the open proposals whose time is over and frees what they hold; answers how many.
pub async fn lapse_proposals(app: &App) -> anyhow::Result<usize> {
    let mut ended = 0;
    loop {
        let now = app.env.now();
        let tx = Tx::write(&app.db).await?;
        let due = proposals::due(&tx, now, AT_ONCE).await?;
        if due.is_empty() {
            return Ok(ended);
        }
        let over = free(&tx, &due, |proposal| proposal.lapse(now)).await?;
        proposals::expire(&tx, &over).await?;
        tell_ended(app, &tx, &due, NoticeKind::ProposalExpired).await?;
        tx.commit().await?;
        ended += due.len();
    }
}

/// Ends every open proposal of an organisation and frees what they hold: part of the transaction that suspends it.
pub async fn stop_proposals(app: &App, tx: &Tx, org: OrgId) -> anyhow::Result<()> {
    let now = app.env.now();
    loop {
        let open = proposals::open_of(tx, org, AT_ONCE).await?;
        if open.is_empty() {
            return Ok(());
        }
        let over = free(tx, &open, |proposal| proposal.stop(now)).await?;
        proposals::stop(tx, &over, now).await?;
        tell_ended(app, tx, &open, NoticeKind::ProposalStopped).await?;
    }
}

/// Frees what those hold that `end` ends; answers which those are.
async fn free(tx: &Tx, open: &[Made], end: impl Fn(&Proposal) -> Option<Proposal>) -> Result<Vec<ProposalId>, StoreError> {
    let offers: Vec<Uuid> = open.iter().map(|made| made.proposal.offer.into()).collect();
    let demands: Vec<Uuid> = open.iter().map(|made| made.proposal.demand.into()).collect();
    let mut ledger = Ledger::lock(tx, &offers, &demands).await?;
    let mut over = Vec::with_capacity(open.len());
    for made in open {
        if let (Some(held), Some(next)) = (made.proposal.hold(), end(&made.proposal)) {
            ledger.change(next.id.into(), (&held).into(), &made.proposal.change_to(&next))?;
            over.push(next.id);
        }
    }
    ledger.save(tx).await?;
    Ok(over)
}

/// One notice to each organisation, however many of its proposals ended.
async fn tell_ended(app: &App, tx: &Tx, ended: &[Made], kind: NoticeKind) -> anyhow::Result<()> {
    let mut parties: BTreeMap<OrgId, Vec<&Made>> = BTreeMap::new();
    for made in ended {
        parties.entry(made.proposal.supplier).or_default().push(made);
        parties.entry(made.proposal.buyer).or_default().push(made);
    }
    let events = parties.into_iter().filter_map(|(org, own)| {
        let first = own.first()?;
        let mut arguments = goods(first);
        arguments["proposals"] = json!(own.len());
        let path = if own.len() == 1 { format!("/de-xuat/{}", first.proposal.id) } else { "/de-xuat".to_owned() };
        Some((org, Event { kind, subject: Some(first.proposal.id.into()), arguments, path }))
    });
    notify::organisations(app, tx, events.collect()).await
}
