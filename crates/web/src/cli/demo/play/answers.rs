//! What directors say to proposals.
use super::{OFFICER, lot};
use crate::cli::demo::stage::{Answer, Player, Stage};
use anyhow::Context;
use chrono::NaiveDate;
use domain::account::Side;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What both sides make of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    Agreed,
    /// The buyer asks for a little less money, and the supplier gives in.
    Haggled,
    /// One agrees and the other says nothing.
    BuyerOnly,
    SupplierOnly,
    Declined(Side),
    /// Nobody answers.
    Silence,
}

/// What is known of a proposal before anybody answers.
struct Prospect {
    /// Sells on contract season after season.
    stable: bool,
    /// A party that visitors may sign in as: much happens to it, and its last proposals are left to the visitor.
    shown: Option<Side>,
    soon: bool,
    pays_fast: bool,
}

/// Goods that are ripe soon and buyers that pay fast are answered first; most proposals of a round are answered by nobody.
fn story(of: &Prospect, latest: bool, lot: u32) -> Story {
    match of.shown {
        Some(Side::Supplier) if latest => return if lot < 60 { Story::BuyerOnly } else { Story::Silence },
        Some(Side::Buyer) if latest => return if lot < 60 { Story::SupplierOnly } else { Story::Silence },
        _ => {}
    }
    let keen = 3 + u32::from(of.stable) * 4 + u32::from(of.soon) * 5 + u32::from(of.pays_fast) * 5 + u32::from(of.shown.is_some()) * 12;
    // What was agreed in earlier weeks is on the road by now; what is agreed last is being signed.
    let keen = if latest { keen * 2 } else { keen };
    let willing = if of.stable || of.shown.is_some() { keen } else { 0 };
    match lot {
        lot if lot < willing => Story::Agreed,
        lot if lot < willing + willing / 4 => Story::Haggled,
        80..84 => Story::BuyerOnly,
        84..86 => Story::SupplierOnly,
        86..88 => Story::Declined(Side::Supplier),
        88..90 => Story::Declined(Side::Buyer),
        _ => Story::Silence,
    }
}

/// One side goes through the open proposals that wait for it.
pub async fn answer(stage: &mut Stage, side: Side, latest: bool) -> anyhow::Result<()> {
    let mut accepted: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for row in stage.all(OFFICER, "/proposals?status=open").await? {
        let text = |name: &str| row[name].as_str().with_context(|| format!("a proposal without {name}"));
        let waits = row["waits_for"].as_array().is_some_and(|sides| sides.iter().any(|waiting| waiting == side.code()));
        if !waits {
            continue;
        }
        let (supplier, buyer) = (row["supplier"]["id"].as_str().unwrap_or_default(), row["buyer"]["id"].as_str().unwrap_or_default());
        let who = stage.director(if side == Side::Supplier { supplier } else { buyer })?;
        let prospect = prospect(stage, &row, supplier, buyer)?;
        let (id, revision) = (text("id")?, &row["revision"]);
        let answered = row["waits_for"].as_array().is_some_and(|sides| sides.len() == 1);
        match (side, story(&prospect, latest, lot("answer", &[text("offer")?, text("demand")?]))) {
            (Side::Buyer, Story::Agreed | Story::BuyerOnly) => {
                accepted.entry(who).or_default().push(json!({ "id": id, "revision": revision }));
            }
            (Side::Supplier, Story::Agreed | Story::Haggled) if !answered => {}
            (Side::Supplier, Story::Agreed | Story::Haggled | Story::SupplierOnly) => {
                stage.post(&who, &format!("/proposals/{id}/accept"), json!({ "revision": revision })).await?;
            }
            (Side::Buyer, Story::Haggled) if revision == 1 => counter(stage, &who, id).await?,
            (_, Story::Declined(by)) if by == side => {
                let reason = ["Giá chưa phù hợp", "Tuần này chúng tôi đã đủ hàng", "Đường xa, khó giữ hàng tươi"];
                let reason = reason[lot("reason", &[id]) as usize % reason.len()];
                stage.post(&who, &format!("/proposals/{id}/decline"), json!({ "revision": revision, "reason": reason })).await?;
            }
            _ => {}
        }
    }
    for (who, items) in accepted {
        for items in items.chunks(50) {
            stage.post(&who, "/proposals/accept", json!({ "items": items })).await?;
        }
    }
    Ok(())
}

fn prospect(stage: &Stage, row: &Value, supplier: &str, buyer: &str) -> anyhow::Result<Prospect> {
    let (seller, taker) = (stage.cast.get(supplier), stage.cast.get(buyer));
    let shown = |player: Option<&Player>, side| player.filter(|player| player.shown).map(|_| side);
    let first: NaiveDate = row["first_week"].as_str().context("a proposal without a first week")?.parse()?;
    Ok(Prospect {
        stable: seller.is_some_and(|player| player.stable),
        shown: shown(seller, Side::Supplier).or(shown(taker, Side::Buyer)),
        soon: (first - stage.app.env.today().date()).num_days() < 9,
        pays_fast: row["payment_days"].as_i64().is_some_and(|days| days <= 15),
    })
}

/// Two in a hundred less at the farm gate.
async fn counter(stage: &mut Stage, who: &str, id: &str) -> anyhow::Result<()> {
    let proposal = stage.get(who, &format!("/proposals/{id}")).await?;
    let current = proposal["revisions"].as_array().and_then(|revisions| revisions.last()).context("a proposal without a revision")?;
    let mut terms = current["terms"].clone();
    let price = terms["farm_gate"].as_i64().context("terms without a price")?;
    terms["farm_gate"] = json!(price - price / 50);
    let message = "Lấy đều hằng tuần, xin bớt một chút";
    let body = json!({ "revision": current["number"], "terms": terms, "message": message });
    match stage.post(who, &format!("/proposals/{id}/counter"), body).await? {
        Answer::Done(_) => {}
        Answer::Refused(code) => tracing::debug!(id, code, "a counter was refused"),
    }
    Ok(())
}
