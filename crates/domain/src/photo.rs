//! Photos of offered goods, as they hang on the tree or lie in the crate.
use crate::account::Actor;
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{OfferId, PhotoId, UserId};
use crate::offer::Offer;
use crate::policy::{self, Command, Target};
use crate::post::PostStatus;
use std::borrow::Cow;

/// The most photos of one offer.
pub const MOST_PHOTOS: u64 = 6;

/// What is known of a photo without reading its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub id: PhotoId,
    pub offer: OfferId,
    /// SHA-256 of the bytes that are kept: the same file sent twice is one photo.
    pub hash: [u8; 32],
    pub size: u32,
    pub width: u32,
    pub height: u32,
    pub added_by: UserId,
    pub added_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoConflict {
    #[error("too_many_photos")]
    TooMany,
    #[error("photo_of_closed_offer")]
    Closed,
}

impl Conflict for PhotoConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::TooMany | Self::Closed => None,
        }
    }
}

pub type PhotoError = Refusal<PhotoConflict>;

/// May one more photo be put beside the `have` that an offer has?
pub fn may_add(actor: &Actor, offer: &Offer, have: u64, now: Timestamp) -> Result<(), PhotoError> {
    policy::allow(actor, Command::EditOffer, Target::Org(offer.org))?;
    match offer.status(now) {
        PostStatus::Open if have < MOST_PHOTOS => Ok(()),
        PostStatus::Open => Err(Refusal::Conflict(PhotoConflict::TooMany)),
        PostStatus::Expired | PostStatus::Withdrawn => Err(Refusal::Conflict(PhotoConflict::Closed)),
    }
}

/// May a photo be taken away? At any time, like the offer itself: somebody may stand on it who does not want to be seen.
pub fn may_remove(actor: &Actor, offer: &Offer) -> Result<(), PhotoError> {
    Ok(policy::allow(actor, Command::WithdrawOffer, Target::Org(offer.org))?)
}
