//! The value-added tax of produce by the rules in force since 1 January 2026 (Law 149/2025, Decree 359/2025).
use crate::account::VatMethod;
use crate::coded::coded;
use crate::day::TradeDay;
use crate::money::Vnd;

coded! {
    /// Whose produce is sold.
    Origin, OriginError = "origin_unknown";
    OwnProduce = "own_produce",
    BoughtIn = "bought_in",
    /// Own and bought-in produce in one lot, which has to be split in two lines first.
    Mixed = "mixed",
}

coded! {
    BuyerType, BuyerTypeError = "buyer_type_unknown";
    Enterprise = "enterprise",
    Cooperative = "cooperative",
    Household = "household",
    Individual = "individual",
    PublicBody = "public_body",
}

coded! {
    Processing, ProcessingError = "processing_unknown";
    Raw = "raw",
    /// Cleaned, sorted, dried, peeled, chilled: still produce.
    FirstProcessed = "first_processed",
    DeepProcessed = "deep_processed",
}

coded! {
    /// What the law makes of a sale.
    VatCase, VatCaseError = "vat_case_unknown";
    NotSubject = "not_subject",
    /// Neither declared nor charged, while the seller keeps the credit for the tax on its own purchases.
    NoDeclaration = "no_declaration",
    Taxable = "taxable",
    /// A tax on revenue, which the invoice does not show.
    DirectRevenue = "direct_revenue",
    /// The rate is that of the finished good; an accountant has to say which.
    StandardRate = "standard_rate",
    NeedsReview = "needs_review",
}

/// What the tax on a sale depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sale {
    pub day: TradeDay,
    pub origin: Origin,
    pub method: VatMethod,
    pub buyer: BuyerType,
    pub processing: Processing,
}

impl Sale {
    pub fn vat_case(self) -> VatCase {
        if !in_force(self.day) || self.origin == Origin::Mixed {
            return VatCase::NeedsReview;
        }
        match (self.processing, self.origin, self.method, self.buyer) {
            (Processing::DeepProcessed, ..) => VatCase::StandardRate,
            (_, Origin::OwnProduce, ..) => VatCase::NotSubject,
            (_, _, VatMethod::Direct, _) => VatCase::DirectRevenue,
            (_, _, VatMethod::Deduction, BuyerType::Enterprise | BuyerType::Cooperative) => VatCase::NoDeclaration,
            (_, _, VatMethod::Deduction, BuyerType::Household | BuyerType::Individual | BuyerType::PublicBody) => VatCase::Taxable,
        }
    }
}

fn in_force(day: TradeDay) -> bool {
    TradeDay::from_ymd(2026, 1, 1).is_some_and(|first| day >= first)
}

impl VatCase {
    pub const fn rate_pct(self) -> Option<u8> {
        match self {
            Self::Taxable => Some(5),
            Self::DirectRevenue => Some(1),
            Self::NotSubject | Self::NoDeclaration | Self::StandardRate | Self::NeedsReview => None,
        }
    }

    /// The tax on `amount`, half a đồng rounded up; nothing when a person has to decide.
    pub fn tax(self, amount: Vnd) -> Option<Vnd> {
        match self {
            Self::NotSubject | Self::NoDeclaration => Some(Vnd::ZERO),
            Self::StandardRate | Self::NeedsReview => None,
            Self::Taxable | Self::DirectRevenue => {
                let hundredths = i128::from(amount.dong()) * i128::from(self.rate_pct()?);
                i64::try_from((hundredths + 50).div_euclid(100)).ok().map(Vnd::new)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    #[test]
    fn cases_follow_the_vectors() {
        let group = vectors::group("vat");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "cases") {
            let sale = Sale {
                day: TradeDay::new(vectors::text(case, "date").parse().unwrap()),
                origin: match case["seller_is_producer_of_goods"].as_bool() {
                    Some(true) => Origin::OwnProduce,
                    Some(false) => Origin::BoughtIn,
                    None => Origin::Mixed,
                },
                method: vectors::text(case, "seller_method").parse().unwrap(),
                buyer: vectors::text(case, "buyer_type").parse().unwrap(),
                processing: vectors::text(case, "processing").parse().unwrap(),
            };
            let id = vectors::text(case, "id");
            let vat_case = sale.vat_case();
            failures.same(id, vat_case.code(), vectors::text(case, "treatment"));
            failures.same(id, vat_case.rate_pct().map(|pct| pct.to_string()).as_deref(), case["rate_pct"].as_str());
            let tax = vat_case.tax(Vnd::new(vectors::number(case, "amount")));
            failures.same(id, tax.map(Vnd::dong), case["vat"].as_i64());
        }
        failures.none();
    }

    proptest! {
        #[test]
        fn tax_is_within_half_a_dong_of_the_exact_share(amount in 0..=1_000_000_000_000_000i64) {
            for vat_case in [VatCase::Taxable, VatCase::DirectRevenue] {
                let tax = vat_case.tax(Vnd::new(amount)).unwrap().dong();
                let off = tax * 100 - amount * i64::from(vat_case.rate_pct().unwrap());
                prop_assert!((-50..=50).contains(&off), "{}", off);
            }
        }
    }
}
