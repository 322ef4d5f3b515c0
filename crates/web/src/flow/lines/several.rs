//! One transfer that pays many lines, and one look at the bank that finds them paid: all of them in one transaction, or none.
use super::{Command, LineError, MOST_TRIES, Target, one};
use crate::app::App;
use crate::store::{StoreError, Tx, contracts};
use domain::account::{Actor, Side};
use domain::id::ContractId;
use domain::payment;
use domain::policy::{self, scope};

/// A debt of a contract, with what is said about it.
#[derive(Debug, Clone)]
pub struct Said {
    pub contract: ContractId,
    pub target: Target,
    pub command: payment::Command,
}

#[derive(Debug, thiserror::Error)]
pub enum SeveralError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lines are paid to more than one account: one transfer cannot reach both.
    #[error("payment_accounts_differ")]
    AccountsDiffer,
    /// What stands against the line at this place in the list.
    #[error("{1}")]
    Line(usize, LineError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// Does all of it or nothing. `one_account` where it is one transfer.
pub async fn several(app: &App, actor: &Actor, said: &[Said], one_account: bool) -> Result<(), SeveralError> {
    for _ in 1..MOST_TRIES {
        match attempt(app, actor, said, one_account).await {
            Err(SeveralError::Line(_, LineError::Store(StoreError::Stale)) | SeveralError::Store(StoreError::Stale)) => {}
            done => return done,
        }
    }
    attempt(app, actor, said, one_account).await
}

async fn attempt(app: &App, actor: &Actor, said: &[Said], one_account: bool) -> Result<(), SeveralError> {
    let tx = Tx::write(&app.db).await?;
    // All of them first, and what they may give back to: who pays one line meanwhile waits for this, or this for them, and never both.
    contracts::hold(&tx, scope(actor, policy::Command::ReadDelivery), said.iter().map(|said| said.contract)).await?;
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_key(|&at| (said[at].contract, said[at].target));
    let mut account = None;
    for at in order {
        let Said { contract, target, command } = &said[at];
        let command = Command::Money(command.clone());
        let (contract, _) = one(app, &tx, actor, (*contract, *target), &command).await.map_err(|error| SeveralError::Line(at, error))?;
        // That of the signed contract, where the money goes.
        let party = match target {
            Target::Due(kind) if kind.payer() == Side::Supplier => &contract.terms.buyer,
            Target::Line(_) | Target::Due(_) => &contract.terms.supplier,
        };
        let paid_to = (party.org, party.bank_account.clone());
        if one_account && account.get_or_insert_with(|| paid_to.clone()) != &paid_to {
            return Err(SeveralError::AccountsDiffer);
        }
    }
    Ok(tx.commit().await?)
}
