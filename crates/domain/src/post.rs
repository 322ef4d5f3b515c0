//! What an offer and a demand have in common: they are posted, edited, withdrawn, and one day over.
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Week};
use crate::error::{Conflict, Faults, Refusal};
use crate::id::UserId;
use crate::quantity::Kg;
use chrono::NaiveTime;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The longest time a buyer may take to pay.
pub const MOST_PAYMENT_DAYS: u16 = 120;
/// How far ahead a post may begin.
const FARTHEST_START_DAYS: u32 = 366;

/// What somebody decided about a post. That it is over is decided by time alone: see [`PostState::status`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostState {
    Open,
    Withdrawn { by: UserId, at: Timestamp },
}

coded! {
    /// How a post stands at a moment.
    PostStatus, PostStatusError = "post_status_unknown";
    Open = "open",
    Withdrawn = "withdrawn",
    Expired = "expired",
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostConflict {
    #[error("post_withdrawn")]
    Withdrawn,
    #[error("post_expired")]
    Expired,
    #[error("post_closed")]
    Closed,
    /// So much is in live proposals and contracts already.
    #[error("below_promised")]
    BelowPromised { field: Cow<'static, str>, promised: Kg },
    #[error("below_promised_suppliers")]
    BelowPromisedSuppliers { promised: u16 },
    /// One supplier has more already.
    #[error("below_promised_share")]
    BelowPromisedShare { promised: Kg },
    /// What was promised is this and not something else.
    #[error("goods_promised")]
    GoodsPromised { field: &'static str },
}

impl Conflict for PostConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::BelowPromised { field, .. } => Some(field.clone()),
            Self::BelowPromisedSuppliers { .. } => Some("max_suppliers".into()),
            Self::BelowPromisedShare { .. } => Some("max_share".into()),
            Self::GoodsPromised { field } => Some((*field).into()),
            Self::Withdrawn | Self::Expired | Self::Closed => None,
        }
    }
}

pub type PostError = Refusal<PostConflict>;

impl PostState {
    pub fn status(&self, closes_at: Timestamp, now: Timestamp) -> PostStatus {
        match self {
            Self::Withdrawn { .. } => PostStatus::Withdrawn,
            Self::Open if now < closes_at => PostStatus::Open,
            Self::Open => PostStatus::Expired,
        }
    }

    /// Only an open post changes.
    pub(crate) fn require_open(&self, closes_at: Timestamp, now: Timestamp) -> Result<(), PostError> {
        match self.status(closes_at, now) {
            PostStatus::Open => Ok(()),
            PostStatus::Withdrawn => Err(Refusal::Conflict(PostConflict::Withdrawn)),
            PostStatus::Expired => Err(Refusal::Conflict(PostConflict::Expired)),
        }
    }
}

/// What live proposals and contracts hold of a post, by delivery week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promised {
    weeks: BTreeMap<Week, Kg>,
    total: Kg,
    suppliers: u16,
    most_of_one: Kg,
}

impl Promised {
    /// `suppliers` hold a place in a demand; for an offer it says nothing. Nothing when the sum leaves the range of a weight.
    pub fn new(weeks: impl IntoIterator<Item = (Week, Kg)>, suppliers: u16) -> Option<Self> {
        let weeks: BTreeMap<_, _> = weeks.into_iter().filter(|(_, kg)| !kg.is_zero()).collect();
        let total = Kg::sum(weeks.values().copied())?;
        Some(Self { weeks, total, suppliers, most_of_one: Kg::ZERO })
    }

    /// With what the supplier who has most of it has.
    #[must_use]
    pub fn with_most_of_one(self, most_of_one: Kg) -> Self {
        Self { most_of_one, ..self }
    }

    pub const fn most_of_one(&self) -> Kg {
        self.most_of_one
    }

    pub fn is_nothing(&self) -> bool {
        self.weeks.is_empty()
    }

    pub fn weeks(&self) -> impl Iterator<Item = (Week, Kg)> {
        self.weeks.iter().map(|(week, kg)| (*week, *kg))
    }

    pub const fn total(&self) -> Kg {
        self.total
    }

    pub const fn suppliers(&self) -> u16 {
        self.suppliers
    }

    /// The busiest week.
    pub fn most_in_a_week(&self) -> Kg {
        self.weeks.values().copied().max().unwrap_or_default()
    }

    /// Refuses less than what is promised.
    pub(crate) fn require(field: impl Into<Cow<'static, str>>, kg: Kg, promised: Kg) -> Result<(), PostError> {
        if kg >= promised { Ok(()) } else { Err(Refusal::Conflict(PostConflict::BelowPromised { field: field.into(), promised })) }
    }

    /// Refuses other goods once some are promised.
    pub(crate) fn require_same_goods(&self, same: bool, field: &'static str) -> Result<(), PostError> {
        if same || self.is_nothing() { Ok(()) } else { Err(Refusal::Conflict(PostConflict::GoodsPromised { field })) }
    }
}

/// The midnight that ends a day in Viet Nam.
pub(crate) fn end_of(day: TradeDay) -> Timestamp {
    day.plus(1).at(NaiveTime::MIN)
}

/// A round trades whole kilograms, and at least one.
pub(crate) fn require_whole(faults: &mut Faults, field: impl Into<Cow<'static, str>>, kg: Kg) {
    let field = field.into();
    faults.require(!kg.is_zero(), field.clone(), "kg_out_of_range");
    faults.require(kg.grams() % 1000 == 0, field, "kg_not_whole");
}

pub(crate) fn require_payment_days(faults: &mut Faults, field: &'static str, days: u16) {
    faults.require(days <= MOST_PAYMENT_DAYS, field, "payment_days_out_of_range");
}

pub(crate) fn begins_too_far_ahead(first: TradeDay, today: TradeDay) -> bool {
    first > today.plus(FARTHEST_START_DAYS)
}
