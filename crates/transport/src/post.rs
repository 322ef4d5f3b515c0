//! Offers and demands alike: what they are, where, when, at what price.
use crate::geo::{PER_KM, Place, freight};
use crate::instance::{Demand, Offer, Part};
use crate::lanes::Asker;

/// What rounding to single precision may hide, ₫ per kg.
pub const BLUR: f32 = 0.75;

/// What a post is to the other side's searches, beyond days, place and price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// A bit for each variety.
    pub is: i32,
    /// Papers that an offer has not, that a demand wants.
    pub lacks: i32,
    /// The higher the better: the grade of an offer, the reverse of a demand's least.
    pub grade: i32,
    /// What it asks of the other side in the same terms.
    pub needs: i32,
    pub at_least: i32,
}

/// An offer or a demand as the searches see it.
#[derive(Debug, Clone, Copy)]
pub struct Post {
    pub id: u32,
    pub kind: Kind,
    /// Posts of the same days (where weeks are sold apart), varieties and grade stand together.
    pub shelf: (i32, u32, i32),
    pub kg: i64,
    /// Ask of an offer, bid of a demand.
    pub price: i32,
    pub place: Place,
    pub from: i32,
    pub to: i32,
    pub max_km: i32,
    /// Neighbours in it are neighbours on the ground.
    pub order: u64,
    /// Whose kg these are where an offer is sold in parts: they are not one with anybody else's.
    pub whose: Option<u32>,
}

impl Post {
    pub fn offer(id: u32, o: &Offer) -> Self {
        let certs = o.certs.cast_signed();
        let kind = Kind { is: 1i32.wrapping_shl(o.variety.into()), lacks: !certs, grade: o.grade, needs: !certs, at_least: !o.grade };
        Self {
            id,
            kind,
            shelf: (0, o.variety.into(), o.grade),
            kg: o.kg,
            price: o.ask,
            place: Place::new(o.lat_e6, o.lon_e6),
            from: o.from,
            to: o.to,
            max_km: i32::MAX,
            order: morton(o.lat_e6, o.lon_e6),
            whose: None,
        }
    }

    pub fn demand(id: u32, d: &Demand) -> Self {
        let certs = d.certs.cast_signed();
        let kind = Kind { is: d.varieties.cast_signed(), lacks: certs, grade: !d.min_grade, needs: certs, at_least: d.min_grade };
        Self {
            id,
            kind,
            shelf: (0, d.varieties, d.min_grade),
            kg: d.kg,
            price: d.bid,
            place: Place::new(d.lat_e6, d.lon_e6),
            from: d.from,
            to: d.to,
            max_km: d.max_km,
            order: morton(d.lat_e6, d.lon_e6),
            whose: None,
        }
    }

    /// Of an offer or a demand where weeks are sold apart: it stands with those of its days.
    pub fn dated(self) -> Self {
        Self { shelf: (self.from, self.shelf.1, self.shelf.2), ..self }
    }

    /// A part of the offer.
    pub fn part(self, id: u32, part: &Part) -> Self {
        let kg = part.kg;
        Self { id, kg, from: part.from, to: part.to, whose: Some(part.offer), ..self }.dated()
    }

    /// What an offer cannot sell of the room in all its parts: a buyer of so many kg whom nobody but them can serve.
    pub fn rest(self, id: u32, whose: u32, kg: i64) -> Self {
        let kind = Kind { is: 0, lacks: -1, grade: i32::MIN, needs: 0, at_least: i32::MIN };
        Self { id, kind, shelf: (i32::MAX, 0, 0), kg, price: 0, max_km: 0, whose: Some(whose), ..self }
    }

    /// Nobody, in the post's place.
    pub fn empty(&self) -> Self {
        let kind = Kind { is: 0, lacks: -1, grade: i32::MIN, needs: 0, at_least: i32::MAX };
        Self { id: u32::MAX, kind, kg: 0, price: 0, max_km: 0, ..*self }
    }

    pub fn is_empty(&self) -> bool {
        self.kg == 0
    }

    pub fn is_rest(&self) -> bool {
        self.shelf.0 == i32::MAX
    }
}

impl Post {
    /// What beyond shelf and place makes two posts different to all others.
    pub fn alike(&self) -> (Option<u32>, [i32; 6]) {
        (self.whose, [self.price, self.from, self.to, self.max_km, self.kind.lacks, self.kind.needs])
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

impl Post {
    /// How it asks the other side, from `place` on the map of single precision.
    pub fn asker(&self, place: [f32; 3]) -> Asker {
        let (from, to) = (self.from as f32, self.to as f32);
        Asker { place, limit: 0.0, reach: reach(self), from, to, is: self.kind.is, needs: self.kind.needs, grade: self.kind.at_least }
    }
}

/// A chord is never longer than its arc, so what lies beyond by chord lies beyond by road.
pub fn reach(post: &Post) -> f32 {
    (f64::from(post.max_km) * PER_KM).min(1e9) as f32 + BLUR
}

/// What an exact measure needs of a post, as close together as it goes: a search reads it of posts all over the side.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    place: Place,
    price: i32,
    max_km: i32,
}

impl Spot {
    pub fn of(post: &Post) -> Self {
        Self { place: post.place, price: post.price, max_km: post.max_km }
    }
}

/// Gain of a kg, or nothing where distance or price do not fit (kinds and days are the search's, which knows them exactly).
#[inline]
pub fn gain(offer: &Spot, demand: &Spot) -> Option<i32> {
    let km = offer.place.road_km(&demand.place);
    let gain = demand.price - offer.price - freight(km);
    (km <= f64::from(demand.max_km) && gain >= 0).then_some(gain)
}
