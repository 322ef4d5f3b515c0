//! Whether a penalty clause, as written, would hold between merchants.
use super::Percent;
use crate::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClauseError {
    /// No share is stated at all.
    #[error("penalty_rate_missing")]
    RateMissing,
    /// The law counts from the value of the breached part.
    #[error("penalty_base_is_whole_contract")]
    WholeContract,
    #[error("penalty_rate_above_cap")]
    AboveCap,
    #[error("penalty_daily_rate_without_total_cap")]
    NoTotalCap,
}

/// Reads a clause such as `Phạt 5 % phần vi phạm mỗi ngày, không quá 8 %`.
pub fn check_clause(clause: &str) -> Result<(), ClauseError> {
    let words = fold(clause);
    let (terms, total) = words.split_once("khong qua").map_or((words.as_str(), None), |(terms, total)| (terms, percent(total)));
    let rate = percent(terms).ok_or(ClauseError::RateMissing)?;
    if !names_breached_part(terms) {
        return Err(ClauseError::WholeContract);
    }
    let most = if words.contains("moi ngay") { total.ok_or(ClauseError::NoTotalCap)? } else { total.unwrap_or(rate) };
    if most > Percent::PENALTY_CAP { Err(ClauseError::AboveCap) } else { Ok(()) }
}

fn names_breached_part(terms: &str) -> bool {
    terms.split_once("phan ").is_some_and(|(_, part)| part.contains("vi pham"))
}

/// The number before the first percent sign.
fn percent(text: &str) -> Option<Percent> {
    let before = text.split_once('%')?.0.trim_end();
    let number = before.rsplit(' ').next()?;
    number.replace(',', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};

    #[test]
    fn clauses_follow_the_vectors() {
        let group = vectors::group("penalty");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "clauses") {
            let clause = vectors::text(case, "clause");
            let got = check_clause(clause).map_err(|error| error.to_string().replacen("penalty_", "", 1));
            let want = if vectors::flag(case, "ok") { Ok(()) } else { Err(vectors::text(case, "reason").to_owned()) };
            failures.same(clause, got, want);
        }
        failures.none();
    }

    #[test]
    fn decimals_totals_and_missing_rates_are_understood() {
        assert_eq!(check_clause("Phạt 7,5% giá trị phần nghĩa vụ bị vi phạm"), Ok(()));
        assert_eq!(check_clause("Phạt 8,01% giá trị phần nghĩa vụ bị vi phạm"), Err(ClauseError::AboveCap));
        assert_eq!(check_clause("Phạt 1% phần vi phạm mỗi ngày, không quá 10%"), Err(ClauseError::AboveCap));
        assert_eq!(check_clause("Bên vi phạm chịu phạt"), Err(ClauseError::RateMissing));
    }
}
