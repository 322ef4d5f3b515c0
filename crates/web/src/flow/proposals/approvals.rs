//! What a clerk may not decide alone goes to the own directors; the other side hears nothing of it.
use super::{ActError, carry_out, goods};
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::proposals::{self, Made};
use crate::store::{StoreError, Tx, accounts, approvals};
use domain::account::{Actor, Role};
use domain::id::{ApprovalId, ProposalId, UserId};
use domain::money::Vnd;
use domain::notice::NoticeKind;
use domain::policy::{self, scope};
use domain::proposal::{Approval, ClerkLimit, Proposal, Wish};
use domain::reason::Reason;
use serde_json::json;

/// Up to which value this person binds the organisation alone. Nobody but clerks has a limit.
pub async fn limit(tx: &Tx, actor: &Actor) -> Result<ClerkLimit, StoreError> {
    match actor.org() {
        Some(org) if actor.role == Role::Clerk => Ok(approvals::limit(tx, org).await?.map_or(ClerkLimit::NOTHING, |set| set.limit)),
        Some(_) | None => Ok(ClerkLimit::NOTHING),
    }
}

/// Keeps what a clerk asks, and tells the directors once, however many proposals it is about.
pub(super) async fn ask(app: &App, tx: &Tx, actor: &Actor, asked: &[(&Made, Approval)]) -> Result<(), ActError> {
    let Some(((first, one), org)) = asked.first().zip(actor.org()) else { return Ok(()) };
    let rows: Vec<Approval> = asked.iter().map(|(_, approval)| approval.clone()).collect();
    approvals::insert(tx, &rows, app.env.now()).await?;
    let mut arguments = goods(first);
    let names = accounts::user_names(tx, [actor.user]).await?;
    arguments["clerk"] = json!(names.get(&actor.user));
    arguments["proposals"] = json!(asked.len());
    arguments["amount"] = json!(Vnd::sum(asked.iter().map(|(made, approval)| worth(&made.proposal, approval))));
    arguments["expires_at"] = json!(asked.iter().map(|(made, _)| made.proposal.expires_at).min());
    let path = if asked.len() == 1 { format!("/de-xuat/{}", one.proposal) } else { "/de-xuat".to_owned() };
    let event = Event { kind: NoticeKind::ApprovalAsked, subject: Some(one.proposal.into()), arguments, path };
    Ok(notify::directors(app, tx, org, &event).await?)
}

/// What the deal is worth as the clerk would have it.
fn worth(proposal: &Proposal, approval: &Approval) -> Vnd {
    match &approval.wish {
        Wish::Accept => proposal.current.terms.total(),
        Wish::Counter { terms, .. } => terms.total(),
    }
}

/// A director says what the clerk may: then it is done at once, or not at all.
pub async fn answer(app: &App, actor: &Actor, proposal: ProposalId, id: ApprovalId, refusal: Option<Reason>) -> Result<(), ActError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let made = proposals::get_for_change(&tx, scope(actor, policy::Command::ReadProposal), proposal).await?;
    let org = actor.org().ok_or(StoreError::Missing)?;
    let approval = approvals::get(&tx, org, proposal, id).await?;
    let (answered, kind) = if let Some(reason) = refusal {
        (approval.refuse(actor, &made.proposal, reason, now)?, NoticeKind::ApprovalRefused)
    } else {
        let (given, command) = approval.give(actor, &made.proposal, now)?;
        let next = made.proposal.apply(actor, ClerkLimit::NOTHING, command, now)?;
        carry_out(app, &tx, actor, &made, &next).await?;
        (given, NoticeKind::ApprovalGiven)
    };
    approvals::answer(&tx, &answered).await?;
    tell_clerk(app, &tx, actor.user, &made, &answered, kind).await?;
    tx.commit().await?;
    Ok(())
}

async fn tell_clerk(app: &App, tx: &Tx, director: UserId, made: &Made, answered: &Approval, kind: NoticeKind) -> anyhow::Result<()> {
    let mut arguments = goods(made);
    arguments["director"] = json!(accounts::user_names(tx, [director]).await?.get(&director));
    if let domain::proposal::ApprovalState::Refused { reason, .. } = &answered.state {
        arguments["reason"] = json!(reason.as_str());
    }
    let event = Event { kind, subject: Some(answered.proposal.into()), arguments, path: format!("/de-xuat/{}", answered.proposal) };
    for clerk in accounts::people(tx, [answered.asked_by]).await? {
        notify::person(app, tx, &clerk, &event).await?;
    }
    Ok(())
}
