//! What people do with the goods and the money of a line: the lines, their contract, what it holds and who is told change in
//! one transaction.
pub mod several;
mod words;

pub use words::{about, announce};

use crate::app::App;
use crate::store::reservations::{self, Deal};
use crate::store::{StoreError, Tx, contracts, lines};
use domain::account::{Actor, Side};
use domain::contract::{Contract, State};
use domain::day::{Timestamp, TradeDay};
use domain::delivery::{self, DeliveryError, Line};
use domain::id::ContractId;
use domain::ledger::Ledger;
use domain::notice::NoticeKind;
use domain::payment::{self, PaymentError};
use domain::policy::{self, scope};
use domain::reservation::Change;
use serde_json::{Value, json};
use uuid::Uuid;

/// A command on one line.
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
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// How often a command is tried anew when somebody changed another line of the contract meanwhile. A command says itself what
/// it expects, so the line it is about is never changed unseen.
const MOST_TRIES: usize = 5;

/// Does what a person says about one line of a contract; answers the contract and its lines as they are then.
pub async fn act(app: &App, actor: &Actor, id: ContractId, number: u16, command: &Command) -> Result<(Contract, Ledger), LineError> {
    for _ in 1..MOST_TRIES {
        match attempt(app, actor, id, number, command).await {
            Err(LineError::Store(StoreError::Stale)) => {}
            done => return done,
        }
    }
    attempt(app, actor, id, number, command).await
}

async fn attempt(app: &App, actor: &Actor, id: ContractId, number: u16, command: &Command) -> Result<(Contract, Ledger), LineError> {
    let tx = Tx::write(&app.db).await?;
    let done = one(app, &tx, actor, id, number, command).await?;
    tx.commit().await?;
    Ok(done)
}

async fn one(app: &App, tx: &Tx, actor: &Actor, id: ContractId, number: u16, command: &Command) -> Result<(Contract, Ledger), LineError> {
    let now = app.env.now();
    let contract = contracts::get(tx, scope(actor, policy::Command::ReadDelivery), id).await?;
    let before = ledger(tx, &contract).await?;
    let line = before.lines().iter().find(|line| line.number == number).ok_or(StoreError::Missing)?.id;
    let after = match command {
        Command::Goods(goods) => before.deliver(&contract, actor, line, goods.clone(), now)?,
        Command::Money(money) => before.pay(&contract, actor, line, money, now)?,
    };
    if after == before {
        return Ok((contract, before));
    }
    let contract = keep(app, tx, &contract, &before, &after, now).await?;
    let line = after.line(line).ok_or(StoreError::Missing)?;
    let (kind, to, said) = news(command, line);
    announce(app, tx, &contract, to, kind, Some(line), said).await?;
    Ok((contract, after))
}

/// The lines of a contract. They are kept from the day it is in force; before, they are what its terms promise.
pub async fn ledger(tx: &Tx, contract: &Contract) -> Result<Ledger, StoreError> {
    match lines::of_contract(tx, contract.id).await {
        Err(StoreError::Missing) => Ok(Ledger::open(contract, || Uuid::nil().into())),
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

/// What is told of a command, to whom, and with which facts beside those of the line.
fn news(command: &Command, line: &Line) -> (NoticeKind, Side, Value) {
    let amount = line.payment.due();
    match command {
        Command::Goods(delivery::Command::Dispatch { kg, vehicle, .. }) => {
            (NoticeKind::DeliveryDispatched, Side::Buyer, json!({ "kg": kg, "vehicle": vehicle }))
        }
        Command::Goods(delivery::Command::Receive { received, accepted, .. }) => {
            let rejected = line.receipt().map(domain::delivery::Receipt::rejected);
            let due_on = line.payment.debt().map(|debt| debt.on);
            let said = json!({
                "received_kg": received, "accepted_kg": accepted, "rejected_kg": rejected, "amount": amount, "due_on": due_on,
            });
            (NoticeKind::DeliveryReceived, Side::Supplier, said)
        }
        Command::Money(payment::Command::Declare { reference, .. }) => {
            (NoticeKind::PaymentDeclared, Side::Supplier, json!({ "amount": amount, "reference": reference }))
        }
        Command::Money(payment::Command::Confirm) => (NoticeKind::PaymentConfirmed, Side::Buyer, json!({ "amount": amount })),
        Command::Money(payment::Command::Dispute { note }) => {
            (NoticeKind::PaymentDisputed, Side::Buyer, json!({ "amount": amount, "reason": note }))
        }
    }
}
