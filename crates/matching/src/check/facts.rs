//! What the market says, worked out anew: obstacles of every pair and week, fit pairs, weekly limits.

use std::collections::{BTreeMap, BTreeSet};

use crate::geo::haversine::{Way, way};
use crate::market::{Attribute, Demand, FreightRate, Line, Market, Offer, Premium};
use crate::reason::Obstacle;

pub(super) struct Facts<'a> {
    pub(super) market: &'a Market,
    pub(super) offers: BTreeMap<u128, &'a Offer>,
    pub(super) demands: BTreeMap<u128, &'a Demand>,
    rates: BTreeMap<u32, &'a FreightRate>,
    resting: BTreeSet<(u128, u128)>,
    references: BTreeMap<(u32, u32), i64>,
    pub(super) offers_of: BTreeMap<u32, Vec<&'a Offer>>,
    pub(super) demands_of: BTreeMap<u32, Vec<&'a Demand>>,
    /// Every pair that fits in at least one week, by (offer, demand).
    pub(super) pairs: BTreeMap<(u128, u128), Fit<'a>>,
    /// Offers that fit each demand.
    fits: BTreeMap<u128, Vec<u128>>,
}

pub(super) struct Fit<'a> {
    pub(super) offer: &'a Offer,
    pub(super) demand: &'a Demand,
    pub(super) way: Way,
    /// The ask less what every contract of the two is large enough for.
    pub(super) ask: i64,
    pub(super) gain: i64,
    /// What the buyer pays more for, in order.
    pub(super) premiums: Vec<Premium>,
    /// By week.
    pub(super) lines: Vec<&'a Line>,
}

impl Fit<'_> {
    pub(super) fn lot(&self) -> i64 {
        self.offer.min_lot.max(self.demand.min_lot)
    }

    /// The bid with what these goods earn beyond it.
    pub(super) fn bid(&self) -> i64 {
        self.demand.bid + sum(&self.premiums)
    }
}

/// Obstacles as a set of kinds.
pub(super) type Kinds = BTreeSet<u8>;

pub(super) fn kind(obstacle: &Obstacle) -> u8 {
    match obstacle {
        Obstacle::NoCounterparty => 0,
        Obstacle::VarietyNotAccepted => 1,
        Obstacle::OwnOrganisation => 2,
        Obstacle::GradeBelow { .. } => 3,
        Obstacle::CertificateMissing { .. } => 4,
        Obstacle::WindowsDoNotMeet => 5,
        Obstacle::TooFar { .. } => 6,
        Obstacle::PaymentTooLate { .. } => 7,
        Obstacle::PairResting => 8,
        Obstacle::PriceGap { .. } => 9,
        Obstacle::WeeklyCapacity => 10,
        Obstacle::Outbid { .. } => 11,
        Obstacle::LotTooLarge { .. } => 12,
        Obstacle::SupplierLimit => 13,
        Obstacle::ShareLimit => 14,
        Obstacle::SizeNotTaken => 15,
        Obstacle::SugarBelow { .. } => 16,
        Obstacle::JuiceBelow { .. } => 17,
    }
}

impl<'a> Facts<'a> {
    pub(super) fn new(market: &'a Market) -> Self {
        let classes: BTreeMap<u32, &FreightRate> = market.freight.iter().map(|rate| (rate.class, rate)).collect();
        let mut facts = Self {
            market,
            offers: market.offers.iter().map(|offer| (offer.id, offer)).collect(),
            demands: market.demands.iter().map(|demand| (demand.id, demand)).collect(),
            rates: market.products.iter().map(|product| (product.id, classes[&product.freight_class])).collect(),
            resting: market.resting.iter().map(|pair| (pair.offer, pair.demand)).collect(),
            references: market.references.iter().map(|row| ((row.product, row.variety), row.price)).collect(),
            offers_of: BTreeMap::new(),
            demands_of: BTreeMap::new(),
            pairs: BTreeMap::new(),
            fits: BTreeMap::new(),
        };
        for offer in facts.offers.values() {
            facts.offers_of.entry(offer.product).or_default().push(offer);
        }
        for demand in facts.demands.values() {
            facts.demands_of.entry(demand.product).or_default().push(demand);
        }
        let mut pairs = Vec::new();
        for offer in facts.offers.values() {
            for demand in facts.demands_of.get(&offer.product).into_iter().flatten() {
                pairs.extend(facts.fit(offer, demand).map(|fit| ((offer.id, demand.id), fit)));
            }
        }
        facts.pairs = pairs.into_iter().collect();
        for &(offer, demand) in facts.pairs.keys() {
            facts.fits.entry(demand).or_default().push(offer);
        }
        facts
    }

    pub(super) fn fits_of_offer(&self, offer: u128) -> impl Iterator<Item = &Fit<'a>> {
        self.pairs.range((offer, 0)..=(offer, u128::MAX)).map(|(_, fit)| fit)
    }

    pub(super) fn fits_of_demand(&self, demand: u128) -> impl Iterator<Item = &Fit<'a>> {
        self.fits.get(&demand).into_iter().flatten().map(move |offer| &self.pairs[&(*offer, demand)])
    }

    pub(super) fn way(&self, offer: &Offer, demand: &Demand) -> Way {
        way(self.rates[&demand.product], offer, demand)
    }

    fn fit(&self, offer: &'a Offer, demand: &'a Demand) -> Option<Fit<'a>> {
        // A cheap look first: most pairs fail here.
        let (most, ask) = (demand.bid + sum(&demand.premiums), ask(offer, demand));
        if offer.grade < demand.min_grade || !demand.varieties.accept(offer.variety) || ask > most {
            return None;
        }
        let mut lines: Vec<&Line> = demand.lines.iter().filter(|line| week_obstacles(offer, demand, line).is_empty()).collect();
        if lines.is_empty() {
            return None;
        }
        let way = self.way(offer, demand);
        if !self.pair_obstacles(offer, demand, &way).is_empty() {
            return None;
        }
        lines.sort_by_key(|line| line.week);
        let premiums = premiums(offer, demand);
        let gain = demand.bid + sum(&premiums) - ask - way.freight;
        Some(Fit { offer, demand, way, ask, gain, premiums, lines })
    }

    pub(super) fn pair_obstacles(&self, offer: &Offer, demand: &Demand, way: &Way) -> Kinds {
        let met = [
            (1, !demand.varieties.accept(offer.variety)),
            (2, offer.org == demand.org),
            (3, offer.grade < demand.min_grade),
            (6, way.too_far),
            (7, demand.payment_days > offer.max_payment_days),
            (8, self.resting.contains(&(offer.id, demand.id))),
            (15, !sizes_wanted(offer, demand)),
            (16, short(offer.quality.brix_tenths, demand.quality.brix_tenths)),
            (17, short(offer.quality.juice_percent, demand.quality.juice_percent)),
            (9, demand.bid + sum(&premiums(offer, demand)) < ask(offer, demand) + way.freight),
        ];
        met.into_iter().filter(|(_, met)| *met).map(|(kind, _)| kind).collect()
    }

    pub(super) fn reference(&self, offer: &Offer) -> Option<i64> {
        self.references.get(&(offer.product, offer.variety)).copied()
    }

    pub(super) fn demand_reference(&self, demand: &Demand) -> Option<i64> {
        let mine = |key: &&(u32, u32)| key.0 == demand.product && demand.varieties.accept(key.1);
        self.references.keys().find(mine).map(|key| self.references[key])
    }
}

pub(super) fn week_obstacles(offer: &Offer, demand: &Demand, line: &Line) -> Kinds {
    let met =
        [(4, missing(offer, demand, line) != 0), (5, offer.to < line.from || line.to < offer.from), (10, limit(offer, line.week) == 0)];
    met.into_iter().filter(|(_, met)| *met).map(|(kind, _)| kind).collect()
}

/// Open kg of an offer in one week.
pub(super) fn limit(offer: &Offer, week: i32) -> i64 {
    let promised: i64 = offer.promised.iter().filter(|row| row.week == week).map(|row| row.kg).sum();
    (offer.kg_per_week - promised).max(0).min(offer.kg)
}

/// What an offer has off for so many kg of one contract: the tier of the most kg that it comes to.
pub(super) fn off(offer: &Offer, kg: i64) -> i64 {
    let reached = offer.tiers.iter().filter(|tier| kg >= tier.from_kg);
    reached.max_by_key(|tier| tier.from_kg).map_or(0, |tier| tier.off)
}

fn ask(offer: &Offer, demand: &Demand) -> i64 {
    offer.ask - off(offer, offer.min_lot.max(demand.min_lot))
}

/// What the buyer pays more for: the attributes that hold in every week in which the two fit, or in every week wanted where they fit in
/// none.
fn premiums(offer: &Offer, demand: &Demand) -> Vec<Premium> {
    if demand.premiums.is_empty() {
        return Vec::new();
    }
    let fits = |line: &&Line| week_obstacles(offer, demand, line).is_empty();
    let some = demand.lines.iter().any(|line| fits(&line));
    let held = |kinds: u32| demand.lines.iter().filter(|line| !some || fits(line)).all(|line| lacking(offer, kinds, line) == 0);
    let mut earned = demand.premiums.clone();
    let stated: BTreeSet<u32> = offer.quality.sizes.iter().copied().collect();
    earned.retain(|row| match &row.attribute {
        Attribute::Certificates(kinds) => held(*kinds),
        Attribute::Grade(least) => *least <= offer.grade,
        Attribute::Sizes(wanted) => !stated.is_empty() && stated.is_subset(&wanted.iter().copied().collect()),
        Attribute::Brix(least) => !short(offer.quality.brix_tenths, Some(*least)),
        Attribute::Juice(least) => !short(offer.quality.juice_percent, Some(*least)),
    });
    earned.sort();
    earned
}

/// A lot with one size that nobody asked for is another lot.
fn sizes_wanted(offer: &Offer, demand: &Demand) -> bool {
    let wanted: BTreeSet<u32> = demand.quality.sizes.iter().copied().collect();
    let held: BTreeSet<u32> = offer.quality.sizes.iter().copied().collect();
    wanted.is_empty() || (!held.is_empty() && held.is_subset(&wanted))
}

fn short(stated: Option<u16>, least: Option<u16>) -> bool {
    match (stated, least) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(stated), Some(least)) => stated < least,
    }
}

fn sum(premiums: &[Premium]) -> i64 {
    premiums.iter().map(|row| row.per_kg).sum()
}

/// Required kinds that fail on which the line may be delivered: the first day, or one just after a certificate ends.
pub(super) fn missing(offer: &Offer, demand: &Demand, line: &Line) -> u32 {
    lacking(offer, demand.certs, line)
}

fn lacking(offer: &Offer, kinds: u32, line: &Line) -> u32 {
    let (mut from, mut to) = (line.from.max(offer.from), line.to.min(offer.to));
    if from > to {
        (from, to) = (line.from, line.to);
    }
    let ends = offer.certs.iter().map(|cert| cert.to + 1).filter(|day| (from..=to).contains(day));
    ends.chain([from]).fold(0, |missing, day| {
        let held = offer.certs.iter().filter(|cert| (cert.from..=cert.to).contains(&day)).fold(0, |held, cert| held | cert.kinds);
        missing | (kinds & !held)
    })
}
