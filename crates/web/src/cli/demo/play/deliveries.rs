//! Goods on the road, on the scale and paid for; a few come short, late or not at all.
use super::{OFFICER, lot};
use crate::cli::demo::stage::Stage;
use anyhow::Context;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A delivery line with the people on its two ends.
struct Due {
    path: String,
    /// The same for a line whenever it is looked at.
    key: String,
    supplier: String,
    buyer: String,
    line: Value,
}

impl Due {
    fn lot(&self, salt: &str) -> u32 {
        lot(salt, &[&self.key])
    }

    fn kg(&self, pointer: &str) -> anyhow::Result<i64> {
        let text = self.line.pointer(pointer).and_then(Value::as_str).with_context(|| format!("a line without {pointer}"))?;
        Ok(text.split('.').next().unwrap_or_default().parse()?)
    }

    fn day(&self, pointer: &str) -> anyhow::Result<NaiveDate> {
        let text = self.line.pointer(pointer).and_then(Value::as_str).with_context(|| format!("a line without {pointer}"))?;
        Ok(text.parse()?)
    }
}

/// The lines of all contracts that have some.
async fn lines(stage: &mut Stage) -> anyhow::Result<Vec<Due>> {
    let mut contracts = stage.all(OFFICER, "/contracts?status=in_force").await?;
    contracts.extend(stage.all(OFFICER, "/contracts?status=completed").await?);
    let mut found = Vec::new();
    for contract in contracts {
        let id = contract["id"].as_str().context("a contract without an id")?;
        let party = |side: &str| contract[side]["id"].as_str().map(str::to_owned).context("a contract without a party");
        let (supplier, buyer) = (stage.director(&party("supplier")?)?, stage.director(&party("buyer")?)?);
        let mut view = stage.get(OFFICER, &format!("/contracts/{id}/lines")).await?;
        let Value::Array(rows) = view["lines"].take() else { continue };
        found.extend(rows.into_iter().map(|line| Due {
            path: format!("/contracts/{id}/lines/{}", line["number"]),
            key: format!("{id}/{}", line["number"]),
            supplier: supplier.clone(),
            buyer: buyer.clone(),
            line,
        }));
    }
    Ok(found)
}

/// Suppliers send what is ripe; some wait for the next day, and one in twenty-five never sends.
pub async fn dispatch(stage: &mut Stage) -> anyhow::Result<()> {
    let today = stage.app.env.today().date();
    for due in lines(stage).await? {
        let ripe = due.line["status"] == "planned" && due.day("/window/from")? <= today;
        let day = today.format("%d").to_string();
        if !ripe || due.lot("never") < 4 || lot("wait", &[&due.key, &day]) < 15 {
            continue;
        }
        let planned = due.kg("/planned_kg")?;
        // The truck is never quite full.
        let kg = (planned - planned * i64::from(due.lot("truck") % 4) / 100).max(1);
        let vehicle = format!("28C-{:03}.{:02}", 100 + due.lot("plate") * 7, due.lot("plate end"));
        stage.post(&due.supplier, &format!("{}/dispatch", due.path), json!({ "kg": kg.to_string(), "vehicle": vehicle })).await?;
    }
    Ok(())
}

/// Buyers weigh what came; now and then a part goes back.
pub async fn receive(stage: &mut Stage) -> anyhow::Result<()> {
    for due in lines(stage).await? {
        if due.line["status"] != "dispatched" || due.lot("slow dock") < 6 {
            continue;
        }
        let sent = due.kg("/dispatch/kg")?;
        let rejected = match due.lot("scale") {
            0..10 => (sent * i64::from(2 + due.lot("share") % 7) / 100).max(1),
            10..12 => sent,
            _ => 0,
        };
        let reasons = ["damaged", "wrong_size", "overripe", "wrong_grade"];
        let reason = reasons[due.lot("reason") as usize % reasons.len()];
        let rejections = if rejected == 0 { json!([]) } else { json!([{ "kg": rejected.to_string(), "reason": reason, "note": null }]) };
        let body = json!({ "received": sent.to_string(), "accepted": (sent - rejected).to_string(), "rejections": rejections });
        stage.post(&due.buyer, &format!("{}/receive", due.path), body).await?;
    }
    Ok(())
}

/// Two buyers in three pay by the day, some of them at once; the seller confirms the next time the account is looked at.
pub async fn pay(stage: &mut Stage) -> anyhow::Result<()> {
    let today = stage.app.env.today().date();
    for due in lines(stage).await? {
        match due.line["payment"]["status"].as_str() {
            Some("due") => {
                let days_left = (due.day("/payment/due_on")? - today).num_days();
                let pays = match due.lot("payer") {
                    0..20 => true,
                    20..65 => days_left <= 3,
                    _ => days_left <= -16,
                };
                if pays {
                    let reference = format!("UNC {}", due.lot("reference") + 1000);
                    let body = json!({ "amount": due.line["payment"]["amount"], "reference": reference });
                    stage.post(&due.buyer, &format!("{}/declare-payment", due.path), body).await?;
                }
            }
            Some("declared") => {
                stage.post(&due.supplier, &format!("{}/confirm-payment", due.path), json!({})).await?;
            }
            _ => {}
        }
    }
    Ok(())
}
