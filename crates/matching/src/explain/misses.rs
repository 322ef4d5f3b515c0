//! Pairs that do not fit: what stands between them, and which counterparty misses by least.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::coarse;
use crate::book::{Book, Buyer, Seller};
use crate::eligible::{premium, reaches, sizes_taken, sure_ask};
use crate::reason::{Crowd, Obstacle, Reason};

// The obstacles of a pair as a bit set; a greater bit is a later step, so nearer to a trade.
const VARIETY: u16 = 1;
const OWN: u16 = 1 << 1;
const GRADE: u16 = 1 << 2;
const SIZE: u16 = 1 << 3;
const SUGAR: u16 = 1 << 4;
const JUICE: u16 = 1 << 5;
const CERTIFICATE: u16 = 1 << 6;
const WINDOW: u16 = 1 << 7;
const DISTANCE: u16 = 1 << 8;
const PAYMENT: u16 = 1 << 9;
const RESTING: u16 = 1 << 10;
const CAPACITY: u16 = 1 << 11;
const PRICE: u16 = 1 << 12;

/// Everything that stands between an offer and a demand (or one line of it); nothing when the pair fits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Misses {
    obstacles: u16,
    /// Bid + premiums − sure ask − freight, ₫/kg: below zero where the price stands between them.
    gain: i64,
    // How far off the other numbers are, to choose among pairs with the same obstacles.
    missing: u32,
    need: u8,
    max_km: u32,
    days: u16,
    /// Least sugar and juice wanted; zero where nothing is.
    brix: u16,
    juice: u16,
}

impl Misses {
    /// Whether everything but perhaps the price fits.
    pub(crate) fn but_price(&self) -> bool {
        self.obstacles & !PRICE == 0
    }

    /// Of a pair in its best week among `lines`; `None` without lines.
    pub(crate) fn of(book: &Book, seller: &Seller, buyer: &Buyer, lines: impl Iterator<Item = usize>) -> Option<Self> {
        let (obstacles, missing) = lines
            .map(|line| {
                let line = &buyer.lines[line];
                let missing = seller.missing(buyer.demand.certs, line);
                let obstacles =
                    bit(WINDOW, !seller.meets(line)) | bit(CERTIFICATE, missing != 0) | bit(CAPACITY, seller.capacity(line.week) == 0);
                (obstacles, missing)
            })
            .min_by_key(|(obstacles, missing)| (obstacles.count_ones(), Reverse(*obstacles), missing.count_ones(), *missing))?;
        let (offer, demand) = (seller.offer, buyer.demand);
        let haul = book.haul(seller, buyer);
        let gain = demand.bid + premium(seller, buyer) - sure_ask(offer, demand) - haul.freight;
        let (brix, juice) = (demand.quality.brix_tenths, demand.quality.juice_percent);
        let obstacles = obstacles
            | bit(VARIETY, !buyer.takes(offer.variety))
            | bit(OWN, offer.org == demand.org)
            | bit(GRADE, offer.grade < demand.min_grade)
            | bit(SIZE, !sizes_taken(offer, demand))
            | bit(SUGAR, !reaches(offer.quality.brix_tenths, brix))
            | bit(JUICE, !reaches(offer.quality.juice_percent, juice))
            | bit(DISTANCE, !haul.within(demand.max_km))
            | bit(PAYMENT, demand.payment_days > offer.max_payment_days)
            | bit(RESTING, book.rests(seller, buyer))
            | bit(PRICE, gain < 0);
        let max_km = demand.max_km.unwrap_or_else(|| haul.ceil_km());
        Some(Self {
            obstacles,
            gain,
            missing,
            need: demand.min_grade,
            max_km,
            days: demand.payment_days,
            brix: brix.unwrap_or(0),
            juice: juice.unwrap_or(0),
        })
    }

    pub(crate) fn none(self) -> bool {
        self.obstacles == 0
    }

    pub(crate) fn gain(&self) -> i64 {
        self.gain
    }

    fn gap(&self) -> i64 {
        (-self.gain).max(0)
    }

    /// The one thing besides the price that stands between the two; `None` where nothing or more does.
    pub(crate) fn alone(&self) -> Option<Obstacle> {
        let others = Self { obstacles: self.obstacles & !PRICE, ..*self };
        others.list(None).into_iter().next().filter(|_| others.obstacles.is_power_of_two())
    }

    /// Fewest obstacles first, then the latest, then the smallest numbers.
    fn nearness(&self) -> impl Ord + use<> {
        let gap = self.gap();
        let Self { obstacles, gain: _, missing, need, max_km, days, brix, juice } = *self;
        (obstacles.count_ones(), Reverse(obstacles), gap, (missing.count_ones(), missing, need, Reverse(max_km), days, brix, juice))
    }

    fn list(&self, by: Option<i64>) -> Vec<Obstacle> {
        let all = [
            (PRICE, Obstacle::PriceGap { by }),
            (CAPACITY, Obstacle::WeeklyCapacity),
            (RESTING, Obstacle::PairResting),
            (PAYMENT, Obstacle::PaymentTooLate { days: self.days }),
            (DISTANCE, Obstacle::TooFar { max_km: self.max_km }),
            (WINDOW, Obstacle::WindowsDoNotMeet),
            (CERTIFICATE, Obstacle::CertificateMissing { kinds: self.missing }),
            (JUICE, Obstacle::JuiceBelow { need: self.juice }),
            (SUGAR, Obstacle::SugarBelow { need: self.brix }),
            (SIZE, Obstacle::SizeNotTaken),
            (GRADE, Obstacle::GradeBelow { need: self.need }),
            (OWN, Obstacle::OwnOrganisation),
            (VARIETY, Obstacle::VarietyNotAccepted),
        ];
        all.into_iter().filter(|(bit, _)| self.obstacles & bit != 0).map(|(_, obstacle)| obstacle).collect()
    }
}

fn bit(bit: u16, set: bool) -> u16 {
    if set { bit } else { 0 }
}

/// Looks through all counterparties of a post that fits none of them.
#[derive(Default)]
pub(crate) struct Survey {
    nearest: Option<Misses>,
    /// Organisations that meet the same obstacles as the nearest.
    organisations: BTreeSet<u128>,
}

impl Survey {
    pub(crate) fn add(&mut self, misses: Misses, organisation: u128) {
        match self.nearest {
            Some(nearest) if nearest.obstacles == misses.obstacles => {
                self.organisations.insert(organisation);
                if misses.nearness() < nearest.nearness() {
                    self.nearest = Some(misses);
                }
            }
            Some(nearest) if nearest.nearness() < misses.nearness() => {}
            _ => {
                self.organisations = BTreeSet::from([organisation]);
                self.nearest = Some(misses);
            }
        }
    }

    pub(crate) fn reason(&self, reference: Option<i64>) -> Reason {
        let Some(nearest) = self.nearest else {
            return Reason { obstacle: Obstacle::NoCounterparty, also: Vec::new(), scope: Crowd::None };
        };
        let by = coarse(nearest.gap(), reference, self.organisations.len());
        let mut obstacles = nearest.list(by).into_iter();
        let obstacle = obstacles.next().expect("only pairs that do not fit are surveyed");
        Reason { obstacle, also: obstacles.collect(), scope: Crowd::of(self.organisations.len()) }
    }
}
