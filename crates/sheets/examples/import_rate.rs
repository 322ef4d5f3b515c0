//! Rows a second of a full list, with every row accepted. Run in release: `cargo run --release -p sheets --example import_rate`.
use domain::account::Language;
use domain::day::{TradeDay, Window};
use domain::offer::OfferTerms;
use domain::product::Grade;
use domain::quantity::Kg;
use sheets::communes::{Commune, Communes};
use sheets::names::{Named, Names};
use sheets::{Context, Lookups, MOST_ROWS, OfferRow, Outcome, Owner, open, write};
use std::time::Instant;

fn main() {
    let named = |key: &str, name: &str, group: &str| Named { key: key.into(), name: name.into(), also: Vec::new(), group: group.into() };
    let commune =
        Commune { code: "05089".parse().expect("a code"), name: "Xã Cao Phong".into(), province: "Phú Thọ".into(), former: Vec::new() };
    let lookups = Lookups {
        products: Names::new([named("cam", "Cam", "")]),
        varieties: Names::new([named("cam-canh", "Cam Canh", "cam"), named("cam-v2", "Cam V2", "cam")]),
        communes: Communes::new([commune]),
    };
    let today = TradeDay::from_ymd(2026, 11, 21).expect("a day");
    let rows: Vec<OfferRow> = (0..MOST_ROWS).map(|at| offer(at, today)).collect();
    let files = [
        ("xlsx", write::xlsx(&rows, &lookups, Language::Vi, today).expect("written")),
        ("csv", write::csv(&rows, &lookups, Language::Vi).expect("written")),
    ];
    let context = Context { lookups: &lookups, today, defaults: std::collections::BTreeMap::new() };
    for (kind, bytes) in files {
        let start = Instant::now();
        let import = open::<OfferRow>(&bytes, &context).expect("it opens");
        let accepted = import.filter(|row| matches!(row.outcome, Outcome::Accepted(_))).count();
        assert_eq!(accepted, MOST_ROWS);
        let took = start.elapsed();
        let rate = u128::try_from(accepted).unwrap_or(0) * 1_000_000 / took.as_micros().max(1);
        println!("import {kind}: {accepted} rows, {} kB in {} ms, {rate} rows/s", bytes.len() / 1024, took.as_millis());
    }
}

fn offer(at: usize, today: TradeDay) -> OfferRow {
    let number = i64::try_from(at).unwrap_or(0);
    OfferRow {
        supplier: Owner { tax_code: None, name: Some(format!("HTX Cam Cao Phong {at}").parse().expect("a name")) },
        terms: OfferTerms {
            variety: if at.is_multiple_of(2) { "cam-canh" } else { "cam-v2" }.parse().expect("a slug"),
            grade: Grade::First,
            kg_total: Kg::from_whole(5_000 + number).expect("a weight"),
            kg_per_week: Kg::from_whole(500).expect("a weight"),
            window: Window { from: today, to: today.plus(60) },
            ask: 22_500.try_into().expect("a price"),
            min_lot: Kg::ZERO,
            max_payment_days: 30,
            pickup_commune: "05089".parse().expect("a code"),
            pickup_point: None,
            note: "Giao buổi sáng".parse().expect("a note"),
            forecast: None,
            quality: domain::product::Quality::default(),
            tiers: Vec::new(),
        },
    }
}
