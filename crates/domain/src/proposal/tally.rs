//! What several proposals come to together.
use super::ProposalTerms;
use crate::money::{Vnd, VndPerKg};
use crate::quantity::Kg;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub count: usize,
    pub kg: Kg,
    /// At the dock, whoever carries.
    pub worth: Vnd,
}

impl Tally {
    /// Sums beyond the largest weight or amount stay there: no demand is that large.
    pub fn of<'a>(terms: impl IntoIterator<Item = &'a ProposalTerms>) -> Self {
        terms.into_iter().fold(Self::default(), |sum, terms| Self {
            count: sum.count + 1,
            kg: sum.kg.checked_add(terms.total_kg()).unwrap_or(Kg::MOST),
            worth: Vnd::sum([sum.worth, terms.at_dock()]).unwrap_or(sum.worth),
        })
    }

    /// The delivered price of an average kilogram; nothing without any.
    pub fn average(&self) -> Option<VndPerKg> {
        let (dong, grams) = (i128::from(self.worth.dong()), i128::from(self.kg.grams()));
        let per_kg = (dong * 2000 + grams).checked_div(grams * 2)?;
        VndPerKg::new(i64::try_from(per_kg).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dues::DueTerms;
    use crate::proposal::{Carrier, Draft, Freight, WeekKg};
    use proptest::prelude::*;

    fn terms(kg: i64, farm_gate: i64, freight: i64, carrier: Carrier) -> ProposalTerms {
        let line = WeekKg { week: crate::day::TradeDay::new("2026-11-30".parse().unwrap()).week(), kg: Kg::from_whole(kg).unwrap() };
        let (farm_gate, freight) = (VndPerKg::new(farm_gate).unwrap(), Freight::new(freight).unwrap());
        ProposalTerms::new(Draft {
            farm_gate,
            freight,
            carrier,
            lines: vec![line],
            payment_days: 0,
            without: Vec::new(),
            dues: DueTerms::default(),
        })
        .unwrap()
    }

    #[test]
    fn nothing_has_no_average() {
        assert_eq!((Tally::of([]), Tally::of([]).average()), (Tally::default(), None));
    }

    #[test]
    fn the_larger_weighs_more() {
        let some = [terms(9000, 20_000, 0, Carrier::Seller), terms(1000, 28_000, 2_000, Carrier::Buyer)];
        let tally = Tally::of(&some);
        assert_eq!((tally.count, tally.kg.grams(), tally.average().unwrap().dong()), (2, 10_000_000, 21_000));
    }

    proptest! {
        /// Whoever carries, the average lies between the lowest and the highest delivered price.
        #[test]
        fn an_average_lies_between(rows in prop::collection::vec((1..100_000_i64, 1_000..200_000_i64, 0..20_000_i64, any::<bool>()), 1..20)) {
            let carrier = |own| if own { Carrier::Seller } else { Carrier::Buyer };
            let some: Vec<_> = rows.iter().map(|&(kg, price, freight, own)| terms(kg, price, freight, carrier(own))).collect();
            let delivered = || some.iter().map(ProposalTerms::delivered);
            let average = Tally::of(&some).average().unwrap();
            prop_assert!(delivered().min().unwrap() <= average && average <= delivered().max().unwrap());
        }
    }
}
