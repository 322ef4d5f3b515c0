//! Offers and demands alike: what they are, where, when, at what price.
use crate::geo::{PER_KM, Place, freight};
use crate::instance::{Demand, Offer};

/// What rounding to single precision may hide, ₫ per kg.
pub const BLUR: f32 = 0.75;

/// What a post is or asks for beyond days, place and price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Offer { variety: u8, certs: u32, grade: i32 },
    Demand { varieties: u32, certs: u32, min_grade: i32 },
}

impl Class {
    pub fn fits(self, other: Self) -> bool {
        match (self, other) {
            (Self::Offer { variety, certs, grade }, Self::Demand { varieties, certs: needed, min_grade }) => {
                (varieties >> variety) & 1 == 1 && grade >= min_grade && needed & !certs == 0
            }
            (Self::Demand { .. }, Self::Offer { .. }) => other.fits(self),
            _ => false,
        }
    }
}

/// An offer or a demand as the searches see it.
#[derive(Debug, Clone, Copy)]
pub struct Post {
    pub id: u32,
    pub class: Class,
    pub kg: i64,
    /// Ask of an offer, bid of a demand.
    pub price: i32,
    pub place: Place,
    pub from: i32,
    pub to: i32,
    pub max_km: f64,
    /// Neighbours in it are neighbours on the ground.
    pub order: u64,
}

impl Post {
    pub fn offer(id: u32, o: &Offer) -> Self {
        let class = Class::Offer { variety: o.variety, certs: o.certs, grade: o.grade };
        Self {
            id,
            class,
            kg: o.kg,
            price: o.ask,
            place: Place::new(o.lat_e6, o.lon_e6),
            from: o.from,
            to: o.to,
            max_km: f64::INFINITY,
            order: morton(o.lat_e6, o.lon_e6),
        }
    }

    pub fn demand(id: u32, d: &Demand) -> Self {
        let class = Class::Demand { varieties: d.varieties, certs: d.certs, min_grade: d.min_grade };
        Self {
            id,
            class,
            kg: d.kg,
            price: d.bid,
            place: Place::new(d.lat_e6, d.lon_e6),
            from: d.from,
            to: d.to,
            max_km: f64::from(d.max_km),
            order: morton(d.lat_e6, d.lon_e6),
        }
    }
}

/// Interleaved bits of a place: neighbours in number are neighbours on the ground.
fn morton(lat_e6: i32, lon_e6: i32) -> u64 {
    let spread = |v: i32| {
        let mut v = u64::from((i64::from(v) + 180_000_000) as u32);
        v = (v | (v << 16)) & 0x0000_ffff_0000_ffff;
        v = (v | (v << 8)) & 0x00ff_00ff_00ff_00ff;
        v = (v | (v << 4)) & 0x0f0f_0f0f_0f0f_0f0f;
        v = (v | (v << 2)) & 0x3333_3333_3333_3333;
        (v | (v << 1)) & 0x5555_5555_5555_5555
    };
    spread(lat_e6) | (spread(lon_e6) << 1)
}

/// A chord is never longer than its arc, so what lies beyond by chord lies beyond by road.
pub fn reach(post: &Post) -> f32 {
    (post.max_km * PER_KM).min(1e9) as f32 + BLUR
}

/// Gain of a kg, or nothing where days, distance or price do not fit (classes are the search's).
#[inline]
pub fn gain(offer: &Post, demand: &Post) -> Option<i32> {
    if offer.from.max(demand.from) > offer.to.min(demand.to) {
        return None;
    }
    let km = offer.place.road_km(&demand.place);
    let gain = demand.price - offer.price - freight(km);
    (km <= demand.max_km && gain >= 0).then_some(gain)
}
