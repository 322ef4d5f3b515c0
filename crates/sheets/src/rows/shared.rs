//! Fields that several kinds of list have.
use super::{Value, Written};
use crate::cell::number::{NumberFault, Written as Number, written};
use crate::cell::quality;
use crate::cell::tax_code::tax_code;
use crate::cell::{Question, Reading};
use crate::communes::Commune;
use crate::context::Lookups;
use crate::fields::{Fields, parsed};
use crate::grid::{Cell, plain};
use crate::names::{Found, How, Named, Names};
use domain::place::{CommuneCode, GeoPoint};
use domain::product::{Quality, Slug};
use domain::tax_code::TaxCode;
use domain::text::{Name, fold};

/// Whose row it is, where an office imports for many; empty in an organisation's own list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Owner {
    pub tax_code: Option<TaxCode>,
    pub name: Option<Name>,
}

impl Owner {
    pub(super) fn read(fields: &mut Fields<'_>) -> Self {
        Self { tax_code: fields.read("tax_code", |cell, _| tax_code(cell)), name: fields.read("organisation", parsed) }
    }

    pub(super) fn write(&self) -> Vec<Written> {
        let code = self.tax_code.iter().map(|code| text("tax_code", code));
        code.chain(self.name.iter().map(|name| text("organisation", name))).collect()
    }
}

pub fn text(code: &'static str, value: impl std::fmt::Display) -> Written {
    (code.into(), Value::Text(value.to_string()))
}

pub fn number(code: &'static str, value: impl std::fmt::Display) -> Written {
    (code.into(), Value::Number(value.to_string()))
}

/// One of the catalogue by what it is called here.
pub fn named<'a>(names: &'a Names, typed: &str, unknown: &'static str) -> Result<(&'a Named, How), Question> {
    let keys = |things: Vec<&Named>| things.into_iter().map(|thing| names.label(&thing.key).to_owned()).collect::<Vec<_>>();
    match names.find(typed) {
        Found::One(thing, how) => Ok((thing, how)),
        Found::Several(things) => Err(Question::new("name_ambiguous").or(keys(things))),
        Found::Nothing(near) => Err(Question::new(unknown).or(keys(near))),
    }
}

/// Corrected unless it is called by its own name, marks and all.
pub fn reading<T>(value: T, how: How, to: &str) -> Reading<T> {
    match how {
        How::Exact => Reading::Same(value),
        How::Folded => Reading::Corrected { value, to: to.to_owned(), code: "name_spelled_out" },
        How::Also => Reading::Corrected { value, to: to.to_owned(), code: "other_name" },
    }
}

pub fn variety(lookups: &Lookups, cell: &Cell) -> Reading<Slug> {
    match named(&lookups.varieties, &cell.shown(), "variety_unknown") {
        Ok((thing, how)) => thing.key.parse().map_or_else(|_| Reading::ask("variety_unknown"), |slug| reading(slug, how, &thing.name)),
        Err(question) => Reading::Ask(question),
    }
}

/// Several in one cell.
pub fn varieties(lookups: &Lookups, cell: &Cell) -> Reading<Vec<Slug>> {
    let shown = cell.shown();
    let (mut slugs, mut names, mut worst) = (Vec::new(), Vec::new(), How::Exact);
    for typed in shown.split([';', ',', '\n', '+']).map(str::trim).filter(|typed| !typed.is_empty()) {
        let (thing, how) = match named(&lookups.varieties, typed, "variety_unknown") {
            Ok(found) => found,
            Err(question) => return Reading::Ask(instead(question, &shown, typed)),
        };
        worst = if how == How::Exact { worst } else { how };
        names.push(thing.name.clone());
        match thing.key.parse() {
            Ok(slug) => slugs.push(slug),
            Err(_) => return Reading::ask("variety_unknown"),
        }
    }
    reading(slugs, worst, &names.join("; "))
}

/// A choice replaces one name of several, not the cell.
fn instead(question: Question, shown: &str, typed: &str) -> Question {
    let choices: Vec<String> = question.choices.iter().map(|choice| shown.replacen(typed, choice, 1)).collect();
    Question { choices, ..question }
}

pub fn variety_names(lookups: &Lookups, slugs: &[Slug]) -> String {
    slugs.iter().map(|slug| lookups.varieties.label(slug.as_str())).collect::<Vec<_>>().join("; ")
}

/// The commune with what district and province columns say beside it.
pub fn commune(fields: &mut Fields<'_>) -> Option<CommuneCode> {
    let around: Vec<String> = ["district", "province"].iter().filter_map(|code| fields.beside(code)).collect();
    let around: Vec<&str> = around.iter().map(String::as_str).collect();
    let communes = &fields.context.lookups.communes;
    let labels = |found: Vec<&Commune>| found.into_iter().map(|commune| communes.label(commune.code, &around)).collect::<Vec<_>>();
    fields.required("commune", |cell, _| {
        let (shown, padded) = (cell.shown(), |number: &str| format!("{number:0>5}"));
        let typed = if matches!(cell, Cell::Number(_)) { padded(&shown) } else { shown.clone() };
        match communes.find(&typed, &around) {
            Found::One(commune, _) if typed != shown => {
                Reading::Corrected { value: commune.code, to: communes.label(commune.code, &around), code: "leading_zero_restored" }
            }
            Found::One(commune, How::Also) => {
                Reading::Corrected { value: commune.code, to: communes.label(commune.code, &around), code: "commune_of_before" }
            }
            Found::One(commune, how) => reading(commune.code, how, &communes.label(commune.code, &around)),
            Found::Several(found) => Reading::Ask(Question::new("commune_ambiguous").or(labels(found))),
            Found::Nothing(_) => Reading::ask("commune_unknown"),
        }
    })
}

/// Both coordinates or none.
pub fn point(fields: &mut Fields<'_>) -> Option<GeoPoint> {
    let degrees = |cell: &Cell, _: &str| match cell {
        Cell::Number(number) => Reading::Same(plain(*number)),
        cell => Reading::Same(cell.shown().replace(',', ".").trim_end_matches('°').to_owned()),
    };
    match (fields.read("lat", degrees), fields.read("lon", degrees)) {
        (Some(lat), Some(lon)) => match GeoPoint::from_degrees(&lat, &lon) {
            Ok(point) => Some(point),
            Err(error) => {
                fields.ask("lat", Question::new(error.to_string()));
                None
            }
        },
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            fields.problem("lat", "point_half");
            None
        }
    }
}

pub fn write_point(point: Option<GeoPoint>) -> Vec<Written> {
    let degrees = |millionths: i32| format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    point.map_or_else(Vec::new, |point| vec![text("lat", degrees(point.lat_e6())), text("lon", degrees(point.lon_e6()))])
}

/// What was measured or is required beyond the grade.
pub fn quality(fields: &mut Fields<'_>) -> Quality {
    let sizes = fields.read("sizes", |cell, _| quality::sizes(cell)).unwrap_or_default();
    let brix_tenths = fields.read("brix", |cell, _| quality::brix(cell));
    Quality { sizes, brix_tenths, juice_percent: fields.read("juice", |cell, _| quality::juice(cell)) }
}

pub fn write_quality(quality: &Quality) -> Vec<Written> {
    let sizes = (!quality.sizes.is_empty()).then(|| text("sizes", quality::written_sizes(&quality.sizes)));
    let brix = quality.brix_tenths.map(|tenths| number("brix", tenths_shown(tenths)));
    // A bare 1 may be 100 % to a spreadsheet, and is asked about.
    let juice = quality.juice_percent.map(|percent| if percent == 1 { text("juice", "1 %") } else { number("juice", percent) });
    sizes.into_iter().chain(brix).chain(juice).collect()
}

fn tenths_shown(tenths: u16) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// The column of a fault of the quality.
pub fn quality_column(field: &str) -> Option<&'static str> {
    let field = field.strip_prefix("quality.")?;
    Some(match field.split('.').next() {
        Some("brix_tenths") => "brix",
        Some("juice_percent") => "juice",
        _ => "sizes",
    })
}

/// A small whole number, with or without its word: `30 ngày`, `4 sao`.
pub fn count(cell: &Cell, _header: &str) -> Reading<u16> {
    let shown = fold(&cell.shown());
    let stars = shown.chars().filter(|c| matches!(c, '★' | '*')).count();
    if let (true, Ok(stars)) = (stars > 0 && stars == shown.chars().count(), u16::try_from(stars)) {
        return Reading::Same(stars);
    }
    let number = shown.trim_end_matches(|c: char| !c.is_ascii_digit());
    let word = shown.get(number.len()..).unwrap_or_default().trim();
    let Ok(Number::Clear(digits)) = written(number) else { return Reading::ask(NumberFault::Format.to_string()) };
    let known = matches!(word, "" | "ngay" | "sao" | "*" | "★" | "ncc" | "nha cung cap" | "days" | "stars" | "d" | "don vi");
    match digits.parse() {
        Ok(value) if known => Reading::Same(value),
        Ok(_) => Reading::ask(NumberFault::Format.to_string()),
        Err(_) => Reading::ask(NumberFault::Overflow.to_string()),
    }
}
