//! A file becomes a list with rows, stored piece by piece while it is read.
use super::kind::Listed;
use super::of_kind;
use super::place::Beside;
use super::read::{self, Piece, Read};
use crate::app::App;
use crate::store::imports::{self, Counts, Import, ImportRow, Marks};
use crate::store::{StoreError, Tx};
use chrono::TimeDelta;
use domain::id::{ImportId, UserId};
use domain::import::{ImportKind, ImportState, ListOwner, MOST_LISTS_A_DAY, RowState};
use sha2::{Digest, Sha256};
use sheets::FileError;
use std::cmp::Reverse;
use tokio::sync::{Semaphore, mpsc};

/// A file with who sent it, and for whom.
#[derive(Debug, Clone)]
pub struct Sent {
    pub kind: ImportKind,
    pub owner: ListOwner,
    pub by: UserId,
    pub file_name: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    File(#[from] FileError),
    /// The owner of the list sent as many as a day takes; the next one is welcome in so many seconds.
    #[error("lists_of_the_day")]
    Enough { seconds: i64 },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// How many files are read at once: each may take some 100 MB for a moment.
static OPEN: Semaphore = Semaphore::const_new(2);
/// Pieces that wait between the reader and the database.
const WAITING: usize = 2;

/// Reads a file to its end, also when its sender no longer waits for the answer.
pub async fn send(app: &App, sent: Sent) -> Result<ImportId, SendError> {
    let app = app.clone();
    let kept = tokio::spawn(async move {
        let _permit = OPEN.acquire().await.map_err(anyhow::Error::from)?;
        of_kind!(sent.kind, await keep(&app, sent))
    });
    kept.await.map_err(anyhow::Error::from)?
}

async fn keep<R: Listed>(app: &App, sent: Sent) -> Result<ImportId, SendError> {
    let Sent { kind, owner, by, file_name, bytes } = sent;
    let today = app.env.today();
    let tx = Tx::read(&app.db).await?;
    let beside = R::Beside::load(&tx, owner).await?;
    let posts = match owner {
        ListOwner::Org(org) => R::open(&tx, org, today).await?,
        ListOwner::Office => Vec::new(),
    };
    drop(tx);
    let file_hash = Sha256::digest(&bytes).into();
    let mut begun = false;
    let (pieces, mut coming) = mpsc::channel(WAITING);
    let reader = tokio::task::spawn_blocking(move || read::read::<R>(&bytes, today, &beside, posts, &pieces));
    let id = app.env.id();
    while let Some(piece) = coming.recv().await {
        let tx = Tx::write(&app.db).await?;
        match piece {
            Piece::Head { sheet, header_row, head } => {
                let (state, counts, sent_at) = (ImportState::Reading, Counts::default(), app.env.now());
                let file_name = file_name.clone();
                may_send_one_more(app, &tx, owner).await?;
                let import = Import { id, owner, sent_by: by, kind, file_name, file_hash, sheet, header_row, head, state, counts, sent_at };
                imports::insert(&tx, &import).await?;
                begun = true;
            }
            Piece::Rows(rows) => {
                let said: Vec<_> = rows.iter().flat_map(|read| [Some(read.source), read.row.content]).flatten().collect();
                let marks = imports::marks(&tx, kind, owner, &said).await?;
                let rows: Vec<_> = rows.into_iter().map(|read| row(app, id, read, &marks)).collect();
                imports::insert_rows(&tx, rows).await?;
                imports::recount(&tx, id).await?;
            }
        }
        tx.commit().await?;
    }
    let read = reader.await.map_err(anyhow::Error::from)?;
    if read.is_err() && !begun {
        refused(app, owner).await?;
    }
    read?;
    let tx = Tx::write(&app.db).await?;
    imports::set_state(&tx, id, ImportState::Ready).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whoever sends lists without end is told when the next one is welcome.
pub async fn may_send_one_more(app: &App, tx: &Tx, owner: ListOwner) -> Result<(), SendError> {
    let (now, day) = (app.env.now(), TimeDelta::days(1));
    let mut sent = imports::sent_since(tx, owner, now - day, MOST_LISTS_A_DAY).await?;
    sent.extend(imports::refused_since(tx, owner, now - day, MOST_LISTS_A_DAY).await?);
    sent.sort_unstable_by_key(|at| Reverse(*at));
    match sent.get(MOST_LISTS_A_DAY - 1) {
        Some(first) => Err(SendError::Enough { seconds: (*first + day - now).num_seconds().max(1) }),
        None => Ok(()),
    }
}

/// A file that becomes no list took the server's time all the same: it counts as one of the day.
pub async fn refused(app: &App, owner: ListOwner) -> Result<(), StoreError> {
    let (tx, now) = (Tx::write(&app.db).await?, app.env.now());
    imports::refuse(&tx, app.env.id(), owner, now, now - TimeDelta::days(1)).await?;
    tx.commit().await
}

fn row(app: &App, import: ImportId, read: Read, marks: &Marks) -> ImportRow {
    let Read { number, last_number, source, source_nth, content_nth, row, before } = read;
    let handled = || {
        let meant = row.content.and_then(|content| marks.get(&(content, content_nth)));
        meant.or_else(|| marks.get(&(source, source_nth))).copied()
    };
    let thing = before.or_else(handled).filter(|_| row.state != RowState::Skipped);
    ImportRow {
        id: app.env.id(),
        import,
        number,
        last_number,
        org: row.org,
        state: if thing.is_some() { RowState::Known } else { row.state },
        skip: row.skip.map(str::to_owned),
        decided: false,
        source,
        source_nth,
        content: row.content,
        cells: row.cells,
        corrections: row.corrections,
        problems: row.problems,
        terms: row.terms,
        thing,
    }
}
