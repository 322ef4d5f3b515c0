//! Which number the office rings about a guarded change: whoever stole a director's account may have changed the number first.
use super::GuardedChange;
use crate::day::Timestamp;
use crate::id::UserId;
use crate::phone::Phone;

/// Another contact number of an organisation; kept, and never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneChange {
    pub old: Phone,
    pub new: Phone,
    pub by: UserId,
    pub at: Timestamp,
}

impl GuardedChange {
    /// Those of an organisation's changes of number that make its number of today doubtful: made so shortly before the request
    /// that nobody who asked then could have confirmed, or after it.
    pub fn doubtful(&self, changes: Vec<PhoneChange>) -> Vec<PhoneChange> {
        let trusted = Self::confirmers_before(self.asked.at);
        changes.into_iter().filter(|change| change.at > trusted).collect()
    }

    /// The number from before all of them, oldest first.
    pub fn to_ring<'a>(now: &'a Phone, doubtful: &'a [PhoneChange]) -> &'a Phone {
        doubtful.first().map_or(now, |first| &first.old)
    }
}
