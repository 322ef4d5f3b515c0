//! Which pairs fit, and how the market falls apart into connected groups that clear apart.

use std::collections::BTreeMap;

use crate::book::{Book, Buyer, Seller};
use crate::geo::Haul;
use crate::market::{Attribute, Demand, Offer, Premium};

/// A fit pair of one group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PairRow {
    pub(crate) offer: usize,
    pub(crate) demand: usize,
    /// Bid + premiums − sure ask − freight, ₫/kg, never negative.
    pub(crate) gain: i64,
    pub(crate) freight: i64,
    /// Its weeks in `Component::slots`.
    pub(crate) slots: (usize, usize),
}

/// One week of a fit pair.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) pair: usize,
    pub(crate) offer_week: usize,
    pub(crate) line: usize,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct OfferWeek {
    pub(crate) offer: usize,
    pub(crate) week: i32,
    pub(crate) capacity: i64,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct LineRow {
    pub(crate) demand: usize,
    pub(crate) week: i32,
    pub(crate) kg: i64,
}

/// A connected group: offers and demands by position in the book, everything else by position in here.
#[derive(Debug, Default)]
pub(crate) struct Component {
    pub(crate) product: u32,
    pub(crate) offers: Vec<usize>,
    pub(crate) demands: Vec<usize>,
    /// By offer, then demand.
    pub(crate) pairs: Vec<PairRow>,
    /// By pair, then week.
    pub(crate) slots: Vec<Slot>,
    /// By offer, then week: the weeks in which the offer has a fit line.
    pub(crate) offer_weeks: Vec<OfferWeek>,
    /// By demand, then week: the lines that a fit offer can serve.
    pub(crate) lines: Vec<LineRow>,
    /// Open kg of each offer.
    pub(crate) supply: Vec<i64>,
}

/// A pair that fits in everything but perhaps the weeks.
pub(crate) struct Fit {
    pub(crate) gain: i64,
    pub(crate) haul: Haul,
}

impl Book<'_> {
    /// The rules that do not depend on the week.
    pub(crate) fn fit(&self, seller: &Seller, buyer: &Buyer) -> Option<Fit> {
        let (offer, demand) = (seller.offer, buyer.demand);
        let plain = offer.product == demand.product
            && offer.grade >= demand.min_grade
            && demand.payment_days <= offer.max_payment_days
            && offer.org != demand.org
            && buyer.takes(offer.variety)
            && sizes_taken(offer, demand)
            && reaches(offer.quality.brix_tenths, demand.quality.brix_tenths)
            && reaches(offer.quality.juice_percent, demand.quality.juice_percent)
            && !self.rests(seller, buyer);
        if !plain {
            return None;
        }
        let most = demand.bid + premium(seller, buyer);
        let ask = sure_ask(offer, demand);
        if ask > most {
            return None;
        }
        let haul = self.haul(seller, buyer);
        let gain = most - ask - haul.freight;
        (gain >= 0 && haul.within(demand.max_km)).then_some(Fit { gain, haul })
    }
}

/// Whether every size that the lot holds is wanted.
pub(crate) fn sizes_taken(offer: &Offer, demand: &Demand) -> bool {
    let wanted = &demand.quality.sizes;
    wanted.is_empty() || sizes_among(&offer.quality.sizes, wanted)
}

/// Whether sizes are stated, and none of them another one.
fn sizes_among(stated: &[u32], wanted: &[u32]) -> bool {
    !stated.is_empty() && stated.iter().all(|size| wanted.contains(size))
}

/// Whether a stated figure is at least what is wanted; what is not stated reaches nothing.
pub(crate) fn reaches(stated: Option<u16>, least: Option<u16>) -> bool {
    least.is_none_or(|least| stated.is_some_and(|stated| stated >= least))
}

/// What the offer takes off its ask for so many kg in one contract.
pub(crate) fn discount(offer: &Offer, kg: i64) -> i64 {
    offer.tiers.iter().filter(|tier| tier.from_kg <= kg).map(|tier| tier.off).max().unwrap_or(0)
}

/// The ask of a pair: less what every contract of the two is large enough for.
pub(crate) fn sure_ask(offer: &Offer, demand: &Demand) -> i64 {
    offer.ask - discount(offer, offer.min_lot.max(demand.min_lot))
}

/// The rules of one week.
pub(crate) fn line_fits(seller: &Seller, buyer: &Buyer, line: usize) -> bool {
    let line = &buyer.lines[line];
    seller.meets(line) && seller.capacity(line.week) > 0 && seller.missing(buyer.demand.certs, line) == 0
}

/// The premiums that a pair earns, in order: those whose attribute the goods have on every day on which the pair may deliver, that is
/// in all weeks that fit, or in all of the demand's where none does.
pub(crate) fn premiums(seller: &Seller, buyer: &Buyer) -> Vec<Premium> {
    let all = &buyer.demand.premiums;
    if all.is_empty() {
        return Vec::new();
    }
    let kinds = |row: &Premium| if let Attribute::Certificates(kinds) = row.attribute { kinds } else { 0 };
    let wanted = all.iter().fold(0, |wanted, row| wanted | kinds(row));
    let mut lines: Vec<usize> = (0..buyer.lines.len()).filter(|&line| line_fits(seller, buyer, line)).collect();
    if lines.is_empty() {
        lines.extend(0..buyer.lines.len());
    }
    let lacking = lines.into_iter().fold(0, |lacking, line| lacking | seller.missing(wanted, &buyer.lines[line]));
    let (grade, quality) = (seller.offer.grade, &seller.offer.quality);
    let earns = |row: &&Premium| match &row.attribute {
        Attribute::Certificates(kinds) => kinds & lacking == 0,
        Attribute::Grade(least) => grade >= *least,
        Attribute::Sizes(wanted) => sizes_among(&quality.sizes, wanted),
        Attribute::Brix(least) => reaches(quality.brix_tenths, Some(*least)),
        Attribute::Juice(least) => reaches(quality.juice_percent, Some(*least)),
    };
    let mut earned: Vec<Premium> = all.iter().filter(earns).cloned().collect();
    earned.sort_unstable();
    earned
}

/// What all premiums of a pair add to the bid, ₫/kg.
pub(crate) fn premium(seller: &Seller, buyer: &Buyer) -> i64 {
    premiums(seller, buyer).iter().map(|row| row.per_kg).sum()
}

/// A fit pair with its weeks, by position in the book.
struct Found {
    offer: usize,
    demand: usize,
    gain: i64,
    freight: i64,
    lines: (usize, usize),
}

/// All connected groups with at least one fit pair, in order of product, then oldest offer.
pub(crate) fn components(book: &Book) -> Vec<Component> {
    let mut components = Vec::new();
    for (product, (offers, demands)) in book.by_product() {
        let (found, lines) = search(book, &offers, &demands);
        components.extend(split(book, product, &offers, &demands, &found, &lines));
    }
    components
}

fn search(book: &Book, offers: &[usize], demands: &[usize]) -> (Vec<Found>, Vec<usize>) {
    let (mut found, mut lines) = (Vec::new(), Vec::new());
    for &offer in offers {
        let seller = &book.sellers[offer];
        for &demand in demands {
            let buyer = &book.buyers[demand];
            // Most pairs are told apart by these alone.
            if seller.offer.grade < buyer.demand.min_grade || !buyer.takes(seller.offer.variety) {
                continue;
            }
            let start = lines.len();
            if !buyer.lines.iter().any(|line| seller.meets(line)) {
                continue;
            }
            let Some(fit) = book.fit(seller, buyer) else { continue };
            lines.extend((0..buyer.lines.len()).filter(|&line| line_fits(seller, buyer, line)));
            if lines.len() > start {
                found.push(Found { offer, demand, gain: fit.gain, freight: fit.haul.freight, lines: (start, lines.len()) });
            }
        }
    }
    (found, lines)
}

fn split(book: &Book, product: u32, offers: &[usize], demands: &[usize], found: &[Found], lines: &[usize]) -> Vec<Component> {
    let places = |posts: &[usize], from: usize| {
        let mut places = vec![usize::MAX; posts.iter().max().map_or(0, |last| last + 1)];
        for (at, &post) in posts.iter().enumerate() {
            places[post] = from + at;
        }
        places
    };
    let (offer_at, demand_at) = (places(offers, 0), places(demands, offers.len()));
    let mut sets = Sets::new(offers.len() + demands.len());
    for pair in found {
        sets.join(offer_at[pair.offer], demand_at[pair.demand]);
    }
    let mut by_root: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
    for pair in found {
        by_root.entry(sets.root(offer_at[pair.offer])).or_default().push(pair);
    }
    let mut components: Vec<Component> = by_root.values().map(|pairs| build(book, product, pairs, lines)).collect();
    components.sort_by_key(|component| component.offers[0]);
    components
}

fn build(book: &Book, product: u32, found: &[&Found], all_lines: &[usize]) -> Component {
    let mut component = Component { product, ..Component::default() };
    let mut offers: Vec<usize> = found.iter().map(|pair| pair.offer).collect();
    offers.dedup();
    let mut demands: Vec<usize> = found.iter().map(|pair| pair.demand).collect();
    demands.sort_unstable();
    demands.dedup();
    let lines_of = |pair: &Found| &all_lines[pair.lines.0..pair.lines.1];
    let mut used_lines: Vec<(usize, usize)> =
        found.iter().flat_map(|pair| lines_of(pair).iter().map(|&line| (pair.demand, line))).collect();
    used_lines.sort_unstable();
    used_lines.dedup();
    component.supply = offers.iter().map(|&offer| book.sellers[offer].offer.kg).collect();
    let mut local_offer = 0;
    let mut rest = found;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|pair| pair.offer == first.offer).count();
        let (mine, others) = rest.split_at(same);
        rest = others;
        let seller = &book.sellers[first.offer];
        let mut weeks: Vec<i32> =
            mine.iter().flat_map(|pair| lines_of(pair).iter().map(|&line| book.buyers[pair.demand].lines[line].week)).collect();
        weeks.sort_unstable();
        weeks.dedup();
        let week_start = component.offer_weeks.len();
        component.offer_weeks.extend(weeks.iter().map(|&week| OfferWeek { offer: local_offer, week, capacity: seller.capacity(week) }));
        for pair in mine {
            let start = component.slots.len();
            for &line in lines_of(pair) {
                let week = book.buyers[pair.demand].lines[line].week;
                let at = weeks.binary_search(&week).expect("the week was collected above");
                let line = used_lines.binary_search(&(pair.demand, line)).expect("the line was collected above");
                component.slots.push(Slot { pair: component.pairs.len(), offer_week: week_start + at, line });
            }
            let demand = demands.binary_search(&pair.demand).expect("the demand was collected above");
            let slots = (start, component.slots.len());
            component.pairs.push(PairRow { offer: local_offer, demand, gain: pair.gain, freight: pair.freight, slots });
        }
        local_offer += 1;
    }
    component.lines = used_lines
        .iter()
        .map(|&(demand, line)| {
            let row = book.buyers[demand].lines[line];
            let demand = demands.binary_search(&demand).expect("the demand was collected above");
            LineRow { demand, week: row.week, kg: row.kg }
        })
        .collect();
    component.offers = offers;
    component.demands = demands;
    component
}

/// Disjoint sets; the smallest member is the root.
struct Sets(Vec<usize>);

impl Sets {
    fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    fn root(&mut self, mut item: usize) -> usize {
        while self.0[item] != item {
            self.0[item] = self.0[self.0[item]];
            item = self.0[item];
        }
        item
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}
