//! One byte string per market and per plan, the same for the same content whatever the order of the vectors: what a round hashes
//! so that a replay can show that nothing changed. Integers are little-endian, lists carry their length first.

use crate::market::{Attribute, Demand, Market, Mix, Offer, Premium, Quality, Varieties};
use crate::plan::{Band, Ends, Plan, Trade, WeekPrice};
use crate::reason::{Obstacle, Reason};

#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn int(&mut self, value: impl Into<i128>) {
        self.0.extend_from_slice(&value.into().to_le_bytes());
    }

    fn id(&mut self, value: u128) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.length(items.len());
        for item in items {
            each(self, item);
        }
    }

    /// A list whose order means nothing.
    fn set<T: Ord + Clone>(&mut self, items: &[T], each: impl FnMut(&mut Self, &T)) {
        let mut sorted = items.to_vec();
        sorted.sort();
        self.list(&sorted, each);
    }

    fn option<T>(&mut self, value: Option<T>, each: impl FnOnce(&mut Self, T)) {
        self.int(i8::from(value.is_some()));
        if let Some(value) = value {
            each(self, value);
        }
    }

    fn mix(&mut self, mix: Mix) {
        self.int(mix.numerator);
        self.int(mix.denominator);
    }

    fn band(&mut self, band: Band) {
        self.int(band.low);
        self.int(band.high);
    }

    fn ends(&mut self, ends: Ends) {
        self.int(ends.buyer_best);
        self.int(ends.settled);
        self.int(ends.seller_best);
    }

    fn week_prices(&mut self, weeks: &[WeekPrice]) {
        self.list(weeks, |b, row| {
            b.int(row.week);
            b.ends(row.rent);
        });
    }

    fn offer(&mut self, offer: &Offer) {
        self.id(offer.id);
        self.id(offer.org);
        self.int(offer.product);
        self.int(offer.variety);
        self.int(offer.grade);
        self.set(&offer.certs, |b, cert| {
            b.int(cert.kinds);
            b.int(cert.from);
            b.int(cert.to);
        });
        self.int(offer.kg);
        self.int(offer.kg_per_week);
        self.set(&offer.promised, |b, row| {
            b.int(row.week);
            b.int(row.kg);
        });
        for value in [i64::from(offer.from), offer.to.into(), offer.ask, offer.lat_e6.into(), offer.lon_e6.into()] {
            self.int(value);
        }
        self.int(offer.min_lot);
        self.int(offer.max_payment_days);
        self.int(offer.posted_at);
    }

    fn demand(&mut self, demand: &Demand) {
        self.id(demand.id);
        self.id(demand.org);
        self.int(demand.product);
        let only = match &demand.varieties {
            Varieties::Any => None,
            Varieties::Only(list) => Some(list),
        };
        self.option(only, |b, list| b.set(list, |b, variety| b.int(*variety)));
        for value in [i64::from(demand.min_grade), demand.certs.into(), demand.bid, demand.lat_e6.into(), demand.lon_e6.into()] {
            self.int(value);
        }
        let mut lines = demand.lines.clone();
        lines.sort_by_key(|line| line.week);
        self.list(&lines, |b, line| {
            for value in [i64::from(line.week), line.from.into(), line.to.into(), line.kg] {
                b.int(value);
            }
        });
        self.int(demand.min_lot);
        self.int(demand.max_suppliers);
        self.set(&demand.suppliers, |b, org| b.id(*org));
        self.option(demand.max_km, Bytes::int);
        self.int(demand.payment_days);
        self.int(demand.posted_at);
    }

    fn premium(&mut self, premium: &Premium) {
        let (kind, number): (u8, u32) = match premium.attribute {
            Attribute::Certificates(kinds) => (0, kinds),
            Attribute::Grade(grade) => (1, grade.into()),
        };
        self.int(kind);
        self.int(number);
        self.int(premium.per_kg);
    }

    fn quality(&mut self, quality: &Quality) {
        self.set(&quality.sizes, |b, size| b.int(*size));
        self.option(quality.brix_tenths, Bytes::int);
        self.option(quality.juice_percent, Bytes::int);
    }

    fn obstacle(&mut self, obstacle: &Obstacle) {
        let (kind, number): (u8, Option<i64>) = match *obstacle {
            Obstacle::NoCounterparty => (0, None),
            Obstacle::VarietyNotAccepted => (1, None),
            Obstacle::OwnOrganisation => (2, None),
            Obstacle::GradeBelow { need } => (3, Some(need.into())),
            Obstacle::CertificateMissing { kinds } => (4, Some(kinds.into())),
            Obstacle::WindowsDoNotMeet => (5, None),
            Obstacle::TooFar { max_km } => (6, Some(max_km.into())),
            Obstacle::PaymentTooLate { days } => (7, Some(days.into())),
            Obstacle::PairResting => (8, None),
            Obstacle::PriceGap { by } => (9, by),
            Obstacle::WeeklyCapacity => (10, None),
            Obstacle::Outbid { by } => (11, by),
            Obstacle::LotTooLarge { lot } => (12, Some(lot)),
            Obstacle::SupplierLimit => (13, None),
            Obstacle::ShareLimit => (14, None),
            Obstacle::SizeNotTaken => (15, None),
            Obstacle::SugarBelow { need } => (16, Some(need.into())),
            Obstacle::JuiceBelow { need } => (17, Some(need.into())),
        };
        self.int(kind);
        self.option(number, Bytes::int);
    }

    fn reason(&mut self, reason: &Reason) {
        self.obstacle(&reason.obstacle);
        self.list(&reason.also, Self::obstacle);
        self.crowd(reason.scope);
    }

    fn crowd(&mut self, crowd: crate::reason::Crowd) {
        use crate::reason::Crowd;
        self.int(match crowd {
            Crowd::None => 0_u8,
            Crowd::Few => 1,
            Crowd::ThreeToFive => 2,
            Crowd::SixToTen => 3,
            Crowd::OverTen => 4,
        });
    }

    fn trade(&mut self, trade: &Trade) {
        use crate::reason::TradeKind;
        self.id(trade.offer);
        self.id(trade.demand);
        self.list(&trade.weeks, |b, row| {
            b.int(row.week);
            b.int(row.kg);
        });
        for value in [trade.kg, trade.price, trade.freight, trade.road_km, trade.group.into()] {
            self.int(value);
        }
        self.band(trade.interval);
        self.option(trade.fair, Self::band);
        self.int(match trade.reason.kind {
            TradeKind::OnlyFit => 0_u8,
            TradeKind::LowestDelivered => 1,
            TradeKind::HighestNet => 2,
            TradeKind::BestTogether => 3,
        });
        self.crowd(trade.reason.suppliers);
        self.crowd(trade.reason.buyers);
    }
}

impl Market {
    /// The input of a round as bytes to hash.
    pub fn canonical_bytes(&self) -> Vec<u8> {
        let mut bytes = Bytes(b"muavu market 1\n".to_vec());
        let mut offers: Vec<&Offer> = self.offers.iter().collect();
        offers.sort_by_key(|offer| offer.id);
        bytes.list(&offers, |b, offer| b.offer(offer));
        let mut demands: Vec<&Demand> = self.demands.iter().collect();
        demands.sort_by_key(|demand| demand.id);
        bytes.list(&demands, |b, demand| b.demand(demand));
        bytes.set(&self.products, |b, row| {
            b.int(row.id);
            b.int(row.freight_class);
        });
        bytes.set(&self.freight, |b, row| {
            for value in [i64::from(row.class), row.base, row.per_km_milli, row.road_factor_milli] {
                b.int(value);
            }
        });
        bytes.set(&self.references, |b, row| {
            for value in [i64::from(row.product), row.variety.into(), row.price] {
                b.int(value);
            }
        });
        bytes.set(&self.resting, |b, pair| {
            b.id(pair.offer);
            b.id(pair.demand);
        });
        bytes.mix(self.mix);
        // What later versions know comes after it and only where it is used: an older market keeps its hash.
        let preferring: Vec<&Demand> = demands.iter().copied().filter(|demand| !demand.premiums.is_empty()).collect();
        if !preferring.is_empty() {
            bytes.0.extend_from_slice(b"premiums\n");
            bytes.list(&preferring, |b, demand| {
                b.id(demand.id);
                b.set(&demand.premiums, Bytes::premium);
            });
        }
        let measured: Vec<(u128, &Quality)> = offers
            .iter()
            .map(|offer| (offer.id, &offer.quality))
            .chain(demands.iter().map(|demand| (demand.id, &demand.quality)))
            .filter(|(_, quality)| !quality.is_empty())
            .collect();
        demands.retain(|demand| demand.most_per_supplier.is_some() || !demand.supplied.is_empty());
        if !demands.is_empty() {
            bytes.0.extend_from_slice(b"shares\n");
            bytes.list(&demands, |b, demand| {
                b.id(demand.id);
                b.option(demand.most_per_supplier, Bytes::int);
                b.set(&demand.supplied, |b, row| {
                    b.id(row.org);
                    b.int(row.kg);
                });
            });
        }
        let tiered: Vec<&Offer> = offers.iter().copied().filter(|offer| !offer.tiers.is_empty()).collect();
        if !measured.is_empty() {
            bytes.0.extend_from_slice(b"quality\n");
            bytes.list(&measured, |b, (id, quality)| {
                b.id(*id);
                b.quality(quality);
            });
        }
        if !tiered.is_empty() {
            bytes.0.extend_from_slice(b"tiers\n");
            bytes.list(&tiered, |b, offer| {
                b.id(offer.id);
                b.set(&offer.tiers, |b, tier| {
                    b.int(tier.from_kg);
                    b.int(tier.off);
                });
            });
        }
        bytes.0
    }
}

impl Plan {
    /// The outcome of a round as bytes to hash.
    pub fn canonical_bytes(&self) -> Vec<u8> {
        let mut bytes = Bytes(b"muavu plan 1\n".to_vec());
        bytes.list(&self.trades, Bytes::trade);
        bytes.list(&self.unsold, |b, row| {
            b.id(row.offer);
            b.int(row.kg);
            b.reason(&row.reason);
        });
        bytes.list(&self.unserved, |b, row| {
            b.id(row.demand);
            b.int(row.week);
            b.int(row.kg);
            b.reason(&row.reason);
        });
        bytes.int(self.value);
        bytes.int(self.bound);
        bytes.list(&self.offer_prices, |b, row| {
            b.id(row.offer);
            b.ends(row.total);
            b.week_prices(&row.weeks);
        });
        bytes.list(&self.demand_prices, |b, row| {
            b.id(row.demand);
            b.week_prices(&row.weeks);
        });
        bytes.list(&self.groups, |b, group| {
            b.int(group.product);
            b.int(group.suppliers);
            b.int(group.buyers);
            b.mix(group.mix);
        });
        let paid: Vec<&Trade> = self.trades.iter().filter(|trade| !trade.premiums.is_empty()).collect();
        if !paid.is_empty() {
            bytes.0.extend_from_slice(b"premiums\n");
            bytes.list(&paid, |b, trade| {
                b.id(trade.offer);
                b.id(trade.demand);
                b.list(&trade.premiums, Bytes::premium);
            });
        }
        let cheaper: Vec<&Trade> = self.trades.iter().filter(|trade| trade.discount != 0).collect();
        if !cheaper.is_empty() {
            bytes.0.extend_from_slice(b"discounts\n");
            bytes.list(&cheaper, |b, trade| {
                b.id(trade.offer);
                b.id(trade.demand);
                b.int(trade.discount);
            });
        }
        bytes.0
    }
}
