//! What a director says about many proposals at once: each succeeds or fails by itself, and all are written in a few statements.
use super::{ActError, Done, above_limit, act, approvals, goods, papers, take_up};
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::proposals::{self, Made};
use crate::store::reservations::Ledger;
use crate::store::{StoreError, Tx, accounts};
use domain::account::{Actor, Side};
use domain::id::{DemandId, OrgId, ProposalId};
use domain::money::Vnd;
use domain::notice::NoticeKind;
use domain::policy::{self, scope};
use domain::proposal::{Approval, Command, Proposal, ProposalTerms, Status};
use domain::quantity::Kg;
use domain::reason::Reason;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One answer to all of them.
#[derive(Debug, Clone)]
pub enum Answer {
    Accept,
    Decline(Reason),
}

impl Answer {
    fn command(&self, revision: u16) -> Command {
        match self {
            Self::Accept => Command::Accept { revision },
            Self::Decline(reason) => Command::Decline { revision, reason: reason.clone() },
        }
    }
}

/// What came of each, in the order asked. Those that the other side accepted before become contracts, one transaction each.
pub async fn act_several(
    app: &App,
    actor: &Actor,
    items: &[(ProposalId, u16)],
    answer: &Answer,
) -> Result<Vec<Result<Done, ActError>>, ActError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let ids: Vec<ProposalId> = items.iter().map(|(id, _)| *id).collect();
    let found = proposals::many_for_change(&tx, scope(actor, policy::Command::ReadProposal), &ids).await?;
    let limit = approvals::limit(&tx, actor).await?;
    let standing: Vec<_> = found.values().map(|made| (made, &made.proposal)).collect();
    let gone = match answer {
        Answer::Accept => papers::gone(&tx, &standing).await?,
        Answer::Decline(_) => BTreeMap::new(),
    };
    let (mut outcomes, mut changed, mut agreed, mut asked) = (Vec::with_capacity(items.len()), Vec::new(), Vec::new(), Vec::new());
    for (at, (id, revision)) in items.iter().enumerate() {
        let Some(made) = found.get(id) else {
            outcomes.push(Err(StoreError::Missing.into()));
            continue;
        };
        let command = answer.command(*revision);
        outcomes.push(match made.proposal.apply(actor, limit, command.clone(), now) {
            Ok(next) if next == made.proposal => Ok(Done::Applied),
            Ok(next) => match (gone.get(id), &next.status) {
                (Some(gone), _) => Err(gone.refusal().into()),
                (None, Status::Agreed { .. }) => {
                    agreed.push(at);
                    Ok(Done::Applied)
                }
                (None, Status::Open | Status::Declined { .. } | Status::Expired { .. } | Status::Stopped { .. }) => {
                    changed.push((made, next));
                    Ok(Done::Applied)
                }
            },
            Err(refusal) if above_limit(&refusal) => {
                if let Some(gone) = gone.get(id) {
                    outcomes.push(Err(gone.refusal().into()));
                    continue;
                }
                asked.extend(Approval::ask(actor, &made.proposal, command, app.env.id(), now).map(|approval| (made, approval)));
                Ok(Done::Asked)
            }
            Err(refusal) => Err(refusal.into()),
        });
    }
    if let Some(side) = actor.membership.map(|member| member.side).filter(|_| !changed.is_empty()) {
        if matches!(answer, Answer::Accept) {
            let accepted: Vec<&Proposal> = changed.iter().map(|(_, next)| next).collect();
            take_up(app, &tx, actor, &accepted).await?;
        }
        write(&tx, side, &changed, answer).await?;
        tell(app, &tx, side, &changed, answer).await?;
    }
    approvals::ask(app, &tx, actor, &asked).await?;
    tx.commit().await?;
    for at in agreed {
        if let (Some((id, revision)), Some(outcome)) = (items.get(at), outcomes.get_mut(at)) {
            *outcome = act(app, actor, *id, answer.command(*revision)).await;
        }
    }
    Ok(outcomes)
}

/// Declines whatever may still be accepted of a demand that its buyer closes: part of the transaction that closes it.
pub async fn decline_for(app: &App, tx: &Tx, actor: &Actor, demand: DemandId, reason: Reason) -> Result<(), ActError> {
    let now = app.env.now();
    let open = proposals::open_of_demand(tx, demand, now).await?;
    let limit = approvals::limit(tx, actor).await?;
    let answer = Answer::Decline(reason);
    let mut declined = Vec::with_capacity(open.len());
    for made in &open {
        declined.push((made, made.proposal.apply(actor, limit, answer.command(made.proposal.current.number), now)?));
    }
    if declined.is_empty() {
        return Ok(());
    }
    write(tx, Side::Buyer, &declined, &answer).await?;
    Ok(tell(app, tx, Side::Buyer, &declined, &answer).await?)
}

async fn write(tx: &Tx, side: Side, changed: &[(&Made, Proposal)], answer: &Answer) -> Result<(), StoreError> {
    let nexts: Vec<&Proposal> = changed.iter().map(|(_, next)| next).collect();
    match answer {
        Answer::Accept => proposals::accept(tx, side, &nexts).await,
        Answer::Decline(_) => {
            let offers: Vec<Uuid> = nexts.iter().map(|next| next.offer.into()).collect();
            let demands: Vec<Uuid> = nexts.iter().map(|next| next.demand.into()).collect();
            let mut ledger = Ledger::lock(tx, &offers, &demands).await?;
            for (made, next) in changed {
                if let Some(held) = made.proposal.hold() {
                    ledger.change(next.id.into(), (&held).into(), &made.proposal.change_to(next))?;
                }
            }
            ledger.save(tx).await?;
            proposals::decline(tx, &nexts).await
        }
    }
}

/// One notice to each organisation of the other side, however many of its proposals were answered.
async fn tell(app: &App, tx: &Tx, side: Side, changed: &[(&Made, Proposal)], answer: &Answer) -> anyhow::Result<()> {
    let mut parties: BTreeMap<OrgId, Vec<&(&Made, Proposal)>> = BTreeMap::new();
    for one in changed {
        let to = match side {
            Side::Supplier => one.1.buyer,
            Side::Buyer => one.1.supplier,
        };
        parties.entry(to).or_default().push(one);
    }
    let own = changed.first().map(|(_, next)| match side {
        Side::Supplier => next.supplier,
        Side::Buyer => next.buyer,
    });
    let name = accounts::names(tx, own).await?.into_values().next();
    let kind = match answer {
        Answer::Accept => NoticeKind::ProposalAccepted,
        Answer::Decline(_) => NoticeKind::ProposalDeclined,
    };
    let events = parties.into_iter().map(|(to, own)| {
        let mut arguments = said(&own);
        arguments["other_party"] = json!(name);
        if let Answer::Decline(reason) = answer {
            arguments["reason"] = json!(reason.as_str());
        }
        let only = if let [(_, next)] = own.as_slice() { Some(next.id) } else { None };
        let path = only.map_or_else(|| "/de-xuat".to_owned(), |id| format!("/de-xuat/{id}"));
        (to, Event { kind, subject: only.map(Uuid::from), arguments, path })
    });
    notify::organisations(app, tx, events.collect()).await
}

/// One proposal is told whole, several by their number and sums.
fn said(own: &[&(&Made, Proposal)]) -> Value {
    if let [(made, next)] = own {
        return super::said(made, next);
    }
    let terms = || own.iter().map(|(_, next)| &next.current.terms);
    let mut arguments = own.first().map_or_else(|| json!({}), |(made, _)| goods(made));
    arguments["proposals"] = json!(own.len());
    arguments["kg"] = json!(Kg::sum(terms().map(ProposalTerms::total_kg)));
    arguments["amount"] = json!(Vnd::sum(terms().map(ProposalTerms::total)));
    arguments["expires_at"] = json!(own.iter().map(|(_, next)| next.expires_at).min());
    arguments
}
