use super::shared::{
    Owner, commune, count, named, number, point, quality, quality_column, reading, text, varieties, variety_names, write_point,
    write_quality,
};
use super::{Record, Value, Written, preferred};
use crate::cell::hours::{self, hours};
use crate::cell::money::price;
use crate::cell::weight::{self, weight};
use crate::cell::{Question, Reading};
use crate::column::{Column, DEMANDS, Kind};
use crate::context::Lookups;
use crate::fields::{Fields, parsed};
use crate::grid::Cell;
use crate::header::{thousands, week_code, week_of};
use crate::words::{self, CERT_KINDS, GRADES};
use domain::account::Language;
use domain::demand::{DemandTerms, DemandWeek, PostDemand};
use domain::dues::DueTerms;
use domain::product::{CertKinds, Slug};
use domain::quantity::Kg;
use domain::unit::MassUnit;

/// A demand as a buyer would post it; each of its weeks is a column of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandRow {
    pub buyer: Owner,
    pub post: PostDemand,
}

impl Record for DemandRow {
    const KIND: Kind = Kind::Demands;
    const COLUMNS: &'static [Column] = DEMANDS;
    /// A title is changed at any time and leaves the demand as it is: a list that knows another one adds nothing.
    const BESIDE: &'static [&'static str] = &["title"];

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let context = fields.context;
        let buyer = Owner::read(fields);
        let title = fields.read("title", parsed);
        let asked = fields.read("varieties", |cell, _| varieties(context.lookups, cell)).unwrap_or_default();
        let goods = goods(fields, asked);
        let min_grade = fields.required("min_grade", |cell, _| words::read(GRADES, cell));
        let certificates = fields.read("certificates", |cell, _| certificates(cell)).unwrap_or_default();
        let preferred = fields.read("preferred", |cell, _| preferred::read(cell)).unwrap_or_default();
        let weeks = weeks(fields);
        let bid = fields.required("bid", |cell, header| price(cell, thousands(header)));
        let delivery_commune = commune(fields);
        let delivery_point = point(fields);
        let delivery_hours = fields.required("hours", |cell, _| hours(cell));
        let payment_days = fields.required("payment_days", count);
        let max_suppliers = fields.read("max_suppliers", count).unwrap_or(0);
        let max_share = fields.read("max_share", share).unwrap_or(0);
        let kg = |cell: &_, header: &str| weight(cell, weight::unit_in(header).unwrap_or(MassUnit::Kg));
        let min_lot = fields.read("min_lot", kg).unwrap_or(Kg::ZERO);
        let dues = DueTerms {
            deposit_percent: fields.read("deposit", part).unwrap_or(0),
            deposit_days: fields.read("deposit_days", few).unwrap_or(0),
            retention_percent: fields.read("retention", part).unwrap_or(0),
            retention_days: fields.read("retention_days", few).unwrap_or(0),
        };
        let quality = quality(fields);
        let note = fields.read("note", parsed).unwrap_or_default();
        let (product, varieties) = goods?;
        let terms = DemandTerms {
            product,
            varieties,
            min_grade: min_grade?,
            certificates,
            preferred,
            weeks,
            bid: bid?,
            delivery_commune: delivery_commune?,
            delivery_point,
            delivery_hours: delivery_hours?,
            payment_days: payment_days?,
            max_suppliers,
            max_share,
            note,
            quality,
            min_lot,
            dues,
        };
        if fields.problems.is_empty() {
            fields.check(terms.check(context.today, None), |field| match field.split('.').next() {
                Some("dues") => dues_column(field),
                Some("varieties") => "varieties",
                Some("delivery_hours") => "hours",
                Some("payment_days") => "payment_days",
                Some("max_suppliers") => "max_suppliers",
                Some("max_share") => "max_share",
                Some("preferred") => "preferred",
                Some("min_lot") => "min_lot",
                Some("quality") => quality_column(field).unwrap_or("sizes"),
                _ => "weeks",
            });
        }
        Some(Self { buyer, post: PostDemand { title, terms } })
    }

    fn write(&self, lookups: &Lookups, language: Language) -> Vec<Written> {
        let PostDemand { title, terms } = &self.post;
        let mut cells = self.buyer.write();
        cells.extend(title.iter().map(|title| text("title", title)));
        cells.push(text("product", lookups.products.label(terms.product.as_str())));
        if !terms.varieties.is_empty() {
            cells.push(text("varieties", variety_names(lookups, &terms.varieties)));
        }
        cells.push(text("min_grade", words::written(GRADES, terms.min_grade, language)));
        if !terms.certificates.is_empty() {
            let kinds: Vec<_> = terms.certificates.iter().map(|kind| words::written(CERT_KINDS, kind, language)).collect();
            cells.push(text("certificates", kinds.join("; ")));
        }
        if !terms.preferred.is_empty() {
            let rows: Vec<_> = terms.preferred.iter().map(|row| preferred::write(row, language)).collect();
            cells.push(text("preferred", rows.join("; ")));
        }
        cells.extend([number("bid", terms.bid.dong()), text("commune", lookups.communes.label(terms.delivery_commune, &[]))]);
        cells.extend([text("hours", hours::shown(terms.delivery_hours)), number("payment_days", terms.payment_days)]);
        if terms.max_suppliers > 0 {
            cells.push(number("max_suppliers", terms.max_suppliers));
        }
        if terms.max_share > 0 {
            cells.push(number("max_share", terms.max_share));
        }
        if !terms.min_lot.is_zero() {
            cells.push(number("min_lot", terms.min_lot));
        }
        cells.extend(write_dues(terms.dues));
        cells.extend(write_quality(&terms.quality));
        cells.extend(write_point(terms.delivery_point));
        cells.extend(terms.weeks.iter().map(|row| (week_code(row.week), Value::Number(row.kg.to_string()))));
        if !terms.note.is_empty() {
            cells.push(text("note", &terms.note));
        }
        cells
    }
}

/// The product; a variety in its column means that variety alone.
fn goods(fields: &mut Fields<'_>, mut asked: Vec<Slug>) -> Option<(Slug, Vec<Slug>)> {
    let lookups = fields.context.lookups;
    let group = |variety: &Slug| lookups.varieties.get(variety.as_str()).map(|thing| thing.group.clone());
    if fields.beside("product").is_none() {
        let product = asked.first().and_then(group).and_then(|product| product.parse().ok());
        if let Some(product) = &product {
            fields.correct("product", lookups.products.label(Slug::as_str(product)), "product_of_variety");
        } else {
            fields.problem("product", "required");
        }
        return product.map(|product| (product, asked));
    }
    let mut alone = None;
    let product: Slug = fields.read("product", |cell, _| {
        let shown = cell.shown();
        match named(&lookups.products, &shown, "product_unknown") {
            Ok((thing, how)) => thing.key.parse().map_or_else(|_| Reading::ask("product_unknown"), |slug| reading(slug, how, &thing.name)),
            Err(unknown) => match named(&lookups.varieties, &shown, "product_unknown") {
                Ok((variety, _)) => {
                    alone = variety.key.parse().ok();
                    let to = format!("{}: {}", lookups.products.label(&variety.group), variety.name);
                    let corrected = |value| Reading::Corrected { value, to, code: "product_of_variety" };
                    variety.group.parse().map_or_else(|_| Reading::ask("product_unknown"), corrected)
                }
                Err(question) => Reading::Ask(if question.choices.is_empty() { unknown } else { question }),
            },
        }
    })?;
    asked.extend(alone.filter(|alone| !asked.contains(alone)));
    if asked.iter().any(|variety| group(variety).as_deref() != Some(product.as_str())) {
        fields.ask("varieties", Question::new("variety_of_another_product"));
    }
    Some((product, asked))
}

fn certificates(cell: &Cell) -> Reading<CertKinds> {
    let shown = cell.shown();
    let parts = shown.split([';', ',', '+', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let found: Vec<_> = parts.map(|part| words::find(CERT_KINDS, part)).collect();
    let kinds = || found.iter().flatten().map(|(kind, _)| *kind).collect::<CertKinds>();
    if found.iter().any(Option::is_none) {
        return Reading::Ask(Question::new("word_unknown").or(CERT_KINDS.iter().map(|word| word.1.to_owned())));
    }
    if found.iter().flatten().all(|(_, other)| other.is_none()) {
        return Reading::Same(kinds());
    }
    let to: Vec<_> = kinds().iter().map(|kind| words::written(CERT_KINDS, kind, Language::Vi)).collect();
    Reading::Corrected { value: kinds(), to: to.join("; "), code: "other_word" }
}

/// Percent, with or without the sign; a cell that Excel shows as 40 % holds 0.4.
fn share(cell: &Cell, header: &str) -> Reading<u8> {
    match few(&percent(cell), header) {
        Reading::Same(u8::MAX) => Reading::ask("share_out_of_range"),
        other => other,
    }
}

/// The same of what is never the whole: a 1 is one percent.
fn part(cell: &Cell, header: &str) -> Reading<u8> {
    if matches!(cell, Cell::Number(part) if (1.0..2.0).contains(part)) { few(cell, header) } else { few(&percent(cell), header) }
}

fn percent(cell: &Cell) -> Cell {
    match cell {
        Cell::Number(part) if *part > 0.0 && *part <= 1.0 => Cell::Number((part * 100.0).round()),
        Cell::Text(text) => Cell::Text(text.replace('%', "").trim().to_owned()),
        other => other.clone(),
    }
}

/// A small number; what is far too large is still too large for the form, which names the field.
fn few(cell: &Cell, header: &str) -> Reading<u8> {
    match count(cell, header) {
        Reading::Same(value) | Reading::Corrected { value, .. } => Reading::Same(u8::try_from(value).unwrap_or(u8::MAX)),
        Reading::Ask(question) => Reading::Ask(question),
    }
}

fn dues_column(field: &str) -> &'static str {
    match field {
        "dues.deposit_days" => "deposit_days",
        "dues.retention_percent" => "retention",
        "dues.retention_days" => "retention_days",
        _ => "deposit",
    }
}

/// The days of a share that is none say nothing.
fn write_dues(dues: DueTerms) -> Vec<Written> {
    let mut cells = Vec::new();
    if dues.deposit_percent > 0 {
        cells.extend([number("deposit", dues.deposit_percent), number("deposit_days", dues.deposit_days)]);
    }
    if dues.retention_percent > 0 {
        cells.extend([number("retention", dues.retention_percent), number("retention_days", dues.retention_days)]);
    }
    cells
}

/// Each column of a week that holds more than nothing.
fn weeks(fields: &mut Fields<'_>) -> Vec<DemandWeek> {
    let mut weeks = Vec::new();
    for code in fields.starting("week:") {
        let unit = |header: &str| weight::unit_in(header).unwrap_or(MassUnit::Kg);
        let kg = fields.read(&code, |cell, header| weight(cell, unit(header)));
        weeks.extend(week_of(&code).zip(kg).filter(|(_, kg)| !kg.is_zero()).map(|(week, kg)| DemandWeek { week, kg }));
    }
    weeks.sort_by_key(|row| row.week);
    weeks
}
