//! From a file to rows, away from the async threads: what each row says, and whether it was there before.
use super::kind::Listed;
use super::place::Placed;
use crate::reference::catalogue::{self, Catalogue};
use crate::reference::grade_sheets::{preferred_size_faults, size_faults};
use domain::day::TradeDay;
use domain::error::Faults;
use domain::id::OrgId;
use domain::import::{ImportHead, ImportedCell, ImportedColumn, ImportedCorrection, ImportedProblem, RowState};
use domain::product::{Quality, SizeCode, Slug};
use sheets::{Context, FileError, Fingerprint, ImportedRow, Outcome, Skip, SourceCell, open};
use std::collections::{BTreeMap, HashMap, VecDeque};
use tokio::sync::mpsc::Sender;
use uuid::Uuid;

/// Rows that travel together.
pub const TOGETHER: usize = 250;

#[derive(Debug)]
pub enum Piece {
    Head { sheet: String, header_row: u32, head: ImportHead },
    Rows(Vec<Read>),
}

/// A row with how many rows up to here said the same.
#[derive(Debug)]
pub struct Read {
    pub number: u32,
    pub last_number: u32,
    pub source: [u8; 32],
    pub source_nth: u32,
    pub content_nth: u32,
    pub row: Understood,
    /// What it is already: a post that says the same and that no row before has claimed, or an entry of the office.
    pub before: Option<Uuid>,
}

/// What a row says, as it is stored.
#[derive(Debug)]
pub struct Understood {
    pub state: RowState,
    pub skip: Option<&'static str>,
    pub content: Option<[u8; 32]>,
    pub cells: Vec<ImportedCell>,
    pub corrections: Vec<ImportedCorrection>,
    pub problems: Vec<ImportedProblem>,
    pub terms: Option<serde_json::Value>,
    /// Whose it is, and what it is already.
    pub org: Option<OrgId>,
    pub thing: Option<Uuid>,
}

pub fn context(catalogue: &Catalogue, today: TradeDay, defaults: BTreeMap<String, String>) -> Context<'_> {
    Context { lookups: catalogue.lookups(), today, defaults }
}

/// Reads a whole file in pieces. It ends early when nobody takes the pieces any more.
pub fn read<R: Listed>(
    bytes: &[u8],
    today: TradeDay,
    beside: &R::Beside,
    posts: Vec<(Uuid, R)>,
    pieces: &Sender<Piece>,
) -> Result<(), FileError> {
    let catalogue = catalogue::now();
    let context = context(&catalogue, today, BTreeMap::new());
    let mut import = open::<R>(bytes, &context)?;
    let columns = import.understood().into_iter();
    let columns = columns.map(|found| ImportedColumn { letter: found.letter, header: found.header, column: found.column.into_owned() });
    let head = ImportHead {
        columns: columns.collect(),
        unknown: import.unknown().to_vec(),
        missing: import.missing().into_iter().map(str::to_owned).collect(),
        ..ImportHead::default()
    };
    let head = Piece::Head { sheet: import.sheet().to_owned(), header_row: import.header_row(), head };
    if pieces.blocking_send(head).is_err() {
        return Ok(());
    }
    let mut posts = known::<R>(posts);
    let (mut sources, mut contents) = (HashMap::new(), HashMap::new());
    loop {
        let rows: Vec<Read> = import
            .by_ref()
            .take(TOGETHER)
            .map(|row| {
                let (number, source) = (row.number, *row.source.bytes());
                let last_number = if let Outcome::Skipped(Skip::Blank { through }) = row.outcome { through } else { number };
                let row = understand(row, false, beside);
                let mut nth = 0;
                let before = row.content.and_then(|content| {
                    nth = count(&mut contents, content);
                    posts.get_mut(&content).and_then(VecDeque::pop_back)
                });
                let before = before.or(row.thing);
                Read { number, last_number, source, source_nth: count(&mut sources, source), content_nth: nth, row, before }
            })
            .collect();
        if rows.is_empty() || pieces.blocking_send(Piece::Rows(rows)).is_err() {
            return Ok(());
        }
    }
}

/// What posts say that are there already, so that an export that comes back adds nothing.
fn known<R: Listed>(posts: Vec<(Uuid, R)>) -> HashMap<[u8; 32], VecDeque<Uuid>> {
    let mut known: HashMap<_, VecDeque<Uuid>> = HashMap::new();
    for (id, row) in posts {
        known.entry(fingerprint(&row)).or_default().push_back(id);
    }
    known
}

fn fingerprint<R: Listed>(row: &R) -> [u8; 32] {
    *Fingerprint::bytes(&sheets::content(row, catalogue::now().lookups()))
}

fn count(seen: &mut HashMap<[u8; 32], u32>, fingerprint: [u8; 32]) -> u32 {
    let count = seen.entry(fingerprint).or_default();
    *count += 1;
    *count
}

/// `decided` says that a person looked at it, who may overrule what is only a doubt.
pub fn understand<R: Listed>(row: ImportedRow<R>, decided: bool, beside: &R::Beside) -> Understood {
    let cell = |cell: SourceCell| ImportedCell { column: cell.column.into_owned(), header: cell.header, text: cell.text, was: None };
    let cells = row.cells.into_iter().map(cell).collect();
    let correction = |correction: sheets::Correction| ImportedCorrection {
        column: correction.column.into_owned(),
        from: correction.from,
        to: correction.to,
        code: correction.code.to_owned(),
    };
    let mut corrections: Vec<ImportedCorrection> = row.corrections.into_iter().map(correction).collect();
    let (read, mut problems, skip) = match row.outcome {
        Outcome::Accepted(row) => (Some(row), Vec::new(), None),
        Outcome::Review { row, problems } => (row, problems.into_iter().map(problem).collect(), None),
        Outcome::Skipped(skip) => (None, Vec::new(), Some(skip.code())),
    };
    let placed = read.as_ref().map(|row| row.place(beside)).unwrap_or_default();
    let Placed { org, thing, corrections: names, problems: against, doubts } = placed;
    corrections.extend(names);
    problems.extend(against);
    problems.extend(doubts.into_iter().filter(|_| !decided));
    problems.extend(read.iter().flat_map(|row| unfit::<R>(row.terms())));
    let terms = read.as_ref().and_then(|row| serde_json::to_value(row.terms()).ok());
    let content = read.map(|row| fingerprint(&R::again(row.terms().clone(), org, beside)));
    let state = match (&skip, problems.is_empty() && terms.is_some()) {
        (Some(_), _) => RowState::Skipped,
        (None, true) => RowState::Accepted,
        (None, false) => RowState::Review,
    };
    Understood { state, skip, content, cells, corrections, problems, terms, org, thing }
}

fn problem(problem: sheets::Problem) -> ImportedProblem {
    let sheets::Problem { column, code, given, choices, row } = problem;
    ImportedProblem { column: column.map(std::borrow::Cow::into_owned), code: code.into_owned(), given, choices, row }
}

/// What only the catalogue and its sheets know: goods of which nothing new is posted, and labels that are no size of the goods.
pub fn unfit<R: Listed>(terms: &R::Terms) -> Vec<ImportedProblem> {
    let mut unknown = Faults::new();
    let sized = R::sized(terms);
    if let Some((product, varieties, quality)) = &sized {
        size_faults(&mut unknown, "", product, varieties, quality);
        preferred_size_faults(&mut unknown, "", product, varieties, R::preferred(terms));
    }
    let faults = unknown.finish().err().unwrap_or_default();
    let labels = |quality: &Quality| quality.sizes.iter().map(SizeCode::as_str).collect::<Vec<_>>().join("; ");
    let required = sized.map(|(_, _, quality): (Slug, &[Slug], &Quality)| labels(quality)).unwrap_or_default();
    let preferred = R::preferred(terms).iter().map(|row| labels(&row.quality)).filter(|labels| !labels.is_empty()).collect::<Vec<_>>();
    // One cell holds all labels, so each of the two is asked about once.
    let problem = |column: &str, given: String, ours: bool| {
        let fault = faults.iter().find(|fault| fault.field.starts_with("preferred.") == ours)?;
        let (column, code) = (Some(column.to_owned()), fault.code.to_string());
        Some(ImportedProblem { column, code, given, choices: Vec::new(), row: None })
    };
    let sizes = [problem("sizes", required, false), problem("preferred", preferred.join("; "), true)];
    resting::<R>(terms).into_iter().chain(sizes.into_iter().flatten()).collect()
}

/// Goods of which nothing new is posted.
fn resting<R: Listed>(terms: &R::Terms) -> Vec<ImportedProblem> {
    let catalogue = catalogue::now();
    let (column, varieties) = R::varieties(terms);
    let resting = varieties.iter().filter(|slug| catalogue.rests(slug));
    let problem = |slug: &Slug| ImportedProblem {
        column: Some(column.to_owned()),
        code: "variety_resting".to_owned(),
        given: catalogue.lookups().varieties.label(slug.as_str()).to_owned(),
        choices: Vec::new(),
        row: None,
    };
    resting.map(problem).collect()
}
