//! The proof, from the instance and the result alone: every pair is looked at, none is assumed.
use crate::geo::{Place, freight};
use crate::instance::{Cleared, Demand, Instance, Offer};

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
    #[error("a rent is negative")]
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
    let fits = offer.product == demand.product
        && (demand.varieties >> offer.variety) & 1 == 1
        && offer.grade >= demand.min_grade
        && demand.certs & !offer.certs == 0
        && offer.from.max(demand.from) <= offer.to.min(demand.to);
    if !fits || demand.bid < offer.ask {
        return None;
    }
    let km = Place::new(offer.lat_e6, offer.lon_e6).road_km(&Place::new(demand.lat_e6, demand.lon_e6));
    let gain = i64::from(demand.bid) - i64::from(offer.ask) - i64::from(freight(km));
    (km <= f64::from(demand.max_km) && gain >= 0).then_some(gain)
}

/// The value of an optimum, proved.
pub fn certify(instance: &Instance, cleared: &Cleared) -> Result<i128, Doubt> {
    let Instance { offers, demands } = instance;
    if cleared.rents.len() != offers.len() || cleared.wants.len() != demands.len() {
        return Err(Doubt::Shape);
    }
    let (mut sold, mut bought) = (vec![0; offers.len()], vec![0; demands.len()]);
    let mut value = 0;
    for (at, trade) in cleared.trades.iter().enumerate() {
        let (i, j) = (trade.offer as usize, trade.demand as usize);
        let pair = offers.get(i).zip(demands.get(j)).and_then(|(offer, demand)| gain(offer, demand)).ok_or(Doubt::Pair(at))?;
        let before = at.checked_sub(1).map(|before| cleared.trades[before]);
        if trade.kg <= 0 || before.is_some_and(|before| (before.offer, before.demand) >= (trade.offer, trade.demand)) {
            return Err(Doubt::Trade(at));
        }
        sold[i] += trade.kg;
        bought[j] += trade.kg;
        value += i128::from(pair) * i128::from(trade.kg);
    }
    if let Some(i) = (0..offers.len()).find(|i| sold[*i] > offers[*i].kg) {
        return Err(Doubt::Sold(i));
    }
    if let Some(j) = (0..demands.len()).find(|j| bought[*j] > demands[*j].kg) {
        return Err(Doubt::Bought(j));
    }
    if cleared.rents.iter().chain(&cleared.wants).any(|rent| *rent < 0) {
        return Err(Doubt::Negative);
    }
    for (i, offer) in offers.iter().enumerate() {
        for (j, demand) in demands.iter().enumerate() {
            if gain(offer, demand).is_some_and(|gain| gain > cleared.rents[i] + cleared.wants[j]) {
                return Err(Doubt::Blocking(i, j));
            }
        }
    }
    let rents = cleared.bound(instance);
    if value != rents {
        return Err(Doubt::Gap { value, rents });
    }
    if value == cleared.value { Ok(value) } else { Err(Doubt::Value(value)) }
}
