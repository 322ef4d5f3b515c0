//! Making what was taken: some rows at a time, each row once, whoever presses and however often.
use super::decide::reread;
use super::kind::{Listed, Making, Unmade};
use super::of_kind;
use super::place::Beside;
use super::read::unfit;
use crate::app::App;
use crate::flow::searches;
use crate::jobs::Job;
use crate::store::imports::{self, Import, ImportRow, Mark};
use crate::store::{StoreError, Tx, accounts, outbox};
use domain::account::Actor;
use domain::id::{ImportId, UserId};
use domain::import::{ImportHead, ImportState, ImportedProblem, ListOwner, RowState};
use domain::reason::Reason;
use uuid::Uuid;

/// Rows that are made in one transaction.
const TOGETHER: u64 = 250;

/// Begins to make what was taken: the first rows at once, so that a short list is done when the answer comes, the rest by the worker.
/// With a reason, what the office enters is verified at once.
pub async fn start(app: &App, import: &Import, verify_because: Option<Reason>, by: UserId) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    imports::hold(&tx, import.id).await?;
    let import = &imports::find(&tx, import.id).await?;
    // Pressed again while it is made, the button changes nothing.
    if import.state == ImportState::Ready {
        imports::set_head(&tx, import.id, &ImportHead { verify_because, ..import.head.clone() }).await?;
    }
    imports::set_state(&tx, import.id, ImportState::Making).await?;
    outbox::push(&tx, &[(app.env.id(), Job::MakeImported { import: import.id, by }, app.env.now())]).await?;
    tx.commit().await?;
    some(app, import.id, by).await?;
    Ok(())
}

/// Makes all that was taken. Run again, it goes on where it stopped.
pub async fn make(app: &App, import: ImportId, by: UserId) -> anyhow::Result<()> {
    while some(app, import, by).await? {}
    Ok(())
}

/// The next rows; whether there may be more.
async fn some(app: &App, id: ImportId, by: UserId) -> anyhow::Result<bool> {
    let tx = Tx::write(&app.db).await?;
    imports::hold(&tx, id).await?;
    let import = match imports::find(&tx, id).await {
        Err(StoreError::Missing) => return Ok(false),
        found => found?,
    };
    if import.state != ImportState::Making {
        return Ok(false);
    }
    let actor = accounts::actor(&tx, by).await?.filter(|actor| import.kind.may_decide(actor, import.owner).is_ok());
    let rows = imports::waiting(&tx, id, TOGETHER).await?;
    let Some((actor, true)) = actor.map(|actor| (actor, !rows.is_empty())) else {
        // Nothing is left, or whoever pressed may no longer: the rest waits for somebody who may.
        let state = if rows.is_empty() { ImportState::Done } else { ImportState::Ready };
        imports::set_state(&tx, id, state).await?;
        tx.commit().await?;
        return Ok(false);
    };
    of_kind!(import.kind, await these(app, &tx, &import, &actor, rows))?;
    let more = !imports::waiting(&tx, id, 1).await?.is_empty();
    if !more {
        imports::set_state(&tx, id, ImportState::Done).await?;
    }
    imports::recount(&tx, id).await?;
    tx.commit().await?;
    Ok(more)
}

async fn these<R: Listed>(app: &App, tx: &Tx, import: &Import, actor: &Actor, rows: Vec<ImportRow>) -> anyhow::Result<()> {
    match import.owner {
        ListOwner::Org(org) => accounts::hold_organisation(tx, org).await?,
        ListOwner::Office => imports::hold_office(tx).await?,
    }
    let mut beside = R::Beside::load(tx, import.owner).await?;
    let said: Vec<_> = rows.iter().flat_map(|row| [Some(row.source), row.content]).flatten().collect();
    let marks = imports::marks(tx, import.kind, import.owner, &said).await?;
    let (mut things, mut ids, mut made) = (Vec::new(), Vec::new(), Vec::new());
    for mut row in rows {
        let handled = marks_of(&row).into_iter().find_map(|mark| marks.get(&mark));
        if let Some(thing) = handled {
            (row.state, row.thing) = (RowState::Known, Some(*thing));
        } else {
            match one::<R>(app, actor, import, &row, &beside)? {
                One::Made(id, thing) => {
                    made.extend(marks_of(&row).into_iter().map(|(said, nth)| Mark { org: R::owner(&thing), said, nth, thing: id }));
                    R::remember(&mut beside, &thing);
                    things.push(thing);
                    ids.push(id);
                    (row.state, row.thing) = (RowState::Made, Some(id));
                }
                One::There(thing) => (row.state, row.thing) = (RowState::Known, Some(thing)),
                One::Against(problems) => {
                    (row, _) = reread::<R>(row, app.env.today(), &beside, &import.head.defaults);
                    // The form of the row stands as it was; what the market says against it stands beside.
                    if row.problems.is_empty() {
                        row.problems = problems;
                    }
                    row.state = RowState::Review;
                }
            }
        }
        imports::save_row(tx, &row).await?;
    }
    R::insert(app, tx, &things).await?;
    if let Some(side) = R::SIDE {
        searches::posted(app, tx, side, &ids).await?;
    }
    imports::put_marks(tx, import.kind, &made).await?;
    Ok(())
}

/// By what a row is known again. Where a person decided, only its own cells speak for it: two rows that mean the same may be two.
fn marks_of(row: &ImportRow) -> Vec<([u8; 32], u32)> {
    let content = row.content.filter(|_| !row.decided).map(|content| (content, 1));
    content.into_iter().chain([(row.source, row.source_nth)]).collect()
}

/// What becomes of a row now.
enum One<T> {
    Made(Uuid, T),
    There(Uuid),
    Against(Vec<ImportedProblem>),
}

fn one<R: Listed>(app: &App, actor: &Actor, import: &Import, row: &ImportRow, beside: &R::Beside) -> anyhow::Result<One<R::Thing>> {
    let terms: R::Terms = serde_json::from_value(row.terms.clone().unwrap_or_default())?;
    let placed = R::again(terms.clone(), row.org, beside).place(beside);
    if let Some(thing) = placed.thing {
        return Ok(One::There(thing));
    }
    let doubts = placed.doubts.into_iter().filter(|_| !row.decided);
    let against: Vec<ImportedProblem> = unfit::<R>(&terms).into_iter().chain(placed.problems).chain(doubts).collect();
    if !against.is_empty() {
        return Ok(One::Against(against));
    }
    let id: Uuid = app.env.id();
    let verified = import.head.verify_because.clone();
    match R::make(actor, terms, Making { id, org: placed.org, verified, now: app.env.now() }) {
        Ok(thing) => Ok(One::Made(id, thing)),
        Err(Unmade::Problems(problems)) => Ok(One::Against(problems)),
        Err(Unmade::Broken(error)) => Err(error),
    }
}
