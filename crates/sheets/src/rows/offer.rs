use super::shared::{Owner, commune, count, number, point, quality, quality_column, text, variety, write_point, write_quality};
use super::{Record, Value, Written};
use crate::cell::date::{Edge, day};
use crate::cell::money::price;
use crate::cell::quality::{tiers, written_tiers};
use crate::cell::weight::{self, weight};
use crate::column::{Column, Kind, OFFERS};
use crate::context::Lookups;
use crate::fields::{Fields, parsed};
use crate::header::thousands;
use crate::words::{self, GRADES};
use domain::account::Language;
use domain::day::Window;
use domain::offer::OfferTerms;
use domain::quantity::Kg;
use domain::unit::MassUnit;

/// An offer as a supplier would post it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferRow {
    pub supplier: Owner,
    pub terms: OfferTerms,
}

impl Record for OfferRow {
    const KIND: Kind = Kind::Offers;
    const COLUMNS: &'static [Column] = OFFERS;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (context, from_1904) = (fields.context, fields.from_1904);
        let kg = |cell: &_, header: &str| weight(cell, weight::unit_in(header).unwrap_or(MassUnit::Kg));
        let supplier = Owner::read(fields);
        let variety = fields.required("variety", |cell, _| variety(context.lookups, cell));
        let grade = fields.required("grade", |cell, _| words::read(GRADES, cell));
        let kg_total = fields.required("kg_total", kg);
        let kg_per_week = fields.required("kg_per_week", kg);
        let from = fields.required("from", |cell, _| day(cell, from_1904, Some(Edge::First)));
        let to = fields.required("to", |cell, _| day(cell, from_1904, Some(Edge::Last)));
        let ask = fields.required("ask", |cell, header| price(cell, thousands(header)));
        let min_lot = fields.read("min_lot", kg).unwrap_or(Kg::ZERO);
        let max_payment_days = fields.required("payment_days", count);
        let pickup_commune = commune(fields);
        let pickup_point = point(fields);
        let quality = quality(fields);
        let tiers = fields.read("tiers", |cell, _| tiers(cell)).unwrap_or_default();
        let note = fields.read("note", parsed).unwrap_or_default();
        let terms = OfferTerms {
            variety: variety?,
            grade: grade?,
            kg_total: kg_total?,
            kg_per_week: kg_per_week?,
            window: Window { from: from?, to: to? },
            ask: ask?,
            min_lot,
            max_payment_days: max_payment_days?,
            pickup_commune: pickup_commune?,
            pickup_point,
            note,
            forecast: None,
            quality,
            tiers,
        };
        if fields.problems.is_empty() {
            fields.check(terms.check(context.today), |field| match field {
                "kg_per_week" => "kg_per_week",
                "window.from" => "from",
                "window.to" => "to",
                "min_lot" => "min_lot",
                "max_payment_days" => "payment_days",
                field if field.starts_with("tiers") => "tiers",
                field => quality_column(field).unwrap_or("kg_total"),
            });
        }
        Some(Self { supplier, terms })
    }

    fn write(&self, lookups: &Lookups, language: Language) -> Vec<Written> {
        let terms = &self.terms;
        let mut cells = self.supplier.write();
        cells.push(text("variety", lookups.varieties.label(terms.variety.as_str())));
        cells.push(text("grade", words::written(GRADES, terms.grade, language)));
        cells.extend([number("kg_total", terms.kg_total), number("kg_per_week", terms.kg_per_week)]);
        cells.extend([("from".into(), Value::Day(terms.window.from)), ("to".into(), Value::Day(terms.window.to))]);
        cells.push(number("ask", terms.ask.dong()));
        if !terms.min_lot.is_zero() {
            cells.push(number("min_lot", terms.min_lot));
        }
        if !terms.tiers.is_empty() {
            cells.push(text("tiers", written_tiers(&terms.tiers)));
        }
        cells.extend(write_quality(&terms.quality));
        cells.push(number("payment_days", terms.max_payment_days));
        cells.push(text("commune", lookups.communes.label(terms.pickup_commune, &[])));
        cells.extend(write_point(terms.pickup_point));
        if !terms.note.is_empty() {
            cells.push(text("note", &terms.note));
        }
        cells
    }
}
