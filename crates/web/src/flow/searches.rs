//! New posts and the searches that people keep: what fits is found after the commit, gathered for some minutes, and told once.
use crate::app::App;
use crate::jobs::Job;
use crate::notify::{self, Event};
use crate::reference::near::Origin;
use crate::reference::wanted::wanted;
use crate::store::market::Prices;
use crate::store::on_market::{self, Found};
use crate::store::searches::{self, Hit, Kept, Looking};
use crate::store::{Tx, accounts, outbox};
use chrono::TimeDelta;
use domain::account::Side;
use domain::id::UserId;
use domain::notice::NoticeKind;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How long finds are gathered: somebody who posts ten things in a row makes one notice.
const GATHERED: TimeDelta = TimeDelta::minutes(5);
/// Posts of one job.
const TOGETHER: usize = 250;

/// Leaves the work for new posts beside them; nothing where nobody looks.
pub async fn posted(app: &App, tx: &Tx, side: Side, posts: &[Uuid]) -> anyhow::Result<()> {
    if posts.is_empty() || !searches::any(tx, side).await? {
        return Ok(());
    }
    let now = app.env.now();
    let jobs: Vec<_> =
        posts.chunks(TOGETHER).map(|posts| (app.env.id(), Job::MatchSearches { side, posts: posts.to_vec() }, now)).collect();
    Ok(outbox::push(tx, &jobs).await?)
}

/// Forgets a search. A post is found for a person once, by whichever search was first; so what this one found in the last minutes is
/// looked at again for the others.
pub async fn forget(app: &App, tx: &Tx, kept: &Kept) -> anyhow::Result<()> {
    let untold = searches::remove(tx, kept.id).await?;
    posted(app, tx, kept.side, &untold).await
}

/// Finds whose searches some new posts fit. Run twice, it finds the same again and keeps it once.
pub async fn find(app: &App, side: Side, posts: &[Uuid]) -> anyhow::Result<()> {
    let today = app.env.today();
    let tx = Tx::read(&app.db).await?;
    let mut found = on_market::those(&tx, side, posts, today).await?;
    let products: BTreeSet<String> = found.iter().map(|found| found.goods.product.to_string()).collect();
    if products.is_empty() {
        return Ok(());
    }
    let looking = searches::about(&tx, side, &products).await?;
    let prices = Prices::load(&tx, today).await?;
    drop(tx);
    let hits: Vec<Hit> = looking.iter().flat_map(|looking| fitting(app, looking, &mut found, &prices)).collect();
    if hits.is_empty() {
        return Ok(());
    }
    let (tx, now) = (Tx::write(&app.db).await?, app.env.now());
    searches::found(&tx, &hits, now).await?;
    let people: BTreeSet<UserId> = hits.iter().map(|hit| hit.user).collect();
    let jobs: Vec<_> = people.into_iter().map(|user| (app.env.id(), Job::TellSearches { user }, now + GATHERED)).collect();
    outbox::push(&tx, &jobs).await?;
    Ok(tx.commit().await?)
}

/// Those of some posts that one person looks for; never the own ones.
fn fitting(app: &App, looking: &Looking, found: &mut [Found], prices: &Prices) -> Vec<Hit> {
    let wanted = wanted(&looking.kept.search, |variety| prices.get(variety).map(|price| price.dong));
    let origin = Origin::new(looking.commune, &app.config.freight);
    let mut hits = Vec::new();
    for found in found.iter_mut().filter(|found| found.org() != looking.org) {
        found.goods.km = origin.as_ref().and_then(|origin| origin.km(found.goods.product.as_str(), found.goods.commune));
        if wanted.is_met_by(&found.goods) {
            hits.push(Hit { user: looking.kept.user, post: found.id(), search: looking.kept.id });
        }
    }
    hits
}

/// Tells a person what was found and not told yet, in one notice. What was taken back meanwhile is left out.
pub async fn tell(app: &App, user: UserId) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let hits = searches::take_untold(&tx, user, app.env.now()).await?;
    let kept: BTreeMap<_, _> = searches::list(&tx, user).await?.into_iter().map(|kept| (kept.id, kept)).collect();
    let mut open: BTreeMap<Side, BTreeSet<Uuid>> = BTreeMap::new();
    for side in Side::BOTH {
        let of_side = hits.iter().filter(|hit| kept.get(&hit.search).is_some_and(|kept| kept.side == side));
        let posts: Vec<Uuid> = of_side.map(|hit| hit.post).collect();
        let still = on_market::those(&tx, side, &posts, app.env.today()).await?;
        open.insert(side, still.iter().map(Found::id).collect());
    }
    let told: Vec<_> = hits.iter().filter(|hit| open.values().any(|posts| posts.contains(&hit.post))).collect();
    let about: BTreeSet<_> = told.iter().map(|hit| hit.search).collect();
    let first = about.first().and_then(|id| kept.get(id));
    if let (Some(first), [to]) = (first, accounts::people(&tx, [user]).await?.as_slice())
        // Kept in another role; a driver does not look at the market.
        && !to.drives
    {
        let count = |side| open.get(&side).map_or(0, BTreeSet::len);
        let arguments = json!({
            "offers": count(Side::Supplier), "demands": count(Side::Buyer), "searches": about.len(), "search": first.name,
        });
        let only = (about.len() == 1).then(|| Uuid::from(first.id));
        let path = only.map_or_else(|| "/theo-doi".to_owned(), |id| format!("/theo-doi?mo={id}"));
        notify::person(app, &tx, to, &Event { kind: NoticeKind::SearchFound, subject: only, arguments, path }).await?;
    }
    Ok(tx.commit().await?)
}
