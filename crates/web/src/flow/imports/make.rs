//! Making what was taken: some rows at a time, each row once, whoever presses and however often.
use super::decide::reread;
use super::kind::Listed;
use super::of_kind;
use super::read::{Own, resting};
use crate::app::App;
use crate::flow::searches;
use crate::jobs::Job;
use crate::store::imports::{self, Import, ImportRow, Marks};
use crate::store::{StoreError, Tx, accounts, outbox};
use domain::account::Actor;
use domain::error::Refusal;
use domain::id::{ImportId, UserId};
use domain::import::{ImportState, ImportedProblem, RowState};
use domain::policy::Scope;
use domain::post::PostError;
use uuid::Uuid;

/// Rows that are made in one transaction.
const TOGETHER: u64 = 250;

/// Begins to make what was taken: the first rows at once, so that a short list is done when the answer comes, the rest by the worker.
pub async fn start(app: &App, import: &Import, by: UserId) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
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
    let import = match imports::get(&tx, Scope::All, id).await {
        Err(StoreError::Missing) => return Ok(false),
        found => found?,
    };
    if import.state != ImportState::Making {
        return Ok(false);
    }
    let actor = accounts::actor(&tx, by).await?.filter(|actor| import.kind.may_decide(actor, import.org).is_ok());
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
    accounts::hold_organisation(tx, import.org).await?;
    let own = Own::from(&accounts::get_organisation(tx, Scope::Org(import.org), import.org).await?);
    let said: Vec<_> = rows.iter().flat_map(|row| [Some(row.source), row.content]).flatten().collect();
    let marks = imports::marks(tx, import.kind, import.org, &said).await?;
    let (mut things, mut ids, mut made) = (Vec::new(), Vec::new(), Marks::new());
    for mut row in rows {
        let handled = marks_of(import, &row).into_iter().find_map(|mark| marks.get(&mark));
        if let Some(thing) = handled {
            (row.state, row.thing) = (RowState::Known, Some(*thing));
        } else {
            match one::<R>(app, actor, &row)? {
                Ok((id, thing)) => {
                    things.push(thing);
                    ids.push(id);
                    made.extend(marks_of(import, &row).into_iter().map(|mark| (mark, id)));
                    (row.state, row.thing) = (RowState::Made, Some(id));
                }
                Err(problems) => {
                    row = reread::<R>(row, app.env.today(), &own, &import.head.defaults);
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
    R::insert(tx, &things).await?;
    searches::posted(app, tx, R::SIDE, &ids).await?;
    imports::put_marks(tx, import.kind, &made).await?;
    Ok(())
}

/// By what a row is known again. Where a person decided, only its own cells speak for it: two rows that mean the same may be two.
fn marks_of(import: &Import, row: &ImportRow) -> Vec<(domain::id::OrgId, [u8; 32], u32)> {
    let content = row.content.filter(|_| !row.decided).map(|content| (import.org, content, 1));
    content.into_iter().chain([(import.org, row.source, row.source_nth)]).collect()
}

type Made<R> = Result<(Uuid, <R as Listed>::Thing), Vec<ImportedProblem>>;

fn one<R: Listed>(app: &App, actor: &Actor, row: &ImportRow) -> anyhow::Result<Made<R>> {
    let terms: R::Terms = serde_json::from_value(row.terms.clone().unwrap_or_default())?;
    let resting = resting::<R>(&terms);
    if !resting.is_empty() {
        return Ok(Err(resting));
    }
    let id: Uuid = app.env.id();
    Ok(match R::make(actor, terms, id, app.env.now()) {
        Ok(thing) => Ok((id, thing)),
        Err(refusal) => Err(problems(refusal)?),
    })
}

/// What the market says against a row now, as a day that passed since; a person who may not is no matter of the row.
fn problems(refusal: PostError) -> anyhow::Result<Vec<ImportedProblem>> {
    let problem = |code: String| ImportedProblem { column: None, code, given: String::new(), choices: Vec::new(), row: None };
    match refusal {
        Refusal::Invalid(faults) => Ok(faults.into_iter().map(|fault| problem(fault.code.to_owned())).collect()),
        Refusal::Conflict(conflict) => Ok(vec![problem(conflict.to_string())]),
        Refusal::Denied(_) | Refusal::Stale => Err(refusal.into()),
    }
}
