//! The input of a round.
use super::Bytes;
use crate::market::{Demand, Market, Offer, Quality, Varieties};

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

impl Bytes {
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

    fn quality(&mut self, quality: &Quality) {
        self.set(&quality.sizes, |b, size| b.int(*size));
        self.option(quality.brix_tenths, Bytes::int);
        self.option(quality.juice_percent, Bytes::int);
    }
}
