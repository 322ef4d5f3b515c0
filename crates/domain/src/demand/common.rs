//! The terms that the delivery points of one form have in common, changed once for all of them: all or nothing.
use super::{Demand, DemandTerms, Preference};
use crate::account::Actor;
use crate::day::Timestamp;
use crate::error::{FieldError, Refusal};
use crate::money::VndPerKg;
use crate::post::{PostError, Promised};
use crate::product::{CertKinds, Grade, Quality};
use serde::{Deserialize, Serialize};

/// What holds at every point; goods, weeks, place, hours and note stay each point's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommonTerms {
    pub min_grade: Grade,
    /// All of these, valid on the day of delivery.
    #[serde(default)]
    pub certificates: CertKinds,
    #[serde(default)]
    #[schema(max_items = 4)]
    pub preferred: Vec<Preference>,
    /// The highest price delivered, at each point.
    pub bid: VndPerKg,
    pub payment_days: u16,
    #[serde(default)]
    pub quality: Quality,
    /// The most suppliers at each point; zero for any number.
    #[serde(default)]
    pub max_suppliers: u16,
    /// The largest part of each point that one supplier may have, in percent; zero for any part.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub max_share: u8,
}

/// Why not, and at which of the points; a fault of the terms themselves is no point's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointRefusal {
    pub at: Option<usize>,
    pub refusal: PostError,
}

impl CommonTerms {
    const FIELDS: [&str; 8] = ["min_grade", "certificates", "preferred", "bid", "payment_days", "quality", "max_suppliers", "max_share"];

    fn on(&self, terms: &DemandTerms) -> DemandTerms {
        let Self { min_grade, certificates, preferred, bid, payment_days, quality, max_suppliers, max_share } = self.clone();
        DemandTerms { min_grade, certificates, preferred, bid, payment_days, max_suppliers, max_share, quality, ..terms.clone() }
    }

    fn says(fault: &FieldError) -> bool {
        fault.field.split('.').next().is_some_and(|head| Self::FIELDS.contains(&head))
    }
}

impl Demand {
    /// The next version of every point, each with what is promised of it and the version that was seen; or why one of them cannot change.
    pub fn edit_points(
        actor: &Actor,
        points: &[(Self, Promised, i64)],
        common: &CommonTerms,
        now: Timestamp,
    ) -> Result<Vec<Self>, PointRefusal> {
        let edit = |(at, (demand, promised, seen)): (usize, &(Self, Promised, i64))| {
            demand.edit(actor, common.on(&demand.terms), *seen, promised, now).map_err(|refusal| match refusal {
                // The same at every point, so it is said once; what hangs on a point's own kilograms is that point's.
                Refusal::Invalid(faults) if faults.iter().all(CommonTerms::says) => {
                    PointRefusal { at: None, refusal: Refusal::Invalid(faults) }
                }
                Refusal::Denied(denied) => PointRefusal { at: None, refusal: Refusal::Denied(denied) },
                Refusal::Stale => PointRefusal { at: None, refusal: Refusal::Stale },
                refusal => PointRefusal { at: Some(at), refusal },
            })
        };
        points.iter().enumerate().map(edit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demand::tests::{buyer, kg, now, posted, terms};
    use crate::post::PostConflict;
    use proptest::prelude::*;

    fn common() -> CommonTerms {
        let DemandTerms { min_grade, certificates, preferred, bid, payment_days, quality, max_suppliers, max_share, .. } = terms();
        CommonTerms { min_grade, certificates, preferred, bid, payment_days, quality, max_suppliers, max_share }
    }

    fn point(lot: i64, suppliers: u16) -> (Demand, Promised, i64) {
        let mut demand = posted();
        demand.terms.min_lot = kg(lot);
        let promised = Promised::new([(demand.terms.weeks[0].week, kg(1000))], suppliers).unwrap();
        (demand, promised, 1)
    }

    #[test]
    fn all_change_or_the_one_that_cannot_is_named() {
        let points = [point(0, 1), point(0, 3)];
        let price = CommonTerms { bid: VndPerKg::new(30_000).unwrap(), ..common() };
        let changed = Demand::edit_points(&buyer(), &points, &price, now()).unwrap();
        assert!(changed.iter().all(|demand| demand.terms.bid == price.bid && demand.version == 2));
        let fewer = CommonTerms { max_suppliers: 2, ..common() };
        let refused = Demand::edit_points(&buyer(), &points, &fewer, now()).unwrap_err();
        let conflict = Refusal::Conflict(PostConflict::BelowPromisedSuppliers { promised: 3 });
        assert_eq!(refused, PointRefusal { at: Some(1), refusal: conflict });
    }

    #[test]
    fn a_fault_of_the_terms_is_said_once_and_that_of_a_small_point_at_the_point() {
        let late = CommonTerms { payment_days: 121, ..common() };
        let refused = Demand::edit_points(&buyer(), &[point(0, 1), point(0, 1)], &late, now()).unwrap_err();
        assert_eq!(refused.at, None);
        let share = CommonTerms { max_suppliers: 0, max_share: 10, ..common() };
        let refused = Demand::edit_points(&buyer(), &[point(0, 1), point(5000, 1)], &share, now()).unwrap_err();
        assert_eq!(refused.at, Some(1));
    }

    proptest! {
        /// What is each point's own stays as it was, whatever is changed for all.
        #[test]
        fn weeks_places_and_goods_stay(bid in 100..10_000_000_i64, days in 0..=120_u16, lots in proptest::collection::vec(0..6_500_i64, 1..5)) {
            let points: Vec<_> = lots.iter().map(|lot| point(*lot, 1)).collect();
            let next = CommonTerms { bid: VndPerKg::new(bid).unwrap(), payment_days: days, ..common() };
            let changed = Demand::edit_points(&buyer(), &points, &next, now()).unwrap();
            for ((before, ..), after) in points.iter().zip(&changed) {
                let back = CommonTerms { bid: before.terms.bid, payment_days: before.terms.payment_days, ..common() };
                prop_assert_eq!(back.on(&after.terms), before.terms.clone());
            }
        }
    }
}
