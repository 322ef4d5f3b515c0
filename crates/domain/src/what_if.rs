//! "What if": a question to the book of the last round, about one own post with another price, other weeks or another paper.
use crate::error::{Faults, FieldError};
use crate::money::VndPerKg;
use crate::product::CertKind;
use serde::{Deserialize, Serialize};

/// Questions of one post and round: with more, the answers could be narrowed down to another's reserve price.
pub const MOST_QUESTIONS: usize = 20;
/// Weeks earlier or later that can be asked about.
pub const MOST_WEEKS: i8 = 8;

/// What would be different; what is not named stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// ₫/kg, in the poster's own terms: an ask at the farm gate, a bid delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<VndPerKg>,
    /// All days so many weeks later (earlier where negative); -8 to 8.
    #[serde(default, skip_serializing_if = "no_weeks")]
    pub weeks: i8,
    /// An offer would hold this paper besides; a demand would not require it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<CertKind>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn no_weeks(weeks: &i8) -> bool {
    *weeks == 0
}

impl Question {
    /// Every fault of the question, given what can be asked about the post.
    pub fn check(&self, prices: &[VndPerKg], papers: &[CertKind]) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(*self != Self::default(), "price", "what_if_nothing_changed");
        faults.require(self.price.is_none_or(|price| prices.contains(&price)), "price", "what_if_price");
        faults.require((-MOST_WEEKS..=MOST_WEEKS).contains(&self.weeks), "weeks", "what_if_weeks");
        faults.require(self.paper.is_none_or(|paper| papers.contains(&paper)), "paper", "what_if_paper");
        faults.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_list_can_be_asked() {
        let price = |dong| VndPerKg::new(dong).unwrap();
        let asked = |question: Question| {
            let faults = question.check(&[price(9800), price(10_200)], &[CertKind::Vietgap]);
            faults.map_err(|faults| faults.into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect::<Vec<_>>())
        };
        let fault = |field: &str, code| Err(vec![(field.to_owned(), code)]);
        assert_eq!(asked(Question { price: Some(price(9800)), weeks: -8, paper: Some(CertKind::Vietgap) }), Ok(()));
        assert_eq!(asked(Question::default()), fault("price", "what_if_nothing_changed"));
        assert_eq!(asked(Question { price: Some(price(9900)), ..Question::default() }), fault("price", "what_if_price"));
        assert_eq!(asked(Question { weeks: 9, ..Question::default() }), fault("weeks", "what_if_weeks"));
        assert_eq!(asked(Question { weeks: i8::MIN, ..Question::default() }), fault("weeks", "what_if_weeks"));
        assert_eq!(asked(Question { paper: Some(CertKind::Gi), ..Question::default() }), fault("paper", "what_if_paper"));
    }
}
