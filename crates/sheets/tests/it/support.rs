use domain::account::Language;
use domain::day::TradeDay;
use sheets::communes::{Commune, Communes, Former};
use sheets::names::{Named, Names};
use sheets::rows::Value;
use sheets::{Context, Import, ImportedRow, Lookups, Outcome, Record, open};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::LazyLock;

type Line = HashMap<String, String>;

fn lines(file: &str) -> Vec<Line> {
    let path = format!("{}/../../data/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

pub static LOOKUPS: LazyLock<Lookups> = LazyLock::new(|| {
    let named = |line: &Line, group: &str, also: &str| Named {
        key: line["slug"].clone(),
        name: line["name_vi"].clone(),
        also: also.split(';').chain([line["name_en"].as_str()]).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        group: line.get(group).cloned().unwrap_or_default(),
    };
    let provinces: HashMap<String, String> =
        lines("provinces.csv").into_iter().map(|line| (line["code"].clone(), line["short_name"].clone())).collect();
    let mut former: HashMap<String, Vec<Former>> = HashMap::new();
    for line in lines("commune_legacy.csv").into_iter().filter(|line| !line["old_code"].is_empty()) {
        former.entry(line["new_code"].clone()).or_default().push(Former {
            name: line["old_name"].clone(),
            district: line["old_district_code"].parse().unwrap(),
            district_name: line["old_district"].clone(),
            province: line["old_province"].clone(),
        });
    }
    let communes = lines("communes.csv").into_iter().map(|line| Commune {
        code: line["code"].parse().unwrap(),
        name: line["name"].clone(),
        province: provinces[&line["province_code"]].clone(),
        former: former.remove(&line["code"]).unwrap_or_default(),
    });
    Lookups {
        products: Names::new(lines("products.csv").iter().map(|line| named(line, "", ""))),
        varieties: Names::new(lines("varieties.csv").iter().map(|line| named(line, "product_slug", &line["synonyms"]))),
        communes: Communes::new(communes),
    }
});

pub fn today() -> TradeDay {
    TradeDay::new("2026-11-21".parse().unwrap())
}

pub fn context() -> Context<'static> {
    Context { lookups: &LOOKUPS, today: today(), defaults: BTreeMap::new() }
}

/// With a position and a tax method for every row, which no list of a district ever has.
pub fn with_defaults(defaults: &[(&str, &str)]) -> Context<'static> {
    let defaults = defaults.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect();
    Context { defaults, ..context() }
}

/// The whole import as text, row by row.
pub fn told<R: Record>(bytes: &[u8], context: &Context<'_>) -> String {
    let import: Import<'_, R> = open(bytes, context).unwrap();
    let mut text = format!("sheet {:?}, header in row {}\n", import.sheet(), import.header_row());
    for column in import.understood() {
        writeln!(text, "{:>3} {:?} = {}", column.letter, column.header, column.column).unwrap();
    }
    writeln!(text, "unknown {:?}, missing {:?}\n", import.unknown(), import.missing()).unwrap();
    for row in import {
        text += &row_told(&row);
    }
    text
}

fn row_told<R: Record>(row: &ImportedRow<R>) -> String {
    let mut text = format!("row {}: ", row.number);
    let said = |row: &R| {
        let cells = row.write(&LOOKUPS, Language::Vi).into_iter().map(|(code, value)| format!("{code}={}", shown(value)));
        cells.collect::<Vec<_>>().join(" | ")
    };
    match &row.outcome {
        Outcome::Accepted(record) => writeln!(text, "accepted\n    {}", said(record)).unwrap(),
        Outcome::Skipped(skip) => writeln!(text, "skipped, {}", skip.code()).unwrap(),
        Outcome::Review { row: record, problems } => {
            writeln!(text, "review").unwrap();
            if let Some(record) = record {
                writeln!(text, "    {}", said(record)).unwrap();
            }
            for problem in problems {
                let column = problem.column.as_deref().unwrap_or("the row");
                writeln!(
                    text,
                    "  ? {column} {:?} {} {:?} {}",
                    problem.given,
                    problem.code,
                    problem.choices,
                    problem.row.map_or(String::new(), |row| format!("as row {row}"))
                )
                .unwrap();
            }
        }
    }
    for correction in &row.corrections {
        writeln!(text, "  ~ {} {:?} -> {:?} {}", correction.column, correction.from, correction.to, correction.code).unwrap();
    }
    text
}

fn shown(value: Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) => text,
        Value::Day(day) => day.date().to_string(),
    }
}
