//! A file becomes a list with rows, stored piece by piece while it is read.
use super::kind::Listed;
use super::of_kind;
use super::read::{self, Own, Piece, Read};
use crate::app::App;
use crate::store::imports::{self, Counts, Import, ImportRow, Marks};
use crate::store::{StoreError, Tx, accounts};
use domain::id::{ImportId, OrgId, UserId};
use domain::import::{ImportKind, ImportState, RowState};
use domain::policy::Scope;
use sha2::{Digest, Sha256};
use sheets::FileError;
use tokio::sync::{Semaphore, mpsc};

/// A file with who sent it, and for whom.
#[derive(Debug, Clone)]
pub struct Sent {
    pub kind: ImportKind,
    pub org: OrgId,
    pub by: UserId,
    pub file_name: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    File(#[from] FileError),
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
    let Sent { kind, org, by, file_name, bytes } = sent;
    let today = app.env.today();
    let tx = Tx::read(&app.db).await?;
    let own = Own::from(&accounts::get_organisation(&tx, Scope::Org(org), org).await?);
    let posts = R::open(&tx, org, today).await?;
    drop(tx);
    let file_hash = Sha256::digest(&bytes).into();
    let (pieces, mut coming) = mpsc::channel(WAITING);
    let reader = tokio::task::spawn_blocking(move || read::read::<R>(&bytes, today, &own, posts, &pieces));
    let id = app.env.id();
    while let Some(piece) = coming.recv().await {
        let tx = Tx::write(&app.db).await?;
        match piece {
            Piece::Head { sheet, header_row, head } => {
                let (state, counts, sent_at) = (ImportState::Reading, Counts::default(), app.env.now());
                let file_name = file_name.clone();
                let import = Import { id, org, sent_by: by, kind, file_name, file_hash, sheet, header_row, head, state, counts, sent_at };
                imports::insert(&tx, &import).await?;
            }
            Piece::Rows(rows) => {
                let said: Vec<_> = rows.iter().flat_map(|read| [Some(read.source), read.row.content]).flatten().collect();
                let marks = imports::marks(&tx, kind, org, &said).await?;
                let rows: Vec<_> = rows.into_iter().map(|read| row(app, id, org, read, &marks)).collect();
                imports::insert_rows(&tx, &rows).await?;
                imports::recount(&tx, id).await?;
            }
        }
        tx.commit().await?;
    }
    reader.await.map_err(anyhow::Error::from)??;
    let tx = Tx::write(&app.db).await?;
    imports::set_state(&tx, id, ImportState::Ready).await?;
    tx.commit().await?;
    Ok(id)
}

fn row(app: &App, import: ImportId, org: OrgId, read: Read, marks: &Marks) -> ImportRow {
    let Read { number, last_number, source, source_nth, content_nth, row, before } = read;
    let handled = || {
        let meant = row.content.and_then(|content| marks.get(&(org, content, content_nth)));
        meant.or_else(|| marks.get(&(org, source, source_nth))).copied()
    };
    let thing = before.or_else(handled).filter(|_| row.state != RowState::Skipped);
    ImportRow {
        id: app.env.id(),
        import,
        number,
        last_number,
        org: Some(org),
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
