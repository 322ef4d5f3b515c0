//! A bound on what any plan gains under lots, supplier limits and shares, and the prices that prove it.
//!
//! Whatever the prices u (offer), t (offer-week) and v (line), none negative: a plan's gain is at most Σ u × supply + Σ t × limit +
//! Σ v × wanted plus, for every demand, the most that its own suppliers could gain it *beyond* these prices, each contract at least its
//! lot and within what its offer has, and no more organisations than it takes (Lagrangean relaxation; Held, Wolfe and Crowder, *Validation
//! of subgradient optimization*, Math. Prog. 6, 1974). At the optimum's prices nobody gains beyond them and the bound is the
//! optimum's; where limits bind, lower prices prove more.

use super::state::State;
use crate::flow::Rents;

pub(crate) struct Limited {
    pub(crate) rents: Rents,
    pub(crate) bound: i128,
}

/// Prices are counted in parts of a ₫ while they move.
const PARTS: i64 = 64;
/// At most so many steps, and so many weeks of pairs looked at in all of them, but never fewer steps than the least.
const STEPS: usize = 300;
const WORK: usize = 10_000_000;
const LEAST_STEPS: usize = 40;
/// After so many steps without a better bound they become a quarter shorter.
const PATIENCE: u32 = 4;
const LENGTH: i128 = 1024;

/// A week of a pair.
#[derive(Clone, Copy)]
struct Cell {
    gain: i64,
    week: usize,
    line: usize,
    most: i64,
}

struct Pair {
    offer: usize,
    /// Of an organisation that needs no place: none.
    place: Option<usize>,
    lot: i64,
    most: i64,
    cells: (usize, usize),
}

pub(crate) struct Relaxed {
    pairs: Vec<Pair>,
    cells: Vec<Cell>,
    /// Places left of each demand, and pairs of each: they stand together.
    places: Vec<usize>,
    of_demand: Vec<(usize, usize)>,
    supply: Vec<i64>,
    limit: Vec<i64>,
    wanted: Vec<i64>,
}

/// One multiplier for each offer, offer-week and line, in parts of a ₫; or kg left over at each.
#[derive(Clone)]
struct Each {
    offer: Vec<i64>,
    week: Vec<i64>,
    line: Vec<i64>,
}

impl Each {
    fn all(&self) -> impl Iterator<Item = &i64> {
        self.offer.iter().chain(&self.week).chain(&self.line)
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut i64> {
        self.offer.iter_mut().chain(&mut self.week).chain(&mut self.line)
    }
}

/// What is taken at given prices: the choice of one pair while the organisations of a demand are ranked.
#[derive(Default)]
struct Choice {
    order: Vec<(i64, usize)>,
    /// What each organisation of the demand gains, and its pairs that do.
    ranked: Vec<(i128, usize)>,
    gaining: Vec<(usize, usize)>,
}

impl Relaxed {
    pub(crate) fn of(state: &State) -> Self {
        let component = state.component;
        let mut relaxed = Self {
            pairs: Vec::with_capacity(component.pairs.len()),
            cells: Vec::with_capacity(component.slots.len()),
            places: state.places(),
            of_demand: Vec::with_capacity(component.demands.len()),
            supply: component.supply.clone(),
            limit: component.offer_weeks.iter().map(|row| row.capacity).collect(),
            wanted: component.lines.iter().map(|row| row.kg).collect(),
        };
        for pairs in &state.pairs_of_demand {
            let first = relaxed.pairs.len();
            for &pair in pairs {
                let row = &component.pairs[pair];
                let most = component.supply[row.offer].min(state.most(pair));
                let start = relaxed.cells.len();
                relaxed.cells.extend(component.slots[row.slots.0..row.slots.1].iter().map(|slot| Cell {
                    gain: row.gain * PARTS,
                    week: slot.offer_week,
                    line: slot.line,
                    most: relaxed.limit[slot.offer_week].min(relaxed.wanted[slot.line]),
                }));
                let cells = (start, relaxed.cells.len());
                relaxed.pairs.push(Pair { offer: row.offer, place: state.place(pair), lot: state.lot[pair], most, cells });
            }
            relaxed.of_demand.push((first, relaxed.pairs.len()));
        }
        relaxed
    }

    /// The bound at these prices, in parts of a ₫; what the choice takes is subtracted from `left`.
    fn bound(&self, prices: &Each, left: &mut Each, choice: &mut Choice) -> i128 {
        left.offer.copy_from_slice(&self.supply);
        left.week.copy_from_slice(&self.limit);
        left.line.copy_from_slice(&self.wanted);
        let worth = left.all().zip(prices.all()).map(|(kg, price)| i128::from(*kg) * i128::from(*price));
        let mut bound: i128 = worth.sum();
        for (demand, &(first, end)) in self.of_demand.iter().enumerate() {
            choice.gaining.clear();
            choice.ranked.clear();
            for (at, pair) in self.pairs[first..end].iter().enumerate() {
                let gains = self.gain(pair, prices, choice, None);
                if gains <= 0 {
                    continue;
                }
                let Some(place) = pair.place else {
                    bound += gains;
                    self.gain(pair, prices, choice, Some(left));
                    continue;
                };
                choice.gaining.push((place, first + at));
                choice.ranked.push((gains, place));
            }
            // Contracts of one organisation share its place.
            choice.ranked.sort_unstable_by_key(|row| row.1);
            choice.ranked.dedup_by(|next, one| {
                let same = next.1 == one.1;
                one.0 += if same { next.0 } else { 0 };
                same
            });
            choice.ranked.sort_unstable_by(|a, b| b.cmp(a));
            choice.ranked.truncate(self.places[demand]);
            bound += choice.ranked.iter().map(|row| row.0).sum::<i128>();
            choice.ranked.sort_unstable_by_key(|row| row.1);
            for at in 0..choice.gaining.len() {
                let (place, pair) = choice.gaining[at];
                if choice.ranked.binary_search_by_key(&place, |row| row.1).is_ok() {
                    self.gain(&self.pairs[pair], prices, choice, Some(left));
                }
            }
        }
        bound
    }

    /// The most that a contract of the pair gains beyond the prices; 0 where it would not pay.
    fn gain(&self, pair: &Pair, prices: &Each, choice: &mut Choice, left: Option<&mut Each>) -> i128 {
        if pair.most < pair.lot {
            return 0;
        }
        let cells = &self.cells[pair.cells.0..pair.cells.1];
        let beyond = |cell: &Cell| cell.gain - prices.offer[pair.offer] - prices.week[cell.week] - prices.line[cell.line];
        if let [cell] = cells {
            let (kg, beyond) = (cell.most.min(pair.most), beyond(cell));
            if beyond <= 0 || kg < pair.lot {
                return 0;
            }
            if let Some(left) = left {
                take(left, pair.offer, cell, kg);
            }
            return i128::from(beyond) * i128::from(kg);
        }
        choice.order.clear();
        choice.order.extend(cells.iter().enumerate().map(|(at, cell)| (-beyond(cell), at)));
        choice.order.sort_unstable();
        let (mut kg, mut gains) = (0, 0_i128);
        let mut taken = left;
        for &(cost, at) in &choice.order {
            // A week that loses is taken only as far as the lot asks for it.
            let room = if cost < 0 { pair.most } else { pair.lot } - kg;
            let part = cells[at].most.min(room.max(0));
            kg += part;
            gains -= i128::from(cost) * i128::from(part);
            if let Some(left) = &mut taken {
                take(left, pair.offer, &cells[at], part);
            }
        }
        if kg < pair.lot { 0 } else { gains.max(0) }
    }
}

fn take(left: &mut Each, offer: usize, cell: &Cell, kg: i64) {
    left.offer[offer] -= kg;
    left.week[cell.week] -= kg;
    left.line[cell.line] -= kg;
}

/// Lower prices by subgradient from those of the optimum on; `known` is what some plan gains. Steps are taken by `near`, which may leave
/// out pairs that hardly matter; the bound is that of `all`.
pub(crate) fn tighten(all: &Relaxed, near: &Relaxed, rents: &Rents, known: i128) -> Limited {
    let scaled = |rents: &[i64]| rents.iter().map(|rent| rent * PARTS).collect::<Vec<_>>();
    let start = Each { offer: scaled(&rents.offer), week: scaled(&rents.week), line: scaled(&rents.line) };
    let (mut left, mut choice) = (start.clone(), Choice::default());
    let mut whole = descend(near, start.clone(), known * i128::from(PARTS));
    whole.all_mut().for_each(|price| *price = (*price + PARTS / 2) / PARTS * PARTS);
    let mut bound = all.bound(&whole, &mut left, &mut choice);
    let plain = all.bound(&start, &mut left, &mut choice);
    if plain <= bound {
        (whole, bound) = (start, plain);
    }
    whole.all_mut().for_each(|price| *price /= PARTS);
    Limited { rents: Rents { offer: whole.offer, week: whole.week, line: whole.line }, bound: bound / i128::from(PARTS) }
}

fn descend(relaxed: &Relaxed, mut prices: Each, target: i128) -> Each {
    let (mut left, mut choice) = (prices.clone(), Choice::default());
    let mut best = (i128::MAX, prices.clone());
    let (mut length, mut waited) = (LENGTH, 0);
    // Above this no price keeps anybody from anything more.
    let top = relaxed.cells.iter().map(|cell| cell.gain).max().unwrap_or(0).max(1);
    let steps = (WORK / relaxed.cells.len().max(1)).clamp(LEAST_STEPS, STEPS);
    for _ in 0..steps {
        let bound = relaxed.bound(&prices, &mut left, &mut choice);
        if bound < best.0 {
            best = (bound, prices.clone());
            waited = 0;
        } else {
            waited += 1;
            if waited == PATIENCE {
                waited = 0;
                length = length * 3 / 4;
            }
        }
        // A price at nothing with kg left stays there.
        let moves = |price: i64, kg: i64| price > 0 || kg < 0;
        let moving = prices.all().zip(left.all()).filter(|(price, kg)| moves(**price, **kg));
        let square: i128 = moving.map(|(_, kg)| i128::from(*kg).pow(2)).sum();
        if square == 0 || bound <= target || length == 0 {
            break;
        }
        let reach = (bound - target) * length / LENGTH;
        for (price, kg) in prices.all_mut().zip(left.all()) {
            let by = reach * i128::from(*kg) / square;
            let by = i64::try_from(by).unwrap_or(0).clamp(-top, top);
            *price = (*price - by).clamp(0, top);
        }
    }
    best.1
}
