//! The terms that the delivery points of one form have in common, changed once for all of them: all or nothing.
use super::{Demand, DemandTerms, Preference};
use crate::account::Actor;
use crate::day::Timestamp;
use crate::dues::DueTerms;
use crate::error::{FieldError, Refusal};
use crate::money::VndPerKg;
use crate::post::{PostError, Promised};
use crate::product::{CertKinds, Grade, Quality};
use serde::{Deserialize, Serialize};

/// What is to hold at every point; what is left out stays as it is at each. Goods, weeks, place, hours and note are each point's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommonTerms {
    #[serde(default)]
    pub min_grade: Option<Grade>,
    /// All of these, valid on the day of delivery.
    #[serde(default)]
    pub certificates: Option<CertKinds>,
    #[serde(default)]
    #[schema(max_items = 4)]
    pub preferred: Option<Vec<Preference>>,
    /// The highest price delivered, at each point.
    #[serde(default)]
    pub bid: Option<VndPerKg>,
    #[serde(default)]
    pub payment_days: Option<u16>,
    #[serde(default)]
    pub quality: Option<Quality>,
    /// The most suppliers at each point; zero for any number.
    #[serde(default)]
    pub max_suppliers: Option<u16>,
    /// The largest part of each point that one supplier may have, in percent; zero for any part.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub max_share: Option<u8>,
    /// What is paid ahead and what is kept back, all four together.
    #[serde(default)]
    pub dues: Option<DueTerms>,
}

/// Why not, and at which of the points; a fault of the terms themselves is no point's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointRefusal {
    pub at: Option<usize>,
    pub refusal: PostError,
}

impl CommonTerms {
    fn on(&self, terms: &DemandTerms) -> DemandTerms {
        let (own, Self { min_grade, certificates, preferred, bid, payment_days, quality, max_suppliers, max_share, dues }) =
            (terms.clone(), self.clone());
        DemandTerms {
            min_grade: min_grade.unwrap_or(own.min_grade),
            certificates: certificates.unwrap_or(own.certificates),
            preferred: preferred.unwrap_or(own.preferred),
            bid: bid.unwrap_or(own.bid),
            payment_days: payment_days.unwrap_or(own.payment_days),
            quality: quality.unwrap_or(own.quality),
            max_suppliers: max_suppliers.unwrap_or(own.max_suppliers),
            max_share: max_share.unwrap_or(own.max_share),
            dues: dues.unwrap_or(own.dues),
            ..own
        }
    }

    /// Whether it is about what was sent; else it is about what a point had before.
    fn says(&self, fault: &FieldError) -> bool {
        match fault.field.split('.').next() {
            Some("min_grade") => self.min_grade.is_some(),
            Some("certificates") => self.certificates.is_some(),
            Some("preferred") => self.preferred.is_some(),
            Some("bid") => self.bid.is_some(),
            Some("payment_days") => self.payment_days.is_some(),
            Some("quality") => self.quality.is_some(),
            Some("max_suppliers") => self.max_suppliers.is_some(),
            Some("max_share") => self.max_share.is_some(),
            Some("dues") => self.dues.is_some(),
            Some(_) | None => false,
        }
    }
}

impl Demand {
    /// The next version of every point, each with what is promised of it and the version that was seen; or why one of them cannot change.
    /// A point that has all of it already stays as it is.
    pub fn edit_points(
        actor: &Actor,
        points: &[(Self, Promised, i64)],
        common: &CommonTerms,
        now: Timestamp,
    ) -> Result<Vec<Self>, PointRefusal> {
        let edit = |(at, (demand, promised, seen)): (usize, &(Self, Promised, i64))| {
            let next = demand.edit(actor, common.on(&demand.terms), *seen, promised, now);
            let next = next.map(|next| if next.terms == demand.terms { demand.clone() } else { next });
            next.map_err(|refusal| match refusal {
                // The same at every point, so it is said once; what hangs on a point's own kilograms or terms is that point's.
                Refusal::Invalid(faults) if faults.iter().all(|fault| common.says(fault)) => {
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
        let DemandTerms { min_grade, certificates, preferred, bid, payment_days, quality, max_suppliers, max_share, dues, .. } = terms();
        CommonTerms {
            min_grade: Some(min_grade),
            certificates: Some(certificates),
            preferred: Some(preferred),
            bid: Some(bid),
            payment_days: Some(payment_days),
            quality: Some(quality),
            max_suppliers: Some(max_suppliers),
            max_share: Some(max_share),
            dues: Some(dues),
        }
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
        let price = CommonTerms { bid: VndPerKg::new(30_000).ok(), ..common() };
        let changed = Demand::edit_points(&buyer(), &points, &price, now()).unwrap();
        assert!(changed.iter().all(|demand| Some(demand.terms.bid) == price.bid && demand.version == 2));
        let fewer = CommonTerms { max_suppliers: Some(2), ..common() };
        let refused = Demand::edit_points(&buyer(), &points, &fewer, now()).unwrap_err();
        let conflict = Refusal::Conflict(PostConflict::BelowPromisedSuppliers { promised: 3 });
        assert_eq!(refused, PointRefusal { at: Some(1), refusal: conflict });
    }

    #[test]
    fn a_fault_of_the_terms_is_said_once_and_that_of_a_small_point_at_the_point() {
        let late = CommonTerms { payment_days: Some(121), ..common() };
        let refused = Demand::edit_points(&buyer(), &[point(0, 1), point(0, 1)], &late, now()).unwrap_err();
        assert_eq!(refused.at, None);
        let share = CommonTerms { max_suppliers: Some(0), max_share: Some(10), ..common() };
        let refused = Demand::edit_points(&buyer(), &[point(0, 1), point(5000, 1)], &share, now()).unwrap_err();
        assert_eq!(refused.at, Some(1));
    }

    #[test]
    fn what_is_left_out_stays_as_it_is_at_each_point() {
        let (mut dear, cheap) = (point(0, 1), point(0, 1));
        dear.0.terms.bid = VndPerKg::new(40_000).unwrap();
        dear.0.terms.payment_days = 45;
        let later = CommonTerms { payment_days: Some(45), ..CommonTerms::default() };
        let points = [dear, cheap];
        let changed = Demand::edit_points(&buyer(), &points, &later, now()).unwrap();
        assert_eq!(changed[0], points[0].0, "has it already");
        let asked = DemandTerms { payment_days: 45, ..points[1].0.terms.clone() };
        assert_eq!((&changed[1].terms, changed[1].version), (&asked, 2));
    }

    proptest! {
        /// What is each point's own stays as it was, whatever is changed for all.
        #[test]
        fn weeks_places_and_goods_stay(bid in 100..10_000_000_i64, days in 0..=120_u16, lots in proptest::collection::vec(0..6_500_i64, 1..5)) {
            let points: Vec<_> = lots.iter().map(|lot| point(*lot, 1)).collect();
            let next = CommonTerms { bid: VndPerKg::new(bid).ok(), payment_days: Some(days), ..common() };
            let changed = Demand::edit_points(&buyer(), &points, &next, now()).unwrap();
            for ((before, ..), after) in points.iter().zip(&changed) {
                let back = CommonTerms { bid: Some(before.terms.bid), payment_days: Some(before.terms.payment_days), ..common() };
                prop_assert_eq!(back.on(&after.terms), before.terms.clone());
            }
        }
    }
}
