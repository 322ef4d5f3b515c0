//! The outcome of a round.
use super::Bytes;
use crate::plan::{Band, Ends, Plan, Trade, WeekPrice, WeekRent};
use crate::reason::{Crowd, Obstacle, Reason, TradeKind};

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
        if let Some(limits) = &self.limits {
            bytes.0.extend_from_slice(b"limits\n");
            bytes.int(limits.bound);
            bytes.list(&limits.offers, |b, row| {
                b.id(row.offer);
                b.int(row.total);
                b.week_rents(&row.weeks);
            });
            bytes.list(&limits.demands, |b, row| {
                b.id(row.demand);
                b.week_rents(&row.weeks);
            });
        }
        bytes.0
    }
}

impl Bytes {
    fn band(&mut self, band: Band) {
        self.int(band.low);
        self.int(band.high);
    }

    fn ends(&mut self, ends: Ends) {
        self.int(ends.buyer_best);
        self.int(ends.settled);
        self.int(ends.seller_best);
    }

    fn week_rents(&mut self, rows: &[WeekRent]) {
        self.list(rows, |b, row| {
            b.int(row.week);
            b.int(row.rent);
        });
    }

    fn week_prices(&mut self, weeks: &[WeekPrice]) {
        self.list(weeks, |b, row| {
            b.int(row.week);
            b.ends(row.rent);
        });
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

    fn crowd(&mut self, crowd: Crowd) {
        self.int(match crowd {
            Crowd::None => 0_u8,
            Crowd::Few => 1,
            Crowd::ThreeToFive => 2,
            Crowd::SixToTen => 3,
            Crowd::OverTen => 4,
        });
    }

    fn trade(&mut self, trade: &Trade) {
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
