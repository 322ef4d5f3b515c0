//! Goods on the road, on the scale and paid for; a few come short, late or not at all.
use super::lot;
use crate::cli::demo::stage::Stage;
use crate::store::contracts::{self, Filter};
use crate::store::{Slice, Tx, lines};
use anyhow::Context;
use domain::account::Side;
use domain::day::TradeDay;
use domain::delivery::{Delivery, Line};
use domain::id::ContractId;
use domain::ledger::Ledger;
use domain::payment::Payment;
use domain::policy::Scope;
use serde_json::json;

/// More contracts than the weeks before today bring.
const MOST_CONTRACTS: u64 = 10_000;

/// A delivery line with the people on its two ends.
struct Due {
    contract: ContractId,
    supplier: String,
    buyer: String,
    line: Line,
}

impl Due {
    /// The same for a line whenever it is looked at.
    fn key(&self) -> String {
        format!("{}/{}", self.contract, self.line.number)
    }

    fn lot(&self, salt: &str) -> u32 {
        lot(salt, &[&self.key()])
    }

    fn path(&self, command: &str) -> String {
        format!("/contracts/{}/lines/{}/{command}", self.contract, self.line.number)
    }
}

/// The lines of all contracts in force, oldest contract first.
async fn running(stage: &Stage) -> anyhow::Result<Vec<Due>> {
    let tx = Tx::read(&stage.app.db).await?;
    let filter = Filter { status: Some("in_force"), to_sign: None };
    let contracts = contracts::list(&tx, Scope::All, &filter, Slice { after: None, limit: MOST_CONTRACTS }).await?;
    let mut ledgers = lines::of_contracts(&tx, contracts.iter().map(|contract| contract.id)).await?;
    let mut found = Vec::new();
    for contract in contracts.iter().rev() {
        let (supplier, buyer) = (stage.director(&contract.supplier.to_string())?, stage.director(&contract.buyer.to_string())?);
        let ledger = ledgers.remove(&contract.id).context("a contract in force without lines")?;
        found.extend(ledger.lines().iter().map(|line| Due {
            contract: contract.id,
            supplier: supplier.clone(),
            buyer: buyer.clone(),
            line: line.clone(),
        }));
    }
    Ok(found)
}

/// Suppliers send what is ripe; some wait for the next day, and one in twenty-five never sends.
pub async fn dispatch(stage: &mut Stage) -> anyhow::Result<()> {
    let today = stage.app.env.today();
    let day = today.date().format("%d").to_string();
    for due in running(stage).await? {
        let ripe = due.line.delivery == Delivery::Planned && due.line.window.from <= today;
        if !ripe || due.lot("never") < 4 || lot("wait", &[&due.key(), &day]) < 15 {
            continue;
        }
        let planned = due.line.planned.whole();
        // The truck is never quite full.
        let kg = (planned - planned * i64::from(due.lot("truck") % 4) / 100).max(1);
        let vehicle = format!("28C-{:03}.{:02}", 100 + due.lot("plate") * 7, due.lot("plate end"));
        stage.post(&due.supplier, &due.path("dispatch"), json!({ "kg": kg.to_string(), "vehicle": vehicle })).await?;
    }
    Ok(())
}

/// Buyers weigh what came; now and then a part goes back.
pub async fn receive(stage: &mut Stage) -> anyhow::Result<()> {
    for due in running(stage).await? {
        let Delivery::Dispatched(dispatch) = &due.line.delivery else { continue };
        if due.lot("slow dock") < 6 {
            continue;
        }
        let sent = dispatch.kg.whole();
        let rejected = match due.lot("scale") {
            0..10 => (sent * i64::from(2 + due.lot("share") % 7) / 100).max(1),
            10..12 => sent,
            _ => 0,
        };
        let reasons = ["damaged", "wrong_size", "overripe", "wrong_grade"];
        let reason = reasons[due.lot("reason") as usize % reasons.len()];
        let rejections = if rejected == 0 { json!([]) } else { json!([{ "kg": rejected.to_string(), "reason": reason, "note": null }]) };
        let body = json!({ "received": sent.to_string(), "accepted": (sent - rejected).to_string(), "rejections": rejections });
        stage.post(&due.buyer, &due.path("receive"), body).await?;
    }
    Ok(())
}

/// Two buyers in three pay by the day, some of them at once; the seller confirms the next time the account is looked at.
pub async fn pay(stage: &mut Stage) -> anyhow::Result<()> {
    let today = stage.app.env.today();
    for due in running(stage).await? {
        match &due.line.payment {
            Payment::Due { debt, .. } if pays(&due, debt.on, today) => {
                let reference = format!("UNC {}", due.lot("reference") + 1000);
                stage.post(&due.buyer, &due.path("declare-payment"), json!({ "amount": debt.amount, "reference": reference })).await?;
            }
            Payment::Declared { .. } => {
                stage.post(&due.supplier, &due.path("confirm-payment"), json!({})).await?;
            }
            Payment::None | Payment::Due { .. } | Payment::Confirmed { .. } => {}
        }
    }
    pay_dues(stage).await
}

/// A deposit is paid by its day and confirmed the next time, and so is what was kept back.
async fn pay_dues(stage: &mut Stage) -> anyhow::Result<()> {
    let today = stage.app.env.today();
    let tx = Tx::read(&stage.app.db).await?;
    let filter = Filter { status: Some("in_force"), to_sign: None };
    let contracts = contracts::list(&tx, Scope::All, &filter, Slice { after: None, limit: MOST_CONTRACTS }).await?;
    let ledgers = lines::of_contracts(&tx, contracts.iter().map(|contract| contract.id)).await?;
    drop(tx);
    for contract in contracts.iter().rev() {
        for due in ledgers.get(&contract.id).into_iter().flat_map(Ledger::dues) {
            let (payer, payee) = match due.kind.payer() {
                Side::Buyer => (contract.buyer, contract.supplier),
                Side::Supplier => (contract.supplier, contract.buyer),
            };
            let path = format!("/contracts/{}/dues/{}", contract.id, due.kind);
            match &due.payment {
                Payment::Due { debt, .. } if debt.on.days_since(today) <= 1 => {
                    let said = json!({ "amount": debt.amount, "reference": "DAT COC" });
                    stage.post(&stage.director(&payer.to_string())?, &format!("{path}/declare-payment"), said).await?;
                }
                Payment::Declared { .. } => {
                    stage.post(&stage.director(&payee.to_string())?, &format!("{path}/confirm-payment"), json!({})).await?;
                }
                Payment::None | Payment::Due { .. } | Payment::Confirmed { .. } => {}
            }
        }
    }
    Ok(())
}

fn pays(due: &Due, on: TradeDay, today: TradeDay) -> bool {
    match due.lot("payer") {
        0..20 => true,
        20..65 => on.days_since(today) <= 3,
        _ => on.days_since(today) <= -16,
    }
}
