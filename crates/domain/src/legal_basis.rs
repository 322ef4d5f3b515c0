//! The laws a contract rests on, each with the days it is in force. The contract's text takes the rows of its own day, so a
//! law that is replaced changes this table and nothing else.
use crate::day::TradeDay;
use chrono::NaiveDate;

/// One law or decree, as it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalBasis {
    /// What it is about; on any day at most one row of a subject is in force.
    pub subject: Subject,
    /// The citation as it stands in a contract, after "Căn cứ".
    pub title: &'static str,
    pub valid_from: TradeDay,
    /// The last day it is in force.
    pub valid_to: Option<TradeDay>,
}

/// In the order in which a contract cites them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Civil,
    Commerce,
    ElectronicTransactions,
    ValueAddedTax,
    PersonalData,
    Linkage,
}

const fn day(year: i32, month: u32, day: u32) -> TradeDay {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => TradeDay::new(date),
        None => panic!("the table names a day that does not exist"),
    }
}

const fn row(subject: Subject, title: &'static str, valid_from: TradeDay, valid_to: Option<TradeDay>) -> LegalBasis {
    LegalBasis { subject, title, valid_from, valid_to }
}

const TABLE: &[LegalBasis] = &[
    row(Subject::Civil, "Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015", day(2017, 1, 1), None),
    row(Subject::Commerce, "Luật Thương mại số 36/2005/QH11 ngày 14/6/2005", day(2006, 1, 1), None),
    row(Subject::ElectronicTransactions, "Luật Giao dịch điện tử số 51/2005/QH11 ngày 29/11/2005", day(2006, 3, 1), Some(day(2024, 6, 30))),
    row(Subject::ElectronicTransactions, "Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023", day(2024, 7, 1), None),
    row(Subject::ValueAddedTax, "Luật Thuế giá trị gia tăng số 48/2024/QH15 ngày 26/11/2024", day(2025, 7, 1), Some(day(2025, 12, 31))),
    row(
        Subject::ValueAddedTax,
        "Luật Thuế giá trị gia tăng số 48/2024/QH15 ngày 26/11/2024, được sửa đổi, bổ sung bởi Luật số 149/2025/QH15",
        day(2026, 1, 1),
        None,
    ),
    row(Subject::PersonalData, "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025", day(2026, 1, 1), None),
    row(
        Subject::Linkage,
        "Nghị định số 98/2018/NĐ-CP ngày 05/7/2018 của Chính phủ về chính sách khuyến khích phát triển hợp tác, liên kết \
         trong sản xuất và tiêu thụ sản phẩm nông nghiệp",
        day(2018, 8, 20),
        None,
    ),
];

/// What is in force on this day, in the order of citation.
pub fn in_force(on: TradeDay) -> impl Iterator<Item = &'static LegalBasis> {
    TABLE.iter().filter(move |row| row.valid_from <= on && row.valid_to.is_none_or(|last| on <= last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn titles(on: TradeDay) -> Vec<&'static str> {
        in_force(on).map(|row| row.title).collect()
    }

    #[test]
    fn a_law_is_cited_from_its_first_day_to_its_last() {
        let electronic = |on| titles(on).into_iter().find(|title| title.starts_with("Luật Giao dịch điện tử")).unwrap();
        assert!(electronic(day(2024, 6, 30)).contains("51/2005"));
        assert!(electronic(day(2024, 7, 1)).contains("20/2023"));
        assert!(titles(day(2025, 12, 31)).iter().all(|title| !title.contains("149/2025")));
        assert!(titles(day(2026, 1, 1)).iter().any(|title| title.contains("149/2025")));
    }

    proptest! {
        #[test]
        fn no_subject_is_cited_twice_and_the_order_holds(days in 0..10_000u32) {
            let subjects: Vec<_> = in_force(day(2017, 1, 1).plus(days)).map(|row| row.subject).collect();
            prop_assert!(subjects.is_sorted_by(|a, b| a < b), "{:?}", subjects);
            prop_assert!(subjects.contains(&Subject::Civil) && subjects.contains(&Subject::Commerce));
        }
    }
}
