//! The plain instance files (format 1): `offers.csv` and `demands.csv` in, `solution.csv` and the duals out.
//!
//! One header line, comma separated, every field a decimal integer, no quotes; `id` is the row number from 0. An instance is a market
//! of one week in which every post is an organisation of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::str::FromStr;

use crate::market::{Certificate, Demand, FreightRate, Line, Market, Mix, Offer, Product, Quality, Varieties};
use crate::plan::Plan;
use crate::validate::{MAX_DAY, MAX_KG, MAX_PRICE};

const OFFERS: [&str; 12] =
    ["id", "product", "variety", "grade", "certs", "qty_kg", "ask", "lat_e6", "lon_e6", "day_from", "day_to", "min_lot"];
const DEMANDS: [&str; 14] = [
    "id",
    "product",
    "variety_mask",
    "min_grade",
    "certs",
    "qty_kg",
    "bid",
    "lat_e6",
    "lon_e6",
    "day_from",
    "day_to",
    "min_lot",
    "max_suppliers",
    "max_km",
];

/// The only week of an instance.
const WEEK: i32 = 0;

/// Where a file cannot be read, and why. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {problem}")]
pub struct FormatError {
    pub file: &'static str,
    pub line: usize,
    pub column: &'static str,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the header must be `{0}`")]
    Header(String),
    #[error("{found} fields, {expected} expected")]
    Fields { found: usize, expected: usize },
    #[error("`{0}` is not a decimal integer")]
    NotAnInteger(String),
    #[error("{value} is not from {least} to {most}")]
    OutOfBounds { value: i64, least: i64, most: i64 },
    #[error("id {0} is not the row number {1}")]
    NotTheRow(i64, usize),
    #[error("the last day is before the first")]
    Reversed,
}

/// Reads an instance from the text of its two files.
pub fn read_market(offers: &str, demands: &str) -> Result<Market, FormatError> {
    let mut products = BTreeSet::new();
    let offers = rows("offers.csv", offers, &OFFERS)?.map(|row| read_offer(&row?)).collect::<Result<Vec<_>, _>>()?;
    let first_buyer = offers.len();
    let demands = rows("demands.csv", demands, &DEMANDS)?.map(|row| read_demand(&row?, first_buyer)).collect::<Result<Vec<_>, _>>()?;
    products.extend(offers.iter().map(|offer| offer.product));
    products.extend(demands.iter().map(|demand| demand.product));
    Ok(Market {
        offers,
        demands,
        products: products.into_iter().map(|id| Product { id, freight_class: 0 }).collect(),
        freight: vec![FreightRate::PLAIN],
        references: Vec::new(),
        resting: Vec::new(),
        mix: Mix::HALF,
    })
}

fn read_offer(row: &Row) -> Result<Offer, FormatError> {
    let (from, to) = row.window(9)?;
    let kg = row.number(5, 1, MAX_KG)?;
    Ok(Offer {
        id: row.id()?,
        org: row.id()?,
        product: row.number(1, 0, u32::MAX.into())?,
        variety: row.number(2, 0, 31)?,
        grade: row.number(3, 0, 3)?,
        certs: vec![Certificate { kinds: row.number(4, 0, u32::MAX.into())?, from: -MAX_DAY, to: MAX_DAY }],
        quality: Quality::default(),
        kg,
        kg_per_week: kg,
        promised: Vec::new(),
        from,
        to,
        ask: row.number(6, 0, MAX_PRICE)?,
        tiers: Vec::new(),
        lat_e6: row.number(7, -90_000_000, 90_000_000)?,
        lon_e6: row.number(8, -180_000_000, 180_000_000)?,
        min_lot: row.number(11, 0, MAX_KG)?,
        max_payment_days: 0,
        posted_at: 0,
    })
}

fn read_demand(row: &Row, first_buyer: usize) -> Result<Demand, FormatError> {
    let (from, to) = row.window(9)?;
    let mask: u32 = row.number(2, 0, u32::MAX.into())?;
    let kg = row.number(5, 1, MAX_KG)?;
    Ok(Demand {
        id: row.id()?,
        org: row.id()? + u128::try_from(first_buyer).unwrap_or(u128::MAX / 2),
        product: row.number(1, 0, u32::MAX.into())?,
        varieties: Varieties::Only((0..32).filter(|variety| mask >> variety & 1 == 1).collect()),
        min_grade: row.number(3, 0, 3)?,
        certs: row.number(4, 0, u32::MAX.into())?,
        quality: Quality::default(),
        bid: row.number(6, 0, MAX_PRICE)?,
        premiums: Vec::new(),
        lat_e6: row.number(7, -90_000_000, 90_000_000)?,
        lon_e6: row.number(8, -180_000_000, 180_000_000)?,
        lines: vec![Line { week: WEEK, from, to, kg }],
        min_lot: row.number(11, 0, MAX_KG)?,
        max_suppliers: row.number(12, 0, u32::MAX.into())?,
        suppliers: Vec::new(),
        most_per_supplier: None,
        supplied: Vec::new(),
        max_km: Some(row.number(13, 0, u32::MAX.into())?),
        payment_days: 0,
        posted_at: 0,
    })
}

/// A data row whose fields are counted but not read yet.
struct Row<'a> {
    file: &'static str,
    columns: &'static [&'static str],
    line: usize,
    fields: Vec<&'a str>,
}

fn rows<'a>(
    file: &'static str,
    text: &'a str,
    columns: &'static [&'static str],
) -> Result<impl Iterator<Item = Result<Row<'a>, FormatError>>, FormatError> {
    let mut lines = text.lines().enumerate();
    let header = columns.join(",");
    if lines.next().is_none_or(|(_, first)| first != header) {
        return Err(FormatError { file, line: 1, column: columns[0], problem: Problem::Header(header) });
    }
    Ok(lines.map(move |(index, text)| {
        let fields: Vec<&str> = text.split(',').collect();
        let row = Row { file, columns, line: index + 1, fields };
        if row.fields.len() == columns.len() {
            return Ok(row);
        }
        let problem = Problem::Fields { found: row.fields.len(), expected: columns.len() };
        Err(row.error(row.fields.len().min(columns.len() - 1), problem))
    }))
}

impl Row<'_> {
    fn error(&self, column: usize, problem: Problem) -> FormatError {
        FormatError { file: self.file, line: self.line, column: self.columns[column], problem }
    }

    fn number<T: TryFrom<i64>>(&self, column: usize, least: i64, most: i64) -> Result<T, FormatError> {
        let text = self.fields[column];
        let plain = text.strip_prefix('-').unwrap_or(text);
        let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
        let value = Some(text).filter(|_| digits).and_then(|text| i64::from_str(text).ok());
        let Some(value) = value else {
            // A hostile field may be megabytes long.
            return Err(self.error(column, Problem::NotAnInteger(text.chars().take(40).collect())));
        };
        let bounded = Some(value).filter(|value| (least..=most).contains(value)).and_then(|value| T::try_from(value).ok());
        bounded.ok_or_else(|| self.error(column, Problem::OutOfBounds { value, least, most }))
    }

    fn id(&self) -> Result<u128, FormatError> {
        let row = self.line - 2;
        let id: i64 = self.number(0, 0, i64::MAX)?;
        u128::try_from(id).ok().filter(|id| u128::try_from(row) == Ok(*id)).ok_or_else(|| self.error(0, Problem::NotTheRow(id, row)))
    }

    fn window(&self, column: usize) -> Result<(i32, i32), FormatError> {
        let day = |column| self.number(column, (-MAX_DAY).into(), MAX_DAY.into());
        let (from, to): (i32, i32) = (day(column)?, day(column + 1)?);
        if from > to { Err(self.error(column + 1, Problem::Reversed)) } else { Ok((from, to)) }
    }
}

/// `solution.csv` of an instance's plan.
pub fn solution(plan: &Plan) -> String {
    let mut text = String::from("offer,demand,kg,price\n");
    for trade in &plan.trades {
        push(&mut text, format_args!("{},{},{},{}", trade.offer, trade.demand, trade.kg, trade.price));
    }
    text
}

/// `offer_duals.csv`: the settled rent of every offer of an instance.
pub fn offer_duals(market: &Market, plan: &Plan) -> String {
    let rents: BTreeMap<u128, i64> = plan
        .offer_prices
        .iter()
        .map(|row| (row.offer, row.total.settled + row.weeks.iter().map(|week| week.rent.settled).sum::<i64>()))
        .collect();
    duals("id,u\n", market.offers.iter().map(|offer| offer.id), &rents)
}

/// `demand_duals.csv`: the settled rent of every demand of an instance.
pub fn demand_duals(market: &Market, plan: &Plan) -> String {
    let rents: BTreeMap<u128, i64> =
        plan.demand_prices.iter().map(|row| (row.demand, row.weeks.iter().map(|week| week.rent.settled).sum())).collect();
    duals("id,v\n", market.demands.iter().map(|demand| demand.id), &rents)
}

fn duals(header: &str, ids: impl Iterator<Item = u128>, rents: &BTreeMap<u128, i64>) -> String {
    let mut text = String::from(header);
    let mut ids: Vec<u128> = ids.collect();
    ids.sort_unstable();
    for id in ids {
        push(&mut text, format_args!("{id},{}", rents.get(&id).copied().unwrap_or(0)));
    }
    text
}

fn push(text: &mut String, line: std::fmt::Arguments) {
    writeln!(text, "{line}").expect("a String takes every line");
}
