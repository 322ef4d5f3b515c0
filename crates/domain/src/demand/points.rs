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
use crate::text::{Name, Note};
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

    /// The form at each point: its place, its note and its part of every week, which may come to no week at all.
    pub(crate) fn spread(terms: &DemandTerms, points: &[Self]) -> Vec<DemandTerms> {
        let kilograms: Vec<_> = points.iter().map(|point| point.kg).collect();
        let weeks: Vec<_> = terms.weeks.iter().map(|row| (row.week, split(row.kg, &kilograms))).collect();
        let at_point = |(at, point): (usize, &Self)| {
            let weeks = weeks.iter().filter_map(|(week, parts)| Some(DemandWeek { week: *week, kg: *parts.get(at)? }));
            let weeks = weeks.filter(|row| !row.kg.is_zero()).collect();
            let Self { delivery_commune, delivery_point, .. } = *point;
            let note = point.note_above(&terms.note).unwrap_or_default();
            DemandTerms { weeks, delivery_commune, delivery_point, note, ..terms.clone() }
        };
        points.iter().enumerate().map(at_point).collect()
    }

    /// Its note, and below it that of the form; nothing when both are too long together.
    fn note_above(&self, form: &Note) -> Option<Note> {
        let both = [&self.note, form].map(ToString::to_string).into_iter().filter(|note| !note.is_empty());
        both.collect::<Vec<_>>().join("\n").parse().ok()
    }

    /// Every fault of the points themselves, beside the note of their form.
    pub(crate) fn check(faults: &mut Faults, points: &[Self], note: &Note) {
        faults.require((1..=Self::MOST).contains(&points.len()), "points", "points_out_of_range");
        for (at, point) in points.iter().take(Self::MOST).enumerate() {
            require_whole(faults, format!("points.{at}.kg"), point.kg);
            faults.require(point.note_above(note).is_some(), format!("points.{at}.note"), "text_too_long");
        }
    }
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
    /// Which store, which gate: the line that stands above the note of the form. `others` are the points of its form; a demand that
    /// was posted for one place has none, and neither has a point whose note is only what the form says everywhere.
    pub fn place_line<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Option<Name> {
        self.group?;
        let note = self.terms.note.as_str();
        let says_the_same = |other: &str| other.strip_suffix(note).is_some_and(|above| above.is_empty() || above.ends_with('\n'));
        let of_form = others.into_iter().filter(|other| other.id != self.id && other.group == self.group);
        let common = of_form.map(|other| other.terms.note.as_str()).any(says_the_same);
        let line: String = note.lines().next().filter(|_| !common)?.chars().take(Name::MOST_CHARS).collect();
        line.parse().ok()
    }

    /// A demand for each point, or every fault of the form and its points. The place in `terms` gives way to the points'. `group` is what
    /// binds them when there are several.
    pub fn post_points(
        actor: &Actor,
        terms: &DemandTerms,
        points: &[DeliveryPoint],
        group: BatchId,
        now: Timestamp,
        id: impl Fn() -> DemandId,
    ) -> Result<Vec<Self>, PostError> {
        policy::allow(actor, Command::PostDemand, Target::own(actor))?;
        let group = (points.len() > 1).then_some(group);
        check(terms, points, TradeDay::of(now))?;
        let (mut demands, mut faults) = (Vec::with_capacity(points.len()), Vec::new());
        for (at, terms) in DeliveryPoint::spread(terms, points).into_iter().enumerate() {
            match Self::post(actor, terms, id(), now) {
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

fn check(terms: &DemandTerms, points: &[DeliveryPoint], today: TradeDay) -> Result<(), Vec<FieldError>> {
    let mut faults = Faults::new();
    DeliveryPoint::check(&mut faults, points, &terms.note);
    let of_terms = terms.check(today, None).err().unwrap_or_default();
    let of_points = faults.finish().err().unwrap_or_default();
    let found: Vec<_> = of_terms.into_iter().map(|fault| fault.inside("terms")).chain(of_points).collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[cfg(test)]
mod tests;
