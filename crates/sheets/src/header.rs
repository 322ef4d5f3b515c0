//! Finding the header: which sheet, which row, and what each column means, whatever its author called it.
use crate::cell::date;
use crate::column::{Column, Kind};
use crate::grid::{Book, Cell, Row, Sheet};
use crate::outcome::Code;
use crate::vocabulary::Vocabulary;
use domain::day::Week;
use domain::text::fold;

/// A column of the sheet whose meaning is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Counted from zero.
    pub column: u32,
    pub code: Code,
    pub header: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// Where the rows of the header begin and end in the list of rows.
    pub first: usize,
    pub last: usize,
    pub places: Vec<Place>,
    /// Headers that mean nothing here.
    pub unknown: Vec<String>,
}

/// Titles, addresses and dates above a header take fewer rows than this.
const SEARCHED_ROWS: usize = 40;
/// Fewer known columns may be chance.
const LEAST_PLACES: usize = 3;

/// The sheet and its header that fit best; of equals the first.
pub fn find(book: &Book, kind: Kind, columns: &'static [Column]) -> Option<(usize, Header)> {
    let words = Vocabulary::new(columns);
    let found = book.sheets.iter().enumerate().filter_map(|(at, sheet)| Some((at, in_sheet(sheet, kind, &words)?)));
    found.rev().max_by_key(|(_, header)| header.places.len())
}

fn in_sheet(sheet: &Sheet, kind: Kind, words: &Vocabulary) -> Option<Header> {
    let rows = sheet.rows.get(..sheet.rows.len().min(SEARCHED_ROWS)).unwrap_or_default();
    let single = (0..rows.len()).filter_map(|at| Some(placed((at, at), titles(rows.get(at)?), kind, words)));
    let groups = |above: &Row, below: &Row| above.entries.len() > 1 && above.number + 1 == below.number;
    let double = (0..rows.len()).filter_map(|at| {
        // A title stands alone or apart; taken for a group it would give its words to the column below.
        let (above, below) = (rows.get(at)?, rows.get(at + 1)?);
        groups(above, below).then(|| placed((at, at + 1), stacked(above, below), kind, words))
    });
    // Of two headers that explain as much, the single row before the double, and the upper before the lower.
    let best = double.chain(single).rev().max_by_key(|header| (header.places.len(), header.first == header.last))?;
    (best.places.len() >= LEAST_PLACES).then_some(best)
}

fn titles(row: &Row) -> Vec<(u32, String)> {
    row.entries.iter().map(|entry| (entry.column, entry.cell.shown())).collect()
}

/// A row of groups above a row of columns: "Thời gian thu hoạch" over "Từ" and "Đến".
fn stacked(above: &Row, below: &Row) -> Vec<(u32, String)> {
    let last = above.entries.iter().chain(&below.entries).map(|entry| entry.column).max().unwrap_or(0);
    let mut group = String::new();
    let named = |row: &Row, column| row.at(column).map(|entry| entry.cell.shown());
    let mut titles = Vec::new();
    for column in 0..=last {
        let (upper, lower) = (named(above, column), named(below, column));
        if let Some(upper) = &upper {
            group.clone_from(upper);
        }
        match (upper, lower) {
            (_, Some(lower)) if group.is_empty() || group == lower => titles.push((column, lower)),
            (_, Some(lower)) => titles.push((column, format!("{group} / {lower}"))),
            (Some(upper), None) => titles.push((column, upper)),
            (None, None) => {}
        }
    }
    titles
}

fn placed((first, last): (usize, usize), titles: Vec<(u32, String)>, kind: Kind, words: &Vocabulary) -> Header {
    let mut header = Header { first, last, ..Header::default() };
    let meanings =
        |(at, (_, title)): (usize, &(u32, String))| words.meanings(title).into_iter().map(move |(rank, column)| (rank, at, column));
    let mut answers: Vec<(usize, usize, &Column)> = titles.iter().enumerate().flat_map(meanings).collect();
    answers.sort_by_key(|(rank, at, _)| (std::cmp::Reverse(*rank), *at));
    let mut taken: Vec<Option<Code>> = vec![None; titles.len()];
    for (_, at, column) in answers {
        let code = Code::Borrowed(column.code);
        let free = !taken.contains(&Some(code.clone()));
        if let Some(place) = taken.get_mut(at).filter(|place| free && place.is_none()) {
            *place = Some(code);
        }
    }
    for ((column, title), code) in titles.into_iter().zip(taken) {
        let code = code.or_else(|| week(&title).filter(|_| kind == Kind::Demands).map(week_code));
        match code.filter(|code| header.places.iter().all(|place| place.code != *code)) {
            Some(code) => header.places.push(Place { column, code, header: title }),
            None => header.unknown.push(title),
        }
    }
    header
}

pub fn week_code(week: Week) -> Code {
    format!("week:{}", week.monday().date()).into()
}

pub fn week_of(code: &str) -> Option<Week> {
    let monday = code.strip_prefix("week:")?;
    Week::try_from(date::typed(monday).ok()?).ok()
}

/// `Tuần 30/11/2026`, or any day of that week.
fn week(title: &str) -> Option<Week> {
    let lower = title.rsplit(" / ").next().unwrap_or(title);
    let folded = fold(lower.split('(').next().unwrap_or(lower));
    let day = ["tuan tu", "tuan", "week of", "week"].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    date::typed(day.trim()).ok().map(domain::day::TradeDay::week)
}

/// Whether a row below says again what the header said.
pub fn repeats(row: &Row, header: &Header) -> bool {
    let same = header.places.iter().filter(|place| {
        row.at(place.column).is_some_and(|entry| entry.cell.text().is_some_and(|text| place.header.ends_with(text) && text.len() > 1))
    });
    same.count() >= LEAST_PLACES
}

/// `(1) (2) (3)`: the numbers of the columns.
pub fn numbers_columns(row: &Row) -> bool {
    let number = |cell: &Cell| cell.shown().trim_matches(['(', ')', '[', ']']).parse::<u32>().ok();
    let numbers: Vec<Option<u32>> = row.entries.iter().map(|entry| number(&entry.cell)).collect();
    let counted = numbers.iter().flatten().zip(numbers.iter().flatten().skip(1)).all(|(one, two)| *two == one + 1);
    numbers.len() >= LEAST_PLACES && counted && numbers.iter().filter(|number| number.is_none()).count() <= 1
}

/// Whether a price column counts thousands of đồng.
pub fn thousands(title: &str) -> bool {
    let title = fold(title);
    ["nghin", "ngan", "1000d", "1.000", "1000 d", "(k", "k/kg"].iter().any(|word| title.contains(word))
}
