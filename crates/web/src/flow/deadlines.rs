//! What the calendar asks for: deliveries that come up, arrived and were not written down, or will not come any more,
//! debts that fall due or stay unpaid. An organisation hears of all its lines in one mail a kind, of each step of a line once.
use super::lines::{LineError, about, announce, keep};
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::{StoreError, Tx, contracts, lines};
use chrono::NaiveTime;
use domain::account::Side;
use domain::contract::{Contract, State};
use domain::day::{Timestamp, TradeDay};
use domain::delivery::Line;
use domain::dues::Due;
use domain::id::{ContractId, DueId, LineId, OrgId};
use domain::inspection::Inspections;
use domain::ledger::Ledger;
use domain::money::Vnd;
use domain::notice::NoticeKind;
use domain::payment::Payment;
use domain::policy::Scope;
use domain::quantity::Kg;
use domain::reminder::Reminder;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Nobody is woken by a reminder.
const MORNING: Option<NaiveTime> = NaiveTime::from_hms_opt(6, 0, 0);
/// How many lines are looked at in one read.
const CHUNK: u64 = 500;

/// What was not said yet.
#[derive(Debug, Default)]
struct Pressing {
    missed: BTreeSet<ContractId>,
    letters: BTreeMap<(OrgId, Side), BTreeSet<ContractId>>,
}

/// Says what the day asks for and settles what was missed. Called again on the same day it finds nothing to do; one contract or
/// organisation that fails does not keep the others waiting.
pub async fn deadlines(app: &App) -> anyhow::Result<()> {
    let now = app.env.now();
    if MORNING.is_some_and(|morning| TradeDay::clock(now) < morning) {
        return Ok(());
    }
    let Pressing { missed, letters } = look(app, TradeDay::of(now)).await?;
    for id in missed {
        match miss(app, id, now).await {
            // Somebody changed the contract meanwhile: the next run looks again.
            Ok(()) | Err(LineError::Store(StoreError::Stale)) => {}
            Err(error) => tracing::error!(contract = %id, error = format!("{error:#}"), "a missed delivery could not be settled"),
        }
    }
    complete(app, now).await?;
    for ((org, side), contracts) in letters {
        if let Err(error) = remind(app, org, side, contracts, now).await {
            tracing::error!(organisation = %org, error = format!("{error:#}"), "an organisation could not be reminded");
        }
    }
    Ok(())
}

async fn look(app: &App, today: TradeDay) -> anyhow::Result<Pressing> {
    let mut found = look_at_lines(app, today).await?;
    let mut after: Option<DueId> = None;
    loop {
        let tx = Tx::read(&app.db).await?;
        let rows = lines::pressing_dues(&tx, today, after, CHUNK).await?;
        let dues: Vec<(ContractId, &Due)> = rows.iter().filter_map(|row| Some((row.contract, row.due()?))).collect();
        let Some((_, last)) = dues.last() else { return Ok(found) };
        after = Some(last.id);
        let told = lines::told_dues(&tx, dues.iter().map(|(_, due)| due.id)).await?;
        let contracts = contracts::many(&tx, dues.iter().map(|(id, _)| *id)).await?;
        let contracts: BTreeMap<_, _> = contracts.iter().map(|contract| (contract.id, contract)).collect();
        for (id, due) in dues {
            let (Some(contract), Some(reminder)) = (contracts.get(&id), Reminder::of_due(due, today)) else { continue };
            for side in reminder.sides_of_due(due) {
                let org = party(contract, *side);
                if !told.contains(&(due.id, org, reminder)) {
                    found.letters.entry((org, *side)).or_default().insert(id);
                }
            }
        }
    }
}

async fn look_at_lines(app: &App, today: TradeDay) -> anyhow::Result<Pressing> {
    let mut found = Pressing::default();
    let mut after: Option<LineId> = None;
    loop {
        let tx = Tx::read(&app.db).await?;
        let rows = lines::pressing(&tx, today, after, CHUNK).await?;
        let Some(last) = rows.last() else { return Ok(found) };
        after = Some(last.line.id);
        let told = lines::told(&tx, rows.iter().map(|row| row.line.id)).await?;
        let contracts = contracts::many(&tx, rows.iter().map(|row| row.contract)).await?;
        let contracts: BTreeMap<_, _> = contracts.iter().map(|contract| (contract.id, contract)).collect();
        for row in &rows {
            let (Some(contract), Some(reminder)) = (contracts.get(&row.contract), Reminder::of(&row.line, today)) else { continue };
            for side in reminder.sides() {
                let org = party(contract, *side);
                if told.contains(&(row.line.id, org, reminder)) {
                    continue;
                }
                if reminder.kind == NoticeKind::DeliveryMissed {
                    found.missed.insert(contract.id);
                } else {
                    found.letters.entry((org, *side)).or_default().insert(contract.id);
                }
            }
        }
    }
}

/// Gives back what was not sent in time, and completes the contract when nothing else is open.
async fn miss(app: &App, id: ContractId, now: Timestamp) -> Result<(), LineError> {
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, Scope::All, id).await?;
    let ledger = lines::of_contract(&tx, id).await?;
    if !matches!(contract.state, State::InForce { .. }) {
        return Ok(());
    }
    let today = TradeDay::of(now);
    let mut missed = Vec::new();
    for line in ledger.lines().iter().filter(|line| line.missed(today)) {
        let reminder = Reminder { kind: NoticeKind::DeliveryMissed, step: 0 };
        let mut new = false;
        for side in Side::BOTH {
            new |= lines::tell(&tx, line.id, party(&contract, side), reminder, now).await?;
        }
        missed.extend(new.then_some(line));
    }
    if missed.is_empty() {
        return Ok(());
    }
    // With the last delivery that does not come, what was kept back becomes payable.
    let contract = keep(app, &tx, &contract, &ledger, &ledger.reckoned(&contract, today), now).await?;
    let numbers: Vec<_> = missed.iter().map(|line| line.number.to_string()).collect();
    let undelivered = Kg::sum(missed.iter().map(|line| line.planned));
    let said = json!({ "numbers": numbers.join(", "), "undelivered_kg": undelivered, "grace_days": Line::GRACE_DAYS });
    for side in Side::BOTH {
        announce(app, &tx, &contract, side, NoticeKind::DeliveryMissed, None, said.clone()).await?;
    }
    Ok(tx.commit().await?)
}

/// Ends the contracts whose last open question was a refusal that can be corrected no more.
async fn complete(app: &App, now: Timestamp) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let ids = lines::refused_to_the_end(&Tx::read(&app.db).await?, now, after, CHUNK).await?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = Some(*last);
        for id in ids {
            match end(app, id, now).await {
                Ok(()) | Err(LineError::Store(StoreError::Stale)) => {}
                Err(error) => tracing::error!(contract = %id, error = format!("{error:#}"), "a contract could not be completed"),
            }
        }
    }
}

async fn end(app: &App, id: ContractId, now: Timestamp) -> Result<(), LineError> {
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, Scope::All, id).await?;
    let ledger = lines::of_contract(&tx, id).await?;
    let reckoned = ledger.reckoned(&contract, TradeDay::of(now));
    if contract.settle(&reckoned, now).is_none() {
        return Ok(());
    }
    keep(app, &tx, &contract, &ledger, &reckoned, now).await?;
    Ok(tx.commit().await?)
}

/// One notice and one mail a kind for one organisation. What is so is read again, because it may have changed since the look.
async fn remind(app: &App, org: OrgId, side: Side, ids: BTreeSet<ContractId>, now: Timestamp) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let contracts = contracts::many(&tx, ids.iter().copied()).await?;
    let ledgers = lines::of_contracts(&tx, ids).await?;
    let today = TradeDay::of(now);
    let mut letters: BTreeMap<(NoticeKind, bool), Vec<About<'_>>> = BTreeMap::new();
    for (contract, ledger) in contracts.iter().filter_map(|contract| Some((contract, ledgers.get(&contract.id)?))) {
        for (line, reminder) in due(contract, ledger, side, today) {
            if lines::tell(&tx, line.id, org, reminder, now).await? {
                let about = About { contract, of: Of::Line(line) };
                letters.entry((reminder.kind, side == Side::Buyer)).or_default().push(about);
            }
        }
        for (due, reminder) in ledger.dues().iter().filter_map(|due| Some((due, Reminder::of_due(due, today)?))) {
            if reminder.sides_of_due(due).contains(&side) && lines::tell_due(&tx, due.id, org, reminder, now).await? {
                let about = About { contract, of: Of::Due(due) };
                letters.entry((reminder.kind, side == due.kind.payer())).or_default().push(about);
            }
        }
    }
    for ((kind, pays), about) in letters {
        notify::organisation(app, &tx, org, &letter(kind, side, pays, about, today)).await?;
    }
    Ok(tx.commit().await?)
}

/// What stands to be said to one side about the lines of a contract, short of what [`miss`] says.
fn due<'a>(contract: &Contract, ledger: &'a Ledger, side: Side, today: TradeDay) -> impl Iterator<Item = (&'a Line, Reminder)> {
    let in_force = matches!(contract.state, State::InForce { .. });
    ledger.lines().iter().filter_map(move |line| Some((line, Reminder::of(line, today)?))).filter(move |(_, reminder)| {
        let stands = match reminder.kind {
            NoticeKind::DeliveryMissed => false,
            NoticeKind::DeliveryDue => in_force,
            _ => true,
        };
        stands && reminder.sides().contains(&side)
    })
}

/// What is said something about.
struct About<'a> {
    contract: &'a Contract,
    of: Of<'a>,
}

enum Of<'a> {
    Line(&'a Line),
    Due(&'a Due),
}

impl About<'_> {
    const fn payment(&self) -> &Payment {
        match self.of {
            Of::Line(line) => &line.payment,
            Of::Due(due) => &due.payment,
        }
    }

    fn day(&self) -> TradeDay {
        let asked = match self.of {
            Of::Line(line) => line.window.from,
            Of::Due(_) => self.contract.terms.made_on,
        };
        self.payment().debt().map_or(asked, |debt| debt.on)
    }

    fn facts(&self, side: Side, today: TradeDay) -> Map<String, Value> {
        let payment = self.payment();
        let mut facts = match self.of {
            Of::Line(line) => {
                let mut facts = about(self.contract, side, Some(line));
                facts.insert("kg".into(), json!(line.dispatch().map(|dispatch| dispatch.kg)));
                facts.insert("sent_on".into(), json!(line.dispatch().map(|dispatch| TradeDay::of(dispatch.at))));
                let begun = line.inspections().filter(|all| !all.complete());
                facts.insert("weighed_kg".into(), json!(begun.map(Inspections::weighed)));
                facts.insert("left_kg".into(), json!(begun.map(Inspections::left)));
                facts.insert("confirmed_on".into(), json!(line.confirmed_day()));
                facts.insert("days_late".into(), json!(line.days_late(today).or(payment.days_late(today))));
                facts
            }
            Of::Due(due) => {
                let mut facts = about(self.contract, side, None);
                facts.insert("due".into(), json!(due.kind));
                facts.insert("days_late".into(), json!(payment.days_late(today)));
                facts
            }
        };
        facts.insert("amount".into(), json!(payment.debt().map(|debt| debt.amount)));
        facts.insert("due_on".into(), json!(payment.debt().map(|debt| debt.on)));
        facts
    }
}

/// `pays` where the money is the reader's to pay.
fn letter(kind: NoticeKind, side: Side, pays: bool, mut all: Vec<About<'_>>, today: TradeDay) -> Event {
    let number = |about: &About<'_>| match about.of {
        Of::Due(due) => (0, Some(due.kind)),
        Of::Line(line) => (line.number, None),
    };
    all.sort_by_key(|about| (about.day(), about.contract.id, number(about)));
    let amount = Vnd::sum(all.iter().map(|about| about.payment().due())).unwrap_or_default();
    let lines: Vec<_> = all.iter().map(|about| about.facts(side, today)).collect();
    let arguments =
        json!({ "side": side, "pays": pays, "amount": Some(amount).filter(|amount| *amount != Vnd::default()), "lines": lines });
    let contracts: BTreeSet<ContractId> = all.iter().map(|about| about.contract.id).collect();
    let one = contracts.first().filter(|_| contracts.len() == 1);
    let path = one.map_or_else(|| "/hom-nay".to_owned(), |id| format!("/hop-dong/{id}"));
    Event { kind, subject: one.map(|id| (*id).into()), arguments, path }
}

const fn party(contract: &Contract, side: Side) -> OrgId {
    match side {
        Side::Supplier => contract.supplier,
        Side::Buyer => contract.buyer,
    }
}
