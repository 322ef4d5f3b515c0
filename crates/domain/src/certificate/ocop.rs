//! By which criteria a product was given its OCOP stars: the same four stars mean another sum of points under each.
use crate::coded::coded;
use crate::day::TradeDay;

coded! {
    /// The decision of the Prime Minister whose points were counted.
    OcopCriteria, OcopCriteriaError = "criteria_unknown";
    /// 1048/QĐ-TTg of 21 August 2019: product and community 35, marketing 25, quality 40.
    Decision1048 = "qd_1048_2019",
    /// 148/QĐ-TTg of 24 February 2023: product and community 40, marketing 25, quality 35.
    Decision148 = "qd_148_2023",
}

impl OcopCriteria {
    /// Nothing was graded by it before that day.
    pub fn decided_on(self) -> TradeDay {
        let (year, month, day) = match self {
            Self::Decision1048 => (2019, 8, 21),
            Self::Decision148 => (2023, 2, 24),
        };
        TradeDay::from_ymd(year, month, day).expect("a day of the calendar")
    }
}
