//! Whatever the files hold, reading ends with a market within its bounds or with an error that says where to look; it never panics.
use proptest::prelude::*;
use transport::{Instance, certify, clear, files};

const OFFERS: &str = "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot";
const DEMANDS: &str = "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km";
const ROWS: usize = 6;

/// A file that is read, as its cells: the header, then rows.
type Cells = Vec<Vec<String>>;

fn offers() -> Cells {
    let row = |id: usize| format!("{id},{},{},2,1,{},{},20817000,105338000,0,{},50", id % 2, id % 3, 100 + id, 5_000 + id, 3 + id);
    cells(OFFERS, row)
}

fn demands() -> Cells {
    let row = |id: usize| format!("{id},{},7,1,1,{},{},21028500,105854200,1,{},0,3,150", id % 2, 90 + id, 9_000 + id, 4 + id);
    cells(DEMANDS, row)
}

fn cells(header: &str, row: impl Fn(usize) -> String) -> Cells {
    let split = |line: &str| line.split(',').map(str::to_owned).collect();
    std::iter::once(split(header)).chain((0..ROWS).map(|id| split(&row(id)))).collect()
}

fn text(cells: &Cells) -> String {
    cells.iter().map(|row| row.join(",") + "\n").collect()
}

/// Reads one of the two files in a bad state beside the other in a good one.
fn read(demand_side: bool, bad: &str) -> Result<Instance, String> {
    let (offers, demands) = (text(&offers()), text(&demands()));
    if demand_side { files::read(&offers, bad, None) } else { files::read(bad, &demands, None) }.map_err(|error| error.to_string())
}

fn good(demand_side: bool) -> (&'static str, Cells) {
    if demand_side { ("demands.csv", demands()) } else { ("offers.csv", offers()) }
}

/// The line that an error names.
fn line(file: &str, error: &str) -> Option<usize> {
    let rest = error.strip_prefix(file)?.strip_prefix(", line ")?;
    rest[..rest.find([',', ':'])?].parse().ok()
}

/// What is read can be cleared and written.
fn usable(instance: &Instance) -> bool {
    let cleared = clear(instance, 50, 1);
    files::solution(instance, &cleared).lines().count() == 1 + cleared.trades.len() && certify(instance, &cleared).is_ok()
}

const KNOWN: &[&str] =
    &["", " ", "-", "--1", "+1", "1.5", "1e3", "0x1F", "١٢", "5 ", " 5", "1_000", "NaN", "∞", "\"5\"", "5;6", "\u{feff}5", "five", "\0"];

/// What stands in spreadsheets where a number should.
fn nonsense() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(KNOWN).prop_map(str::to_owned),
        "[1-9][0-9]{19,60}",
        "-?[0-9]{1,9}[^0-9,\\r\\n]",
        "[^0-9,\\r\\n-][^,\\r\\n]{0,12}",
    ]
}

/// Whole numbers at and beyond the edges of every type on the way.
fn edges() -> impl Strategy<Value = i64> {
    let near = |edge: i64| (-2..=2i64).prop_map(move |off| edge.saturating_add(off));
    let powers = prop_oneof![Just(8), Just(16), Just(31), Just(32), Just(62)].prop_flat_map(move |bits| near(1 << bits));
    prop_oneof![any::<i64>(), near(0), powers.clone(), powers.prop_map(|edge| -edge), near(i64::MAX), near(i64::MIN)]
}

/// Texts that are nearly a file: bytes, headers and numbers in any order.
fn rubble() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[0-9]{1,4}".prop_map(String::from),
        3 => Just(",".to_owned()),
        2 => Just("\n".to_owned()),
        1 => Just("\r".to_owned()),
        1 => Just(OFFERS.to_owned()),
        1 => Just(DEMANDS.to_owned()),
        1 => any::<String>(),
        1 => prop::collection::vec(any::<u8>(), 0..20).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn rubble_is_refused_by_line(rubble in rubble(), demand_side: bool, headed: bool) {
        let (file, cells) = good(demand_side);
        let bad = if headed { format!("{}\n{rubble}", cells[0].join(",")) } else { rubble };
        match read(demand_side, &bad) {
            Ok(instance) => prop_assert!(usable(&instance)),
            Err(error) => {
                let line = line(file, &error);
                prop_assert!(line.is_some_and(|line| (1..=bad.lines().count().max(1)).contains(&line)), "{}", error);
            }
        }
    }

    #[test]
    fn a_cell_that_is_no_number_is_named_by_line_and_column(
        demand_side: bool, row in 1..=ROWS, column: prop::sample::Index, nonsense in nonsense(),
    ) {
        let (file, mut cells) = good(demand_side);
        let column = column.index(cells[0].len());
        cells[row][column].clone_from(&nonsense);
        let expected = format!("{file}, line {}, column {}: `{nonsense}` is not a whole number within bounds", row + 1, cells[0][column]);
        prop_assert_eq!(read(demand_side, &text(&cells)), Err(expected));
    }

    #[test]
    fn a_number_beyond_its_bounds_is_named_by_line(demand_side: bool, row in 1..=ROWS, column: prop::sample::Index, number in edges()) {
        let (file, mut cells) = good(demand_side);
        let column = column.index(cells[0].len());
        cells[row][column] = number.to_string();
        match read(demand_side, &text(&cells)) {
            Ok(instance) => prop_assert!(usable(&instance)),
            Err(error) => {
                prop_assert_eq!(line(file, &error), Some(row + 1), "{}", error);
                let name = cells[0][column].as_str();
                // Days that are out of order are named by the first of them.
                let named = |name: &str| error.contains(&format!("column {name}: "));
                prop_assert!(named(name) || name == "day_to" && named("day_from"), "{}", error);
            }
        }
    }

    #[test]
    fn a_row_of_another_length_is_named_by_line(
        demand_side: bool, row in 1..=ROWS, cell in prop::option::of("[0-9]{1,3}"), column: prop::sample::Index,
    ) {
        let (file, mut cells) = good(demand_side);
        let expected = cells[0].len();
        // At the end, so that every other number stays in its column.
        match cell {
            Some(cell) => cells[row].push(cell),
            None => cells[row].truncate(1 + column.index(expected - 1)),
        }
        let found = cells[row].len();
        prop_assert_eq!(
            read(demand_side, &text(&cells)),
            Err(format!("{file}, line {}: {found} fields, {expected} expected", row + 1))
        );
    }

    #[test]
    fn rows_that_are_lost_doubled_or_out_of_order_are_named_by_the_first(demand_side: bool, a in 1..=ROWS, b in 1..=ROWS, how in 0..3) {
        let (file, mut cells) = good(demand_side);
        let first = match how {
            0 => {
                cells.remove(a);
                a
            }
            1 => {
                let row = cells[a].clone();
                cells.insert(a, row);
                a + 1
            }
            _ => {
                cells.swap(a, b);
                a.min(b)
            }
        };
        let fine = first == cells.len() || (how == 2 && a == b);
        let expected = format!("{file}, line {}, column id: the id must be the row number from 0", first + 1);
        prop_assert_eq!(read(demand_side, &text(&cells)).map(|_| ()), if fine { Ok(()) } else { Err(expected) });
    }

    #[test]
    fn a_file_cut_anywhere_is_read_up_to_a_whole_row_or_refused_at_its_last(demand_side: bool, cut: prop::sample::Index) {
        let (file, cells) = good(demand_side);
        let whole = text(&cells);
        let part = &whole[..cut.index(whole.len())];
        match read(demand_side, part) {
            Ok(instance) => prop_assert!(usable(&instance)),
            Err(error) => prop_assert_eq!(line(file, &error), Some(part.lines().count().max(1)), "{}", error),
        }
    }

    #[test]
    fn lines_may_end_as_they_do_elsewhere(demand_side: bool) {
        let (_, cells) = good(demand_side);
        prop_assert_eq!(read(demand_side, &text(&cells).replace('\n', "\r\n")), read(demand_side, &text(&cells)));
    }
}
