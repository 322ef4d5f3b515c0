//! A market as it comes, and as it is cleared.

/// What a seller has at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    pub product: u32,
    /// 0 to 31.
    pub variety: u8,
    pub grade: i32,
    /// Papers held, a bit each.
    pub certs: u32,
    pub kg: i64,
    /// ₫ per kg at the gate.
    pub ask: i32,
    pub lat_e6: i32,
    pub lon_e6: i32,
    /// Days, both included.
    pub from: i32,
    pub to: i32,
}

/// What a buyer wants at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    pub product: u32,
    /// Varieties accepted, a bit each.
    pub varieties: u32,
    pub min_grade: i32,
    /// Papers required, a bit each.
    pub certs: u32,
    pub kg: i64,
    /// Most ₫ per kg, delivered.
    pub bid: i32,
    pub lat_e6: i32,
    pub lon_e6: i32,
    /// Days, both included.
    pub from: i32,
    pub to: i32,
    /// Farthest by road.
    pub max_km: i32,
}

/// Days of an offer, a week of harvest as a rule, in which at most so many of its kg can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub offer: u32,
    pub kg: i64,
    /// Days, both included.
    pub from: i32,
    pub to: i32,
}

/// Posts are named by their place in these rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    pub offers: Vec<Offer>,
    pub demands: Vec<Demand>,
    /// By offer and day. An offer that has parts is sold in them alone, its kg in all of them together; one that has none, in all its days.
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trade {
    pub offer: u32,
    pub demand: u32,
    /// In which part of the offer, if it has any.
    pub part: Option<u32>,
    pub kg: i64,
}

/// An optimum: trades by offer, demand and part, and rents of offers and demands that prove it, between both ends of all that do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleared {
    pub trades: Vec<Trade>,
    /// `Σ w x`, ₫.
    pub value: i128,
    /// `u`: ₫ per kg above the ask; of an offer with parts, what its kg are worth in whatever part.
    pub rents: Vec<i64>,
    /// ₫ per kg above the ask in each part: the offer's rent, and what room in this part is worth.
    pub part_rents: Vec<i64>,
    /// `v`: ₫ per kg below the bid.
    pub wants: Vec<i64>,
    /// The least and the most that each rent can be in any optimum; all offers are at their most where all demands are at their least.
    pub rent_ends: Vec<(i64, i64)>,
    pub part_ends: Vec<(i64, i64)>,
    pub want_ends: Vec<(i64, i64)>,
}

impl Cleared {
    /// ₫ per kg above the ask that a trade pays.
    pub fn rent(&self, trade: &Trade) -> i64 {
        trade.part.map_or(self.rents[trade.offer as usize], |part| self.part_rents[part as usize])
    }

    /// What the rents are worth: no plan is worth more, whatever it is.
    pub fn bound(&self, instance: &Instance) -> i128 {
        let worth = |kg: i64, rent: &i64| i128::from(kg) * i128::from(*rent);
        let rents = instance.offers.iter().zip(&self.rents).map(|(offer, rent)| worth(offer.kg, rent));
        let room = |(part, rent): (&Part, &i64)| worth(part.kg, &(rent - self.rents[part.offer as usize]));
        let parts = instance.parts.iter().zip(&self.part_rents).map(room);
        rents.chain(parts).chain(instance.demands.iter().zip(&self.wants).map(|(demand, want)| worth(demand.kg, want))).sum()
    }
}

/// Numbers beyond these could not be told apart in single precision or would overflow a sum.
pub const MAX_POSTS: usize = 10_000_000;
pub const MAX_KG: i64 = 1_000_000_000;
pub const MAX_PRICE: i32 = 10_000_000;
pub const MAX_DAY: u32 = 1_000_000;
pub const MAX_KM: i32 = 50_000;
pub const MAX_LAT: u32 = 90_000_000;
pub const MAX_LON: u32 = 180_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{side} {row}: {field} is out of bounds")]
pub struct OutOfBounds {
    pub side: &'static str,
    pub row: usize,
    pub field: &'static str,
}

impl Instance {
    /// Whether every number is within its bounds; [`crate::clear`] asks it.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let place = |lat: i32, lon: i32| (lat.unsigned_abs() <= MAX_LAT, lon.unsigned_abs() <= MAX_LON);
        let days = |from: i32, to: i32| from.unsigned_abs() <= MAX_DAY && to.unsigned_abs() <= MAX_DAY && from <= to;
        for (row, o) in self.offers.iter().enumerate() {
            let (lat, lon) = place(o.lat_e6, o.lon_e6);
            let fields = [
                ("variety", o.variety < 32),
                ("kg", (1..=MAX_KG).contains(&o.kg)),
                ("ask", (0..=MAX_PRICE).contains(&o.ask)),
                ("lat_e6", lat),
                ("lon_e6", lon),
                ("days", days(o.from, o.to)),
                ("row", row < MAX_POSTS),
            ];
            within("offer", row, &fields)?;
        }
        for (row, d) in self.demands.iter().enumerate() {
            let (lat, lon) = place(d.lat_e6, d.lon_e6);
            let fields = [
                ("kg", (1..=MAX_KG).contains(&d.kg)),
                ("bid", (0..=MAX_PRICE).contains(&d.bid)),
                ("lat_e6", lat),
                ("lon_e6", lon),
                ("days", days(d.from, d.to)),
                ("max_km", (0..=MAX_KM).contains(&d.max_km)),
                ("row", row < MAX_POSTS),
            ];
            within("demand", row, &fields)?;
        }
        for (row, p) in self.parts.iter().enumerate() {
            let before = row.checked_sub(1).map(|before| self.parts[before]);
            let offer = self.offers.get(p.offer as usize);
            let fields = [
                ("offer", offer.is_some() && before.is_none_or(|b| b.offer <= p.offer)),
                ("kg", offer.is_some_and(|offer| (1..=offer.kg).contains(&p.kg))),
                ("days", days(p.from, p.to) && before.is_none_or(|b| b.offer < p.offer || b.to < p.from)),
                ("row", row < MAX_POSTS),
            ];
            within("part", row, &fields)?;
        }
        Ok(())
    }
}

fn within(side: &'static str, row: usize, fields: &[(&'static str, bool)]) -> Result<(), OutOfBounds> {
    match fields.iter().find(|(_, fine)| !fine) {
        Some((field, _)) => Err(OutOfBounds { side, row, field }),
        None => Ok(()),
    }
}
