//! The rules of the market and what it does with personal data: editions that come into force one after another, and who accepted
//! which, when and how.
mod text;

pub use text::{RulesText, Section};

use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Faults, FieldError};
use crate::id::UserId;
use chrono::TimeDelta;
use serde::Deserialize;

coded! {
    /// What somebody agrees to; each by itself, as the law on personal data wants it.
    ConsentTo, ConsentToError = "consent_to_unknown";
    OperatingRules = "operating_rules",
    PersonalData = "personal_data",
}

coded! {
    /// Where somebody agreed.
    ConsentWay, ConsentWayError = "consent_way_unknown";
    /// When registering an organisation.
    Registration = "registration",
    /// When joining one by an invitation.
    Invitation = "invitation",
    /// Signed in, to a later edition or after a colleague opened the account.
    Account = "account",
}

/// One edition of the rules; it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    pub version: i64,
    pub in_force_from: Timestamp,
    /// Of both languages, so that what was agreed to can be proved.
    pub hash: String,
}

/// That somebody agreed; it never changes either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub user: UserId,
    pub to: ConsentTo,
    pub version: i64,
    pub hash: String,
    pub way: ConsentWay,
    pub at: Timestamp,
}

/// What a person ticks.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The edition that was on the screen.
    pub version: i64,
    #[serde(default)]
    pub operating_rules: bool,
    #[serde(default)]
    pub personal_data: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    #[error("a new edition is announced at least {} days before it comes into force", Editions::NOTICE_DAYS)]
    TooSoon,
    #[error("an edition that is published already comes into force later")]
    BeforeAnother,
    #[error("this is the latest edition as it stands")]
    Same,
}

/// All editions there are, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editions(Vec<Edition>);

impl Editions {
    /// How long before it counts an edition is announced: what the law on e-commerce asks of a market.
    pub const NOTICE_DAYS: i64 = 5;

    pub fn new(mut editions: Vec<Edition>) -> Self {
        editions.sort_by_key(|edition| edition.version);
        Self(editions)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.0.iter()
    }

    pub fn get(&self, version: i64) -> Option<&Edition> {
        self.0.iter().find(|edition| edition.version == version)
    }

    /// The first one counts from the beginning.
    pub fn in_force(&self, now: Timestamp) -> Option<&Edition> {
        self.0.iter().rev().find(|edition| edition.in_force_from <= now).or_else(|| self.0.first())
    }

    pub fn latest(&self) -> Option<&Edition> {
        self.0.last()
    }

    /// What somebody is asked to accept who accepted `accepted` last: the latest one, from the day it is announced.
    pub fn to_accept(&self, accepted: Option<i64>) -> Option<&Edition> {
        self.latest().filter(|latest| accepted.is_none_or(|version| version < latest.version))
    }

    /// The first edition of an instance, in force at once.
    pub const fn first(hash: String, now: Timestamp) -> Edition {
        Edition { version: 1, in_force_from: now, hash }
    }

    /// The next edition.
    pub fn publish(&self, hash: String, in_force_from: Timestamp, now: Timestamp) -> Result<Edition, PublishError> {
        if in_force_from < now + TimeDelta::days(Self::NOTICE_DAYS) {
            return Err(PublishError::TooSoon);
        }
        if let Some(latest) = self.latest() {
            if latest.in_force_from >= in_force_from {
                return Err(PublishError::BeforeAnother);
            }
            if latest.hash == hash {
                return Err(PublishError::Same);
            }
        }
        Ok(Edition { version: self.latest().map_or(1, |latest| latest.version + 1), in_force_from, hash })
    }

    /// What a person agrees to who ticked this: an edition that counts or is announced, both parts of it.
    pub fn accept(&self, ticked: Acceptance, user: UserId, way: ConsentWay, now: Timestamp) -> Result<[Consent; 2], Vec<FieldError>> {
        let offered = self.in_force(now).map_or(0, |edition| edition.version);
        let edition = self.get(ticked.version).filter(|edition| edition.version >= offered);
        let mut faults = Faults::new();
        faults.require(edition.is_some(), "version", "rules_changed");
        faults.require(ticked.operating_rules, "operating_rules", "consent_missing");
        faults.require(ticked.personal_data, "personal_data", "consent_missing");
        faults.finish()?;
        let edition = edition.ok_or_else(|| vec![FieldError::new("version", "rules_changed")])?;
        let consent = |to| Consent { user, to, version: edition.version, hash: edition.hash.clone(), way, at: now };
        Ok([consent(ConsentTo::OperatingRules), consent(ConsentTo::PersonalData)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: i64) -> Timestamp {
        "2026-11-01T00:00:00Z".parse::<Timestamp>().unwrap() + TimeDelta::days(day - 1)
    }

    fn two() -> Editions {
        let first = Editions::first("a".into(), day(3));
        let second = Editions::new(vec![first.clone()]).publish("b".into(), day(20), day(10)).unwrap();
        Editions::new(vec![second, first])
    }

    fn ticked(version: i64) -> Acceptance {
        Acceptance { version, operating_rules: true, personal_data: true }
    }

    #[test]
    fn an_edition_counts_from_its_day_and_the_first_one_from_the_beginning() {
        let version = |at| two().in_force(day(at)).map(|edition| edition.version);
        assert_eq!([1, 3, 19, 20, 40].map(version), [Some(1), Some(1), Some(1), Some(2), Some(2)]);
        assert_eq!(Editions::default().in_force(day(1)), None);
    }

    #[test]
    fn a_new_edition_is_announced_in_time_and_after_those_before_it() {
        let editions = two();
        assert_eq!(editions.publish("c".into(), day(24), day(20)), Err(PublishError::TooSoon));
        assert_eq!(editions.publish("c".into(), day(20), day(12)), Err(PublishError::BeforeAnother));
        assert_eq!(editions.publish("b".into(), day(30), day(12)), Err(PublishError::Same));
        let third = editions.publish("c".into(), day(25), day(20)).unwrap();
        assert_eq!((third.version, third.in_force_from), (3, day(25)));
    }

    #[test]
    fn whoever_accepted_the_latest_is_asked_nothing() {
        let asked = |accepted| two().to_accept(accepted).map(|edition| edition.version);
        assert_eq!([None, Some(1), Some(2)].map(asked), [Some(2), Some(2), None]);
    }

    #[test]
    fn both_parts_of_an_edition_that_counts_or_is_announced_are_accepted() {
        let user: UserId = Uuid::from_u128(1).into();
        let accept = |ticked, at| two().accept(ticked, user, ConsentWay::Account, day(at));
        let consents = accept(ticked(1), 15).unwrap();
        assert_eq!(
            consents.map(|one| (one.to, one.version, one.hash, one.at)),
            [(ConsentTo::OperatingRules, 1, "a".to_owned(), day(15)), (ConsentTo::PersonalData, 1, "a".to_owned(), day(15)),]
        );
        assert!(accept(ticked(2), 15).is_ok(), "it may be accepted before it counts");
        let codes = |answer: Result<[Consent; 2], Vec<FieldError>>| {
            answer.unwrap_err().iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>()
        };
        assert_eq!(codes(accept(ticked(1), 20)), ["version rules_changed"], "it counts no more");
        assert_eq!(codes(accept(ticked(3), 15)), ["version rules_changed"]);
        let half = Acceptance { personal_data: false, ..ticked(2) };
        assert_eq!(codes(accept(half, 15)), ["personal_data consent_missing"]);
    }
}
