//! What the shown accounts look for: kept searches, and one form for two stores that one of them finds.
use crate::cli::demo::stage::{Answer, Stage};
use crate::flow::searches;
use anyhow::{Context, bail};
use domain::account::Side;
use serde_json::{Value, json};
use uuid::Uuid;

const COOPERATIVE: &str = "giam-doc-htx";
const SUPERMARKET: &str = "giam-doc-sieu-thi";

/// Kept before the day's posts, so that they find some of them.
pub async fn search(stage: &mut Stage) -> anyhow::Result<()> {
    let wanted = json!({ "name": "Nhà mua cam", "side": "buyer", "search": { "product": "cam" } });
    done(stage.post(COOPERATIVE, "/searches", wanted).await?)?;
    let offered = json!({ "name": "Cam VietGAP", "side": "supplier", "search": { "product": "cam", "certificates": ["vietgap"] } });
    done(stage.post(SUPERMARKET, "/searches", offered).await?)?;
    Ok(())
}

/// The supermarket asks for oranges at two stores, under a title of its own.
pub async fn ask(stage: &mut Stage) -> anyhow::Result<()> {
    let monday = stage.app.env.today().week().next().monday();
    let weeks: Vec<Value> = (0..3).map(|after| json!({ "week": monday.plus(7 * after), "kg": "2400" })).collect();
    let terms = json!({
        "product": "cam", "min_grade": "second", "bid": 31_000, "delivery_commune": "00004", "weeks": weeks,
        "delivery_hours": { "from": "05:00", "to": "07:00" }, "payment_days": 15,
    });
    let points = json!([
        { "delivery_commune": "00004", "kg": "1500", "note": "Cửa hàng Ba Đình" },
        { "delivery_commune": "00331", "kg": "900", "note": "Cửa hàng Hoàng Mai" },
    ]);
    let posted = done(stage.post(SUPERMARKET, "/demands/points", json!({ "terms": terms, "points": points })).await?)?;
    let ids: Vec<Uuid> = serde_json::from_value(posted["demands"].clone()).context("what was posted")?;
    for (id, title) in ids.iter().zip(["Cam tháng này, Ba Đình", "Cam tháng này, Hoàng Mai"]) {
        done(stage.put(SUPERMARKET, &format!("/demands/{id}/title"), json!({ "title": title })).await?)?;
    }
    // The play has no worker; whoever looks for such a demand is told when the clock moves on.
    searches::find(&stage.app, Side::Buyer, &ids).await
}

fn done(answer: Answer) -> anyhow::Result<Value> {
    match answer {
        Answer::Done(value) => Ok(value),
        Answer::Refused(code) => bail!("the wishes of the day were refused: {code}"),
    }
}
