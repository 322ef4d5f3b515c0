//! What suppliers offer and enterprises want.
use super::people::Party;
use super::rows::{each, optional, read, refused, several};
use super::season::Season;
use crate::app::App;
use crate::reference::catalogue;
use crate::reference::places::PLACES;
use anyhow::{Context, ensure};
use chrono::{NaiveDate, TimeDelta};
use domain::day::Window;
use domain::demand::{Demand, DemandTerms, DemandWeek};
use domain::dues::DueTerms;
use domain::hours::Hours;
use domain::money::VndPerKg;
use domain::offer::{Offer, OfferTerms};
use domain::place::CommuneCode;
use domain::product::{CertKind, Grade, Slug};
use domain::quantity::Kg;
use domain::text::Note;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file says nothing of how long suppliers wait for their money; all of them wait as long as any buyer asks for.
const PAYMENT_DAYS: u16 = 60;
/// One post follows the other within the last days before the market opens.
const BETWEEN_POSTS: TimeDelta = TimeDelta::minutes(2);

#[derive(Debug, Deserialize)]
struct OfferRow {
    org_id: String,
    variety: String,
    product: String,
    grade: String,
    kg_total: i64,
    kg_per_week_max: i64,
    window_start: NaiveDate,
    window_end: NaiveDate,
    ask_vnd_per_kg: i64,
    min_lot_kg: i64,
    pickup_commune: String,
}

#[derive(Debug, Deserialize)]
struct DemandRow {
    demand_id: String,
    org_id: String,
    variety: String,
    product: String,
    min_grade: String,
    kg_total: i64,
    bid_delivered_vnd_per_kg: i64,
    certs_required: String,
    max_suppliers: u16,
    delivery_commune: String,
    delivery_hours: String,
    payment_days: u16,
}

#[derive(Debug, Deserialize)]
struct WeekRow {
    demand_id: String,
    week_start: NaiveDate,
    kg: i64,
}

pub fn offers(app: &App, text: &str, season: &Season, parties: &BTreeMap<&str, &Party>) -> anyhow::Result<Vec<Offer>> {
    each("offers.csv", text, |row: OfferRow| {
        app.env.advance(BETWEEN_POSTS);
        let party = party(parties, &row.org_id)?;
        variety_of(&row.variety, &row.product)?;
        let terms = OfferTerms {
            variety: read("variety", &row.variety)?,
            grade: grade(&row.grade)?,
            kg_total: kg("kg_total", row.kg_total)?,
            kg_per_week: kg("kg_per_week_max", row.kg_per_week_max)?,
            window: Window { from: season.day(row.window_start), to: season.day(row.window_end) },
            ask: VndPerKg::new(row.ask_vnd_per_kg).context("ask_vnd_per_kg")?,
            min_lot: kg("min_lot_kg", row.min_lot_kg)?,
            max_payment_days: PAYMENT_DAYS,
            pickup_commune: commune(&row.pickup_commune)?,
            pickup_point: None,
            note: Note::default(),
            forecast: None,
            quality: domain::product::Quality::default(),
            tiers: Vec::new(),
        };
        Offer::post(&party.actor, terms, app.env.id(), app.env.now()).map_err(|refusal| refused(&refusal))
    })
}

pub fn demands(app: &App, text: &str, weeks_text: &str, season: &Season, parties: &BTreeMap<&str, &Party>) -> anyhow::Result<Vec<Demand>> {
    let mut weeks: BTreeMap<String, Vec<DemandWeek>> = BTreeMap::new();
    each("demand_weeks.csv", weeks_text, |row: WeekRow| {
        let week = season.day(row.week_start).try_into().context("week_start")?;
        weeks.entry(row.demand_id).or_default().push(DemandWeek { week, kg: kg("kg", row.kg)? });
        Ok(())
    })?;
    let demands = each("demands.csv", text, |row: DemandRow| {
        app.env.advance(BETWEEN_POSTS);
        let party = party(parties, &row.org_id)?;
        let varieties: Vec<Slug> = optional("variety", &row.variety)?.into_iter().collect();
        match varieties.first() {
            Some(variety) => variety_of(variety.as_str(), &row.product)?,
            None => ensure!(catalogue::now().product(&row.product).is_some(), "product `{}` is not in the catalogue", row.product),
        }
        let (from, to) = row.delivery_hours.split_once('-').with_context(|| format!("delivery_hours `{}`", row.delivery_hours))?;
        let terms = DemandTerms {
            product: read("product", &row.product)?,
            varieties,
            min_grade: grade(&row.min_grade)?,
            certificates: several::<CertKind>("certs_required", &row.certs_required)?.into(),
            preferred: Vec::new(),
            weeks: weeks.remove(&row.demand_id).with_context(|| format!("{} has no weeks", row.demand_id))?,
            bid: VndPerKg::new(row.bid_delivered_vnd_per_kg).context("bid_delivered_vnd_per_kg")?,
            delivery_commune: commune(&row.delivery_commune)?,
            delivery_point: None,
            delivery_hours: Hours { from: read("delivery_hours", from)?, to: read("delivery_hours", to)? },
            payment_days: row.payment_days,
            max_suppliers: row.max_suppliers,
            max_share: 0,
            note: Note::default(),
            quality: domain::product::Quality::default(),
            min_lot: Kg::ZERO,
            dues: dues(&row.demand_id),
        };
        ensure!(terms.kg_total() == Some(kg("kg_total", row.kg_total)?), "kg_total {} is not the sum of the weeks", row.kg_total);
        Demand::post(&party.actor, terms, app.env.id(), app.env.now()).map_err(|refusal| refused(&refusal))
    })?;
    ensure!(weeks.is_empty(), "data/demo/demand_weeks.csv has weeks of unknown demands: {:?}", weeks.keys());
    Ok(demands)
}

/// Every fourth buyer pays ahead, and some of these keep a part back; the same ones every time.
fn dues(demand: &str) -> DueTerms {
    let drawn = demand.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    match drawn % 8 {
        0 => DueTerms { deposit_percent: 20, deposit_days: 3, retention_percent: 5, retention_days: 15 },
        1 => DueTerms { deposit_percent: 10, deposit_days: 5, ..DueTerms::default() },
        _ => DueTerms::default(),
    }
}

fn party<'a>(parties: &BTreeMap<&str, &'a Party>, code: &str) -> anyhow::Result<&'a Party> {
    parties.get(code).copied().with_context(|| format!("org_id `{code}` is not an organisation"))
}

fn variety_of(slug: &str, product: &str) -> anyhow::Result<()> {
    let catalogue = catalogue::now();
    let variety = catalogue.variety(slug).with_context(|| format!("variety `{slug}` is not in the catalogue"))?;
    ensure!(variety.product_slug == product, "variety `{slug}` is {}, not {product}", variety.product_slug);
    Ok(())
}

fn commune(code: &str) -> anyhow::Result<CommuneCode> {
    ensure!(PLACES.commune(code).is_some(), "`{code}` is not a commune");
    read("commune", code)
}

fn kg(field: &str, whole: i64) -> anyhow::Result<Kg> {
    Kg::from_whole(whole).with_context(|| format!("{field} `{whole}`"))
}

fn grade(code: &str) -> anyhow::Result<Grade> {
    match code {
        "extra" => Ok(Grade::Extra),
        "1" => Ok(Grade::First),
        "2" => Ok(Grade::Second),
        "xo" => Ok(Grade::Ungraded),
        other => anyhow::bail!("grade `{other}`"),
    }
}
