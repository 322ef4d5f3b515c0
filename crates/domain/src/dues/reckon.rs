//! The due lines of a contract, from its terms and what happened. Pure: the same facts give the same lines.
use super::DueTerms;
use crate::day::TradeDay;
use crate::money::Vnd;
use crate::payment::Debt;

/// What the lines follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Books<'a> {
    pub terms: DueTerms,
    /// Of the contract as it was signed.
    pub value: Vnd,
    /// The day of the last signature.
    pub signed_on: TradeDay,
    pub deposit: Given,
    /// In the order of acceptance: the first are set off first.
    pub accepted: &'a [Accepted],
    /// A retention that somebody said was paid stays as it is.
    pub retention: Option<Vnd>,
    /// And so does what went back of the deposit, as somebody said.
    pub given_back: Option<Vnd>,
    /// Nothing while goods may still come.
    pub end: Option<End>,
}

/// What the buyer did about the deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Nothing was said yet.
    No,
    /// So much, as the buyer says since that day and the supplier does not deny.
    Yes { amount: Vnd, since: TradeDay },
    /// So much, as the buyer says and the supplier denies.
    Denied(Vnd),
}

/// An accepted delivery, at least in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// Accepted kilograms at the contract price.
    pub value: Vnd,
    pub due_on: TradeDay,
    pub accepted_on: TradeDay,
    /// What was set off when somebody said that the rest is paid: that stays as it is.
    pub fixed: Option<Vnd>,
}

/// No more goods will come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    pub on: TradeDay,
    pub rest: Rest,
}

/// Whose the rest of the deposit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Everything was delivered or is not delivered any more, or the supplier ended the contract.
    GoesBack,
    /// The buyer ended it while goods were still to come (Bộ luật Dân sự, điều 328).
    StaysWithSupplier,
}

/// What of one delivery was paid ahead, what is kept back, and what is left to pay for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub set_off: Vnd,
    pub retained: Vnd,
    pub debt: Debt,
}

/// Every due line. Amounts may be zero and are never below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    pub deposit: Debt,
    /// As many as there are accepted deliveries, in the same order.
    pub deliveries: Vec<Share>,
    /// Kept back of all deliveries so far.
    pub retained: Vnd,
    /// Payable once no more goods will come.
    pub retention: Option<Debt>,
    /// Owed by the supplier.
    pub given_back: Option<Debt>,
    /// The part of the deposit that nothing is set off against yet, or for ever.
    pub left: Vnd,
    /// What of it stays with the supplier, because the buyer ended the contract.
    pub kept: Vnd,
}

pub fn reckon(books: &Books<'_>) -> Reckoning {
    let Books { terms, value, signed_on, deposit, accepted, retention, given_back, end } = *books;
    let (given, since) = match deposit {
        Given::No => (None, None),
        Given::Yes { amount, since } => (Some(amount.dong()), Some(since)),
        Given::Denied(amount) => (Some(amount.dong()), None),
    };
    let promised = given.unwrap_or(terms.deposit_of(value).dong());
    let fixed: i64 = accepted.iter().filter_map(|delivery| delivery.fixed).map(Vnd::dong).sum();
    let retained: i64 = accepted.iter().map(|delivery| terms.retained_of(delivery.value).dong()).sum();
    // What went back, and what the deposit paid of a retention that stays as it is, pays nothing else any more.
    let back = given_back.map_or(0, Vnd::dong);
    let netted_before = retention.map_or(0, |paid| (retained - paid.dong()).max(0));
    let mut left = (promised - fixed - back - netted_before).max(0);
    let deliveries: Vec<_> = accepted
        .iter()
        .map(|delivery| {
            let retained = terms.retained_of(delivery.value).dong();
            let most = delivery.value.dong() - retained;
            let set_off = delivery.fixed.map_or_else(|| most.min(left), Vnd::dong);
            left -= if delivery.fixed.is_some() { 0 } else { set_off };
            let debt = Debt { amount: Vnd::new(most - set_off), on: delivery.due_on };
            Share { set_off: Vnd::new(set_off), retained: Vnd::new(retained), debt }
        })
        .collect();
    let mut reckoned = Reckoning {
        deposit: Debt { amount: Vnd::new(promised), on: signed_on.plus(terms.deposit_days.into()) },
        deliveries,
        retained: Vnd::new(retained),
        retention: None,
        given_back: None,
        left: Vnd::new(left + back),
        kept: Vnd::ZERO,
    };
    let Some(End { on, rest }) = end else { return reckoned };
    // What is owed both ways is owed once: the rest of the deposit pays what was kept back, as far as it goes.
    let netted = match (retention, rest) {
        (None, Rest::GoesBack) => retained.min(left),
        (Some(_), _) | (None, Rest::StaysWithSupplier) => 0,
    };
    left -= netted;
    let last = accepted.iter().filter(|delivery| delivery.value > Vnd::ZERO).map(|delivery| delivery.accepted_on).max();
    let release = last.map_or(on, |last| last.plus(terms.retention_days.into())).max(on);
    reckoned.retention = Some(Debt { amount: retention.unwrap_or(Vnd::new(retained - netted)), on: release });
    reckoned.left = Vnd::new(left + back);
    match (given, rest) {
        // Nobody asks any more for what was never handed over and would only go back.
        (None, _) => {
            reckoned.deposit.amount = Vnd::new(promised - left);
            reckoned.left = Vnd::ZERO;
        }
        (Some(_), rest) => match (since, rest) {
            // The supplier cannot give back in time what it had not heard of: its days run from the end, or from the buyer's word.
            (Some(since), Rest::GoesBack) => {
                reckoned.given_back = Some(Debt { amount: Vnd::new(left + back), on: on.max(since).plus(DueTerms::RETURN_DAYS) });
            }
            (Some(_), Rest::StaysWithSupplier) => reckoned.kept = Vnd::new(left),
            // Nothing goes back before both agree that it came.
            (None, _) => {}
        },
    }
    reckoned
}
