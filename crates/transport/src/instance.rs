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

/// Posts are named by their place in these rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    pub offers: Vec<Offer>,
    pub demands: Vec<Demand>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trade {
    pub offer: u32,
    pub demand: u32,
    pub kg: i64,
}

/// An optimum: trades by offer and demand, and rents of offers and demands that prove it, between both ends of all that do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleared {
    pub trades: Vec<Trade>,
    /// `Σ w x`, ₫.
    pub value: i128,
    /// `u`: ₫ per kg above the ask.
    pub rents: Vec<i64>,
    /// `v`: ₫ per kg below the bid.
    pub wants: Vec<i64>,
    /// The least and the most that each rent can be in any optimum; all offers are at their most where all demands are at their least.
    pub rent_ends: Vec<(i64, i64)>,
    pub want_ends: Vec<(i64, i64)>,
}

impl Cleared {
    /// What the rents are worth: no plan is worth more, whatever it is.
    pub fn bound(&self, instance: &Instance) -> i128 {
        let worth = |kg: i64, rent: &i64| i128::from(kg) * i128::from(*rent);
        let rents = instance.offers.iter().zip(&self.rents).map(|(offer, rent)| worth(offer.kg, rent));
        rents.chain(instance.demands.iter().zip(&self.wants).map(|(demand, want)| worth(demand.kg, want))).sum()
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
        Ok(())
    }
}

fn within(side: &'static str, row: usize, fields: &[(&'static str, bool)]) -> Result<(), OutOfBounds> {
    match fields.iter().find(|(_, fine)| !fine) {
        Some((field, _)) => Err(OutOfBounds { side, row, field }),
        None => Ok(()),
    }
}
