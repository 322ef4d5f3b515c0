//! A person answers the questions of a list: row by row, or with one value for all rows that have none.
use super::kind::Listed;
use super::of_kind;
use super::place::Beside;
use super::read::{Understood, context, understand};
use crate::app::App;
use crate::reference::catalogue;
use crate::store::imports::{self, Import, ImportRow};
use crate::store::{Slice, StoreError, Tx};
use domain::account::Actor;
use domain::day::{TradeDay, Week};
use domain::error::FieldError;
use domain::id::ImportId;
use domain::import::{ImportState, ImportedCell, ImportedProblem, RowState, lists_of};
use domain::policy::Denied;
use domain::text::Note;
use sheets::{Column, Kind, SourceCell};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What becomes of a row.
#[derive(Debug, Clone)]
pub enum Decision {
    /// It is read again with these texts in its cells, and taken if nothing is in doubt any more.
    Take(Vec<(String, Note)>),
    Leave,
}

#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("invalid")]
    Invalid(FieldError),
    /// Its rows are being stored or made.
    #[error("import_busy")]
    Busy,
    /// The row was made, was there before, or is no entry.
    #[error("row_settled")]
    Settled,
}

/// Rows that are read again together.
const TOGETHER: u64 = 500;

/// The list for a change by this person.
async fn held(tx: &Tx, actor: &Actor, id: ImportId) -> Result<Import, DecideError> {
    let owner = lists_of(actor).ok();
    imports::get(tx, owner, id).await?;
    imports::hold(tx, id).await?;
    let import = imports::get(tx, owner, id).await?;
    import.kind.may_decide(actor, import.owner)?;
    match import.state {
        ImportState::Ready | ImportState::Done => Ok(import),
        ImportState::Reading | ImportState::Making => Err(DecideError::Busy),
    }
}

pub async fn decide(app: &App, actor: &Actor, id: ImportId, number: u32, decision: Decision) -> Result<ImportRow, DecideError> {
    let tx = Tx::write(&app.db).await?;
    let import = held(&tx, actor, id).await?;
    let mut row = imports::row(&tx, id, number).await?;
    if !row.state.is_open() {
        return Err(DecideError::Settled);
    }
    match decision {
        Decision::Leave => row.state = RowState::Left,
        Decision::Take(texts) => {
            row.decided = true;
            row = of_kind!(import.kind, await taken(&tx, &import, row, texts, app.env.today()))?;
        }
    }
    imports::save_row(&tx, &row).await?;
    if row.state == RowState::Accepted {
        imports::set_state(&tx, id, ImportState::Ready).await?;
    }
    imports::recount(&tx, id).await?;
    tx.commit().await?;
    Ok(row)
}

async fn taken<R: Listed>(
    tx: &Tx,
    import: &Import,
    mut row: ImportRow,
    texts: Vec<(String, Note)>,
    today: TradeDay,
) -> Result<ImportRow, DecideError> {
    for (at, (code, text)) in texts.into_iter().enumerate() {
        let unknown = || DecideError::Invalid(FieldError::new(format!("cells.{at}.column"), "column_unknown"));
        let header = header::<R>(&code).ok_or_else(unknown)?;
        let text = text.as_str().to_owned();
        match row.cells.iter_mut().find(|cell| cell.column == code) {
            Some(cell) if cell.text == text => {}
            Some(cell) => {
                let was = std::mem::replace(&mut cell.text, text);
                cell.was.get_or_insert(was);
            }
            None => row.cells.push(ImportedCell { column: code, header, text, was: Some(String::new()) }),
        }
    }
    let beside = R::Beside::load(tx, import.owner).await?;
    let (row, thing) = reread::<R>(row, today, &beside, &import.head.defaults);
    // Corrected, it may turn out to be what is there already.
    Ok(match thing {
        Some(thing) => ImportRow { state: RowState::Known, thing: Some(thing), ..row },
        None => row,
    })
}

/// The header of a column of this kind of list, as the template writes it.
fn header<R: Listed>(code: &str) -> Option<String> {
    let week = || {
        let monday = TradeDay::new(code.strip_prefix("week:")?.parse().ok()?);
        Week::try_from(monday).ok().filter(|_| R::KIND == Kind::Demands).map(|_| format!("{code} (kg)"))
    };
    let column = R::COLUMNS.iter().find(|column| column.code == code);
    column.map(|column: &Column| column.vi.to_owned()).or_else(week)
}

/// The same row, read as its cells stand now, with what it is already.
pub fn reread<R: Listed>(
    row: ImportRow,
    today: TradeDay,
    beside: &R::Beside,
    defaults: &BTreeMap<String, String>,
) -> (ImportRow, Option<Uuid>) {
    let source =
        |cell: &ImportedCell| SourceCell { column: cell.column.clone().into(), header: cell.header.clone(), text: cell.text.clone() };
    let cells: Vec<SourceCell> = row.cells.iter().map(source).collect();
    let read = understand::<R>(sheets::reread(&cells, &context(&catalogue::now(), today, defaults.clone())), row.decided, beside);
    let Understood { state, content, corrections, problems, terms, org, thing, .. } = read;
    (ImportRow { org, state, content, corrections, problems, terms, ..row }, thing)
}

/// Gives every row that waits the same value where it has none, and reads it again. What the list says elsewhere stays in doubt.
pub async fn set_defaults(app: &App, actor: &Actor, id: ImportId, values: Vec<(String, Note)>) -> Result<Import, DecideError> {
    let tx = Tx::write(&app.db).await?;
    let mut import = held(&tx, actor, id).await?;
    for (at, (code, text)) in values.into_iter().enumerate() {
        if !import.head.missing.contains(&code) {
            return Err(DecideError::Invalid(FieldError::new(format!("values.{at}.column"), "column_not_missing")));
        }
        import.head.defaults.insert(code, text.as_str().to_owned());
    }
    imports::set_head(&tx, id, &import.head).await?;
    of_kind!(import.kind, await reread_waiting(app, &tx, &import))?;
    imports::set_state(&tx, id, ImportState::Ready).await?;
    imports::recount(&tx, id).await?;
    tx.commit().await?;
    let tx = Tx::read(&app.db).await?;
    Ok(imports::get(&tx, lists_of(actor).ok(), id).await?)
}

async fn reread_waiting<R: Listed>(app: &App, tx: &Tx, import: &Import) -> Result<(), DecideError> {
    let beside = R::Beside::load(tx, import.owner).await?;
    let mut seen = imports::contents(tx, import.id).await?;
    let mut after = None;
    loop {
        let rows = imports::rows(tx, import.id, Some(RowState::Review), Slice { after, limit: TOGETHER }).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id.into());
        for row in rows {
            let doubts: Vec<ImportedProblem> = row.problems.iter().filter(|problem| problem.row.is_some()).cloned().collect();
            let (mut row, thing) = reread::<R>(row, app.env.today(), &beside, &import.head.defaults);
            row.problems.extend(doubts);
            // Rows that could not be read were not compared either: of two that say the same the later waits.
            let first = row.content.map(|content| *seen.entry(content).or_insert(row.number));
            if let Some(first) = first.filter(|first| *first != row.number && row.problems.is_empty()) {
                let code = "row_repeated".to_owned();
                row.problems = vec![ImportedProblem { column: None, code, given: String::new(), choices: Vec::new(), row: Some(first) }];
            }
            if !row.problems.is_empty() {
                row.state = RowState::Review;
            }
            if let Some(thing) = thing {
                (row.state, row.thing) = (RowState::Known, Some(thing));
            }
            imports::save_row(tx, &row).await?;
        }
    }
}
