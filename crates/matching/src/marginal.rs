//! What one more tonne would gain, by product, place and week: read off the ends of the plan's prices.
//!
//! The optimum is concave in what is there, so the first kg more gains the least of all optimal prices: a supplier's at the buyers' best
//! end, a buyer's at the suppliers' best end. No further kg gains more than the first; lots and limits are left aside.

use std::collections::BTreeMap;

use crate::market::{Market, WeekKg};
use crate::plan::{Ends, Plan};

/// One week of one product in one place, ₫ per tonne.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marginal<Place> {
    pub product: u32,
    pub place: Place,
    pub week: i32,
    /// Most that one more tonne of an offer there would gain beyond its ask; absent where nobody there offers for that week.
    pub supply: Option<i64>,
    /// Most that one more tonne wanted there would gain; absent where nobody there wants any in that week.
    pub demand: Option<i64>,
    pub kg_offered_sold: i64,
    pub kg_wanted: i64,
    pub kg_wanted_filled: i64,
}

/// The marginal values of a plan. `place_of` names the area of a point (degrees × 1,000,000). The offers of an area in a week are those
/// whose harvest meets a line of that week anywhere in the product.
pub fn marginals<P: Copy + Ord>(market: &Market, plan: &Plan, place_of: impl Fn(i32, i32) -> P) -> Vec<Marginal<P>> {
    let offer_places: BTreeMap<u128, P> = market.offers.iter().map(|row| (row.id, place_of(row.lat_e6, row.lon_e6))).collect();
    let demand_places: BTreeMap<u128, P> = market.demands.iter().map(|row| (row.id, place_of(row.lat_e6, row.lon_e6))).collect();
    let mut table: BTreeMap<(u32, P, i32), Marginal<P>> = BTreeMap::new();
    let mut days: BTreeMap<u32, BTreeMap<i32, (i32, i32)>> = BTreeMap::new();
    let wants: BTreeMap<(u128, i32), Ends> = by_week(plan.demand_prices.iter().map(|row| (row.demand, row.weeks.as_slice())));
    for demand in &market.demands {
        for line in &demand.lines {
            let span = days.entry(demand.product).or_default().entry(line.week).or_insert((line.from, line.to));
            *span = (span.0.min(line.from), span.1.max(line.to));
            let row = row(&mut table, (demand.product, demand_places[&demand.id], line.week));
            row.kg_wanted += line.kg;
            let rent = wants.get(&(demand.id, line.week)).map_or(0, |ends| ends.seller_best);
            row.demand = row.demand.max(Some(tonne(rent)));
        }
    }
    let totals: BTreeMap<u128, i64> = plan.offer_prices.iter().map(|row| (row.offer, row.total.buyer_best)).collect();
    let rents: BTreeMap<(u128, i32), Ends> = by_week(plan.offer_prices.iter().map(|row| (row.offer, row.weeks.as_slice())));
    for offer in &market.offers {
        let Some(weeks) = days.get(&offer.product) else { continue };
        for (&week, &(from, to)) in weeks {
            if offer.from > to || offer.to < from {
                continue;
            }
            let rent = totals.get(&offer.id).copied().unwrap_or(0) + rents.get(&(offer.id, week)).map_or(0, |ends| ends.buyer_best);
            let row = row(&mut table, (offer.product, offer_places[&offer.id], week));
            row.supply = row.supply.max(Some(tonne(rent)));
        }
    }
    for trade in &plan.trades {
        let product = plan.groups.get(usize::try_from(trade.group).unwrap_or(usize::MAX)).map(|group| group.product);
        let (Some(product), Some(from), Some(to)) = (product, offer_places.get(&trade.offer), demand_places.get(&trade.demand)) else {
            continue;
        };
        for &WeekKg { week, kg } in &trade.weeks {
            row(&mut table, (product, *from, week)).kg_offered_sold += kg;
            row(&mut table, (product, *to, week)).kg_wanted_filled += kg;
        }
    }
    table.into_values().collect()
}

fn by_week<'a>(rows: impl Iterator<Item = (u128, &'a [crate::plan::WeekPrice])>) -> BTreeMap<(u128, i32), Ends> {
    rows.flat_map(|(id, weeks)| weeks.iter().map(move |row| ((id, row.week), row.rent))).collect()
}

fn tonne(per_kg: i64) -> i64 {
    per_kg * 1000
}

fn row<P: Copy + Ord>(table: &mut BTreeMap<(u32, P, i32), Marginal<P>>, key: (u32, P, i32)) -> &mut Marginal<P> {
    let (product, place, week) = key;
    let empty = Marginal { product, place, week, supply: None, demand: None, kg_offered_sold: 0, kg_wanted: 0, kg_wanted_filled: 0 };
    table.entry(key).or_insert(empty)
}
