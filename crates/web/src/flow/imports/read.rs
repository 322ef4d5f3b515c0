//! From a file to rows, away from the async threads: what each row says, and whether it was there before.
use super::kind::Listed;
use crate::reference::catalogue::{self, Catalogue};
use domain::account::Organisation;
use domain::day::TradeDay;
use domain::import::{ImportHead, ImportedCell, ImportedColumn, ImportedCorrection, ImportedProblem, RowState};
use domain::product::Slug;
use domain::tax_code::TaxCode;
use domain::text::Name;
use sheets::{Context, FileError, Fingerprint, ImportedRow, Outcome, Owner, Skip, SourceCell, name_key, open};
use std::collections::{BTreeMap, HashMap, VecDeque};
use tokio::sync::mpsc::Sender;
use uuid::Uuid;

/// Rows that travel together.
pub const TOGETHER: usize = 250;

/// The organisation that a list belongs to, as its rows may name it.
#[derive(Debug, Clone)]
pub struct Own {
    tax_code: Option<TaxCode>,
    name: Name,
}

impl From<&Organisation> for Own {
    fn from(org: &Organisation) -> Self {
        Self { tax_code: org.profile.tax_code.clone(), name: org.profile.name.clone() }
    }
}

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
    /// A post that says the same and that no row before has claimed.
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
}

pub fn context(catalogue: &Catalogue, today: TradeDay, defaults: BTreeMap<String, String>) -> Context<'_> {
    Context { lookups: catalogue.lookups(), today, defaults }
}

/// Reads a whole file in pieces. It ends early when nobody takes the pieces any more.
pub fn read<R: Listed>(
    bytes: &[u8],
    today: TradeDay,
    own: &Own,
    posts: Vec<(Uuid, R::Terms)>,
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
        defaults: BTreeMap::new(),
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
                let row = understand(row, own);
                let mut nth = 0;
                let before = row.content.and_then(|content| {
                    nth = count(&mut contents, content);
                    posts.get_mut(&content).and_then(VecDeque::pop_back)
                });
                Read { number, last_number, source, source_nth: count(&mut sources, source), content_nth: nth, row, before }
            })
            .collect();
        if rows.is_empty() || pieces.blocking_send(Piece::Rows(rows)).is_err() {
            return Ok(());
        }
    }
}

/// What posts say that are there already, so that an export that comes back adds nothing.
fn known<R: Listed>(posts: Vec<(Uuid, R::Terms)>) -> HashMap<[u8; 32], VecDeque<Uuid>> {
    let mut known: HashMap<_, VecDeque<Uuid>> = HashMap::new();
    for (id, terms) in posts {
        known.entry(fingerprint(&R::of(terms))).or_default().push_back(id);
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

pub fn understand<R: Listed>(row: ImportedRow<R>, own: &Own) -> Understood {
    let cell = |cell: SourceCell| ImportedCell { column: cell.column.into_owned(), header: cell.header, text: cell.text, was: None };
    let cells = row.cells.into_iter().map(cell).collect();
    let correction = |correction: sheets::Correction| ImportedCorrection {
        column: correction.column.into_owned(),
        from: correction.from,
        to: correction.to,
        code: correction.code.to_owned(),
    };
    let corrections = row.corrections.into_iter().map(correction).collect();
    let (read, mut problems, skip) = match row.outcome {
        Outcome::Accepted(row) => (Some(row), Vec::new(), None),
        Outcome::Review { row, problems } => (row, problems.into_iter().map(problem).collect(), None),
        Outcome::Skipped(skip) => (None, Vec::new(), Some(skip.code())),
    };
    problems.extend(read.iter().flat_map(|row| foreign(row.owner(), own)));
    problems.extend(read.iter().flat_map(|row| resting::<R>(row.terms())));
    let terms = read.as_ref().and_then(|row| serde_json::to_value(row.terms()).ok());
    let content = read.map(|row| fingerprint(&R::of(row.terms().clone())));
    let state = match (&skip, problems.is_empty() && terms.is_some()) {
        (Some(_), _) => RowState::Skipped,
        (None, true) => RowState::Accepted,
        (None, false) => RowState::Review,
    };
    Understood { state, skip, content, cells, corrections, problems, terms }
}

fn problem(problem: sheets::Problem) -> ImportedProblem {
    let sheets::Problem { column, code, given, choices, row } = problem;
    ImportedProblem { column: column.map(std::borrow::Cow::into_owned), code: code.into_owned(), given, choices, row }
}

/// Goods of which nothing new is posted.
pub fn resting<R: Listed>(terms: &R::Terms) -> Vec<ImportedProblem> {
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

/// A row that names another organisation does not become a post of this one.
fn foreign(owner: &Owner, own: &Own) -> Vec<ImportedProblem> {
    let asked = |column: &str, code: &str, given: String, meant: Option<String>| ImportedProblem {
        column: Some(column.to_owned()),
        code: code.to_owned(),
        given,
        choices: meant.into_iter().collect(),
        row: None,
    };
    let code = owner.tax_code.iter().filter(|code| own.tax_code.as_ref() != Some(code));
    let code = code.map(|code| asked("tax_code", "owner_is_another", code.to_string(), own.tax_code.as_ref().map(ToString::to_string)));
    let name = owner.name.iter().filter(|name| name_key(name.as_str()) != name_key(own.name.as_str()));
    let name = name.map(|name| asked("organisation", "owner_is_another", name.to_string(), Some(own.name.to_string())));
    code.chain(name).collect()
}
