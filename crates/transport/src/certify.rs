//! The proof, from the instance and the result alone: every pair is looked at, none is assumed.
use crate::geo::{Place, freight};
use crate::instance::{Cleared, Demand, Instance, Offer, Part, Trade};
use std::collections::BTreeMap;

/// The first thing that is wrong with a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    #[error("there is not one rent for each post")]
    Shape,
    #[error("trade {0} is of a pair that does not fit")]
    Pair(usize),
    #[error("trade {0} has no kg, or its pair stands twice or out of order")]
    Trade(usize),
    #[error("offer {0} sells more than it has")]
    Sold(usize),
    #[error("demand {0} buys more than it wants")]
    Bought(usize),
    #[error("part {0} sells more than it has")]
    Crowded(usize),
    #[error("a rent is negative, or a part's below its offer's")]
    Negative,
    #[error("offer {0} and demand {1} could both do better")]
    Blocking(usize, usize),
    #[error("the trades are worth {0}, not what is said")]
    Value(i128),
    #[error("the value is {value}, the rents are worth {rents}")]
    Gap { value: i128, rents: i128 },
}

/// What a kg gains; nothing where the pair does not fit.
pub fn gain(offer: &Offer, demand: &Demand) -> Option<i64> {
    if !fits(offer, demand) {
        return None;
    }
    let gain = delivered(offer, &Place::new(offer.lat_e6, offer.lon_e6), demand, &Place::new(demand.lat_e6, demand.lon_e6))?;
    (gain >= 0).then_some(gain)
}

/// Bid less ask and freight; nothing beyond the demand's distance.
fn delivered(offer: &Offer, from: &Place, demand: &Demand, to: &Place) -> Option<i64> {
    let km = from.road_km(to);
    let gain = i64::from(demand.bid) - i64::from(offer.ask) - i64::from(freight(km));
    (km <= f64::from(demand.max_km)).then_some(gain)
}

/// Whether a pair fits before distance and price.
fn fits(offer: &Offer, demand: &Demand) -> bool {
    offer.product == demand.product
        && (demand.varieties >> offer.variety) & 1 == 1
        && offer.grade >= demand.min_grade
        && demand.certs & !offer.certs == 0
        && offer.from.max(demand.from) <= offer.to.min(demand.to)
}

/// Every way in which something is sold, with its rent: a part of an offer, or an offer that has none.
fn sold_as<'a>(instance: &'a Instance, cleared: &'a Cleared) -> impl Iterator<Item = (usize, Offer, i64)> + 'a {
    let mut parts = instance.parts.iter().zip(&cleared.part_rents).peekable();
    instance.offers.iter().enumerate().flat_map(move |(i, offer)| {
        let mut ways = Vec::new();
        while let Some((part, rent)) = parts.next_if(|(part, _)| part.offer as usize == i) {
            ways.push((i, within(offer, part), *rent));
        }
        if ways.is_empty() {
            ways.push((i, *offer, cleared.rents[i]));
        }
        ways
    })
}

/// The offer as it is in one of its parts.
fn within(offer: &Offer, part: &Part) -> Offer {
    Offer { from: part.from, to: part.to, ..*offer }
}

/// A pair that both could gain by, beyond their rents. Products are apart; of a product every pair is asked.
fn blocking(instance: &Instance, cleared: &Cleared) -> Option<(usize, usize)> {
    let mut products: BTreeMap<u32, Vec<(usize, Place)>> = BTreeMap::new();
    for (j, demand) in instance.demands.iter().enumerate() {
        products.entry(demand.product).or_default().push((j, Place::new(demand.lat_e6, demand.lon_e6)));
    }
    for (i, offer, rent) in sold_as(instance, cleared) {
        let from = Place::new(offer.lat_e6, offer.lon_e6);
        let costs = i64::from(offer.ask) + rent;
        for (j, to) in products.get(&offer.product).into_iter().flatten() {
            let demand = &instance.demands[*j];
            // Freight is never below nothing: most pairs are ruled out by this alone.
            let beyond = |gain: i64| gain > rent + cleared.wants[*j];
            if i64::from(demand.bid) - cleared.wants[*j] > costs
                && fits(&offer, demand)
                && delivered(&offer, &from, demand, to).is_some_and(beyond)
            {
                return Some((i, *j));
            }
        }
    }
    None
}

/// The value of an optimum, proved.
pub fn certify(instance: &Instance, cleared: &Cleared) -> Result<i128, Doubt> {
    let Instance { offers, demands, parts } = instance;
    if (cleared.rents.len(), cleared.wants.len(), cleared.part_rents.len()) != (offers.len(), demands.len(), parts.len()) {
        return Err(Doubt::Shape);
    }
    let (mut sold, mut bought, mut taken) = (vec![0; offers.len()], vec![0; demands.len()], vec![0; parts.len()]);
    let mut has_parts = vec![false; offers.len()];
    for part in parts {
        has_parts[part.offer as usize] = true;
    }
    let as_sold = |trade: &Trade| {
        let offer = offers.get(trade.offer as usize)?;
        match trade.part {
            None => (!has_parts[trade.offer as usize]).then_some(*offer),
            Some(at) => parts.get(at as usize).filter(|part| part.offer == trade.offer).map(|part| within(offer, part)),
        }
    };
    let mut value = 0;
    for (at, trade) in cleared.trades.iter().enumerate() {
        let (i, j) = (trade.offer as usize, trade.demand as usize);
        let pair = as_sold(trade).zip(demands.get(j)).and_then(|(offer, demand)| gain(&offer, demand)).ok_or(Doubt::Pair(at))?;
        let before = at.checked_sub(1).map(|before| cleared.trades[before]);
        if trade.kg <= 0
            || before.is_some_and(|before| (before.offer, before.demand, before.part) >= (trade.offer, trade.demand, trade.part))
        {
            return Err(Doubt::Trade(at));
        }
        sold[i] += trade.kg;
        bought[j] += trade.kg;
        if let Some(part) = trade.part {
            taken[part as usize] += trade.kg;
        }
        value += i128::from(pair) * i128::from(trade.kg);
    }
    if let Some(i) = (0..offers.len()).find(|i| sold[*i] > offers[*i].kg) {
        return Err(Doubt::Sold(i));
    }
    if let Some(j) = (0..demands.len()).find(|j| bought[*j] > demands[*j].kg) {
        return Err(Doubt::Bought(j));
    }
    if let Some(part) = (0..parts.len()).find(|part| taken[*part] > parts[*part].kg) {
        return Err(Doubt::Crowded(part));
    }
    let below = |(part, rent): (&Part, &i64)| *rent < cleared.rents[part.offer as usize];
    if cleared.rents.iter().chain(&cleared.wants).any(|rent| *rent < 0) || parts.iter().zip(&cleared.part_rents).any(below) {
        return Err(Doubt::Negative);
    }
    if let Some((i, j)) = blocking(instance, cleared) {
        return Err(Doubt::Blocking(i, j));
    }
    let rents = cleared.bound(instance);
    if value != rents {
        return Err(Doubt::Gap { value, rents });
    }
    if value == cleared.value { Ok(value) } else { Err(Doubt::Value(value)) }
}
