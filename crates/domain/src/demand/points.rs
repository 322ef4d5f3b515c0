//! One form for several delivery points: the terms are said once, every week's kilograms are split, and each point becomes a demand of its
//! own. Posted whole or not at all.
use super::{Demand, DemandTerms, DemandWeek};
use crate::account::Actor;
use crate::day::{Timestamp, TradeDay};
use crate::error::{Faults, FieldError, Refusal};
use crate::id::{BatchId, DemandId};
use crate::place::{CommuneCode, GeoPoint};
use crate::policy::{self, Command, Target};
use crate::post::{PostError, require_whole};
use crate::quantity::Kg;
use crate::text::Note;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryPoint {
    pub delivery_commune: CommuneCode,
    #[serde(default)]
    pub delivery_point: Option<GeoPoint>,
    /// What it takes in a usual week. Every week of the form is split in these proportions, to the kilogram.
    pub kg: Kg,
    /// Which store, which gate: stands before the note of the form.
    #[serde(default)]
    pub note: Note,
}

impl DeliveryPoint {
    pub const MOST: usize = 9;
}

/// Every kilogram of `total` goes to exactly one of the parts, each within one kilogram of its proportion.
pub(crate) fn split(total: Kg, parts: &[Kg]) -> Vec<Kg> {
    let all: i128 = parts.iter().map(|part| i128::from(part.grams())).sum();
    // What the parts up to here have together is rounded down once; so nothing is lost between them.
    let up_to = |sum: i128| if all == 0 { 0 } else { i128::from(total.whole()) * sum / all };
    let mut sum = 0;
    let part = |part: &Kg| {
        let before = up_to(sum);
        sum += i128::from(part.grams());
        i64::try_from(up_to(sum) - before).ok().and_then(|kg| Kg::from_whole(kg).ok()).unwrap_or_default()
    };
    parts.iter().map(part).collect()
}

impl Demand {
    /// A demand for each point, or every fault of the form and its points. The place in `terms` gives way to the points'. `group` is what
    /// binds them when there are several.
    pub fn post_points(
        actor: &Actor,
        terms: &DemandTerms,
        points: Vec<DeliveryPoint>,
        group: BatchId,
        now: Timestamp,
        id: impl Fn() -> DemandId,
    ) -> Result<Vec<Self>, PostError> {
        policy::allow(actor, Command::PostDemand, Target::own(actor))?;
        let group = (points.len() > 1).then_some(group);
        let notes = check(terms, &points, TradeDay::of(now))?;
        let kilograms: Vec<_> = points.iter().map(|point| point.kg).collect();
        let weeks: Vec<_> = terms.weeks.iter().map(|row| (row.week, split(row.kg, &kilograms))).collect();
        let (mut demands, mut faults) = (Vec::with_capacity(points.len()), Vec::new());
        for (at, (point, note)) in points.into_iter().zip(notes).enumerate() {
            let weeks = weeks.iter().filter_map(|(week, parts)| Some(DemandWeek { week: *week, kg: *parts.get(at)? }));
            let weeks = weeks.filter(|row| !row.kg.is_zero()).collect();
            let DeliveryPoint { delivery_commune, delivery_point, .. } = point;
            match Self::post(actor, DemandTerms { weeks, delivery_commune, delivery_point, note, ..terms.clone() }, id(), now) {
                Ok(demand) => demands.push(Self { group, ..demand }),
                // The form itself was in order: what is wrong comes from how little goes here.
                Err(Refusal::Invalid(found)) => {
                    let lot = found.iter().any(|fault| fault.field == "min_lot");
                    let code = if lot { "point_below_lot" } else { "point_without_goods" };
                    faults.push(FieldError::new(format!("points.{at}.kg"), code));
                }
                Err(refusal) => return Err(refusal),
            }
        }
        if faults.is_empty() { Ok(demands) } else { Err(faults.into()) }
    }
}

/// The note of each point, where everything is in order.
fn check(terms: &DemandTerms, points: &[DeliveryPoint], today: TradeDay) -> Result<Vec<Note>, Vec<FieldError>> {
    let mut faults = Faults::new();
    faults.require((1..=DeliveryPoint::MOST).contains(&points.len()), "points", "points_out_of_range");
    let mut notes = Vec::with_capacity(points.len());
    for (at, point) in points.iter().take(DeliveryPoint::MOST).enumerate() {
        require_whole(&mut faults, format!("points.{at}.kg"), point.kg);
        let both = [&point.note, &terms.note].map(ToString::to_string).into_iter().filter(|note| !note.is_empty());
        match both.collect::<Vec<_>>().join("\n").parse() {
            Ok(note) => notes.push(note),
            Err(_) => faults.require(false, format!("points.{at}.note"), "text_too_long"),
        }
    }
    let of_terms = terms.check(today, None).err().unwrap_or_default();
    let of_points = faults.finish().err().unwrap_or_default();
    let found: Vec<_> = of_terms.into_iter().map(|fault| fault.inside("terms")).chain(of_points).collect();
    if found.is_empty() { Ok(notes) } else { Err(found) }
}

#[cfg(test)]
mod tests;
