//! What people do with the goods and the money of a line: the lines, their contract, what it holds and who is told change in
//! one transaction.
mod news;
pub mod several;
mod words;

pub use words::{about, announce};

use crate::app::App;
use crate::store::idempotency::{self, Key};
use crate::store::reservations::{self, Deal};
use crate::store::{StoreError, Tx, contracts, lines};
use domain::account::{Actor, Side};
use domain::contract::{Contract, State};
use domain::day::{Timestamp, TradeDay};
use domain::delivery::{self, DeliveryError};
use domain::dues::DueKind;
use domain::id::ContractId;
use domain::ledger::Ledger;
use domain::notice::NoticeKind;
use domain::payment::{self, PaymentError};
use domain::policy::{self, scope};
use domain::reservation::Change;
use serde_json::json;
use uuid::Uuid;

/// A command on one line, or on one of the contract's own debts, which know of money alone.
#[derive(Debug, Clone)]
pub enum Command {
    Goods(delivery::Command),
    Money(payment::Command),
}

#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Goods(#[from] DeliveryError),
    #[error(transparent)]
    Money(#[from] PaymentError),
    /// The key was used for something else before.
    #[error("idempotency_key_reused")]
    KeyReused,
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// How often a command is tried anew when somebody changed another line of the contract meanwhile. A command says itself what
/// it expects, so the line it is about is never changed unseen.
const MOST_TRIES: usize = 5;

/// A line by its number in the contract, or one of the contract's own debts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Line(u16),
    Due(DueKind),
}

pub type At = (ContractId, Target);

/// Does what a person says about one line of a contract; answers the contract and its lines as they are then. With the key of a
/// request, what arrives twice is done once.
pub async fn act(app: &App, actor: &Actor, at: At, command: &Command, key: Option<&Key>) -> Result<(Contract, Ledger), LineError> {
    for _ in 1..MOST_TRIES {
        match attempt(app, actor, at, command, key).await {
            // Two that arrived at once with one key: the second finds what the first did.
            Err(LineError::Store(StoreError::Stale | StoreError::Taken(_))) => {}
            done => return done,
        }
    }
    attempt(app, actor, at, command, key).await
}

async fn attempt(app: &App, actor: &Actor, at: At, command: &Command, key: Option<&Key>) -> Result<(Contract, Ledger), LineError> {
    let tx = Tx::write(&app.db).await?;
    if let Some(key) = key {
        match idempotency::find(&tx, key).await? {
            Some(made) if !made.same => return Err(LineError::KeyReused),
            Some(_) => {
                let contract = contracts::get(&tx, scope(actor, policy::Command::ReadDelivery), at.0).await?;
                let ledger = ledger(&tx, &contract).await?;
                return Ok((contract, ledger));
            }
            None => idempotency::insert(&tx, key, at.0.into(), app.env.now()).await?,
        }
    }
    let done = one(app, &tx, actor, at, command).await?;
    tx.commit().await?;
    Ok(done)
}

async fn one(app: &App, tx: &Tx, actor: &Actor, (id, target): At, command: &Command) -> Result<(Contract, Ledger), LineError> {
    let now = app.env.now();
    let contract = contracts::get(tx, scope(actor, policy::Command::ReadDelivery), id).await?;
    let before = ledger(tx, &contract).await?;
    let after = match target {
        Target::Line(number) => {
            let line = before.lines().iter().find(|line| line.number == number).ok_or(StoreError::Missing)?.id;
            match command {
                Command::Goods(goods) => before.deliver(&contract, actor, line, goods.clone(), now)?,
                Command::Money(money) => before.pay(&contract, actor, line, money, now)?,
            }
        }
        Target::Due(kind) => {
            let Command::Money(money) = command else { return Err(StoreError::Missing.into()) };
            before.due(kind).ok_or(StoreError::Missing)?;
            before.pay_due(&contract, actor, kind, money, now)?
        }
    };
    if after == before {
        return Ok((contract, before));
    }
    let contract = keep(app, tx, &contract, &before, &after, now).await?;
    match target {
        Target::Line(number) => {
            let of = |ledger: &Ledger| ledger.lines().iter().find(|line| line.number == number).cloned();
            let (was, is) = of(&before).zip(of(&after)).ok_or(StoreError::Missing)?;
            let (kind, to, said) = news::of(command, &was, &is);
            announce(app, tx, &contract, to, kind, Some(&is), said).await?;
        }
        Target::Due(kind) => {
            let (Command::Money(money), Some(was)) = (command, before.due(kind)) else { return Err(StoreError::Missing.into()) };
            let (kind, to, said) = news::of_due(money, was);
            announce(app, tx, &contract, to, kind, None, said).await?;
        }
    }
    Ok((contract, after))
}

/// The lines of a contract. They are kept from the day it is in force; before, they are what its terms promise.
pub async fn ledger(tx: &Tx, contract: &Contract) -> Result<Ledger, StoreError> {
    match lines::of_contract(tx, contract.id).await {
        Err(StoreError::Missing) => Ok(Ledger::open(contract, Uuid::nil, contract.terms.made_on)),
        found => found,
    }
}

/// Saves changed lines with their contract, completes it when nothing is open any more, and gives back what it no longer
/// holds.
pub async fn keep(app: &App, tx: &Tx, contract: &Contract, before: &Ledger, after: &Ledger, now: Timestamp) -> Result<Contract, LineError> {
    let next = contract.beside(after, now);
    contracts::save(tx, &next, || app.env.id()).await?;
    lines::save(tx, next.id, before, after).await?;
    release(tx, &next, after, TradeDay::of(now)).await?;
    if matches!(next.state, State::Completed { .. }) && !matches!(contract.state, State::Completed { .. }) {
        contracts::add_event(tx, next.id, contracts::Event::new(app.env.id(), next.state.code(), &next, now)).await?;
        let progress = after.progress();
        let said = json!({ "accepted_kg": progress.accepted, "contracted_kg": progress.contracted, "amount": progress.confirmed });
        for side in Side::BOTH {
            announce(app, tx, &next, side, NoticeKind::ContractCompleted, None, said.clone()).await?;
        }
    }
    Ok(next)
}

/// Gives back to the offer and the demand what a contract holds no longer: goods that were not sent, or will not be.
pub async fn release(tx: &Tx, contract: &Contract, ledger: &Ledger, today: TradeDay) -> Result<(), StoreError> {
    let Some(held) = reservations::find(tx, contract.id).await? else { return Ok(()) };
    let change = Change::between(Some(&held), contract.hold(ledger, today).as_ref());
    reservations::apply(tx, contract.id, Deal::from(&held), &change).await
}
