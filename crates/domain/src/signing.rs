//! The second proof of a signature: a six-digit code by mail, or a time-based code from the signer's own device.
//!
//! The caller draws the code, mails it, keeps only its hash and compares; here are the rules of how often and how long.
use crate::day::Timestamp;
use crate::error::Conflict;
use crate::id::ChallengeId;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a signer proved to be at the keyboard, beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Proof {
    EmailCode {
        challenge: ChallengeId,
    },
    /// The time step of the code, so that no code counts twice.
    Totp {
        step: i64,
    },
}

impl Proof {
    pub const fn code(self) -> &'static str {
        match self {
            Self::EmailCode { .. } => "email_code",
            Self::Totp { .. } => "totp",
        }
    }
}

/// Six digits as typed by a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

impl Code {
    pub const DIGITS: usize = 6;

    /// Keeps a drawn number as six digits, leading zeros included.
    pub fn from_number(number: u32) -> Option<Self> {
        (number < 1_000_000).then(|| Self(format!("{number:06}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code is a secret for ten minutes: it never reaches a log through `{:?}`.
impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(******)")
    }
}

impl std::str::FromStr for Code {
    type Err = CodeError;

    /// Spaces are forgiven, because mail programs and people group the digits.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).take(Self::DIGITS + 1).collect();
        if digits.len() == Self::DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(CodeError::NotSixDigits)
        }
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;
    fn try_from(text: String) -> Result<Self, CodeError> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("code_not_six_digits")]
    NotSixDigits,
    #[error("code_wrong")]
    Wrong { tries_left: u8 },
    #[error("code_expired")]
    Expired,
    #[error("code_tries_spent")]
    TriesSpent,
    #[error("code_used")]
    Used,
    #[error("code_sent_just_now")]
    SentJustNow { again_at: Timestamp },
}

impl Conflict for CodeError {
    fn field(&self) -> Option<Cow<'static, str>> {
        Some("code".into())
    }
}

/// One code that was sent: good for ten minutes, five tries and one use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    pub issued_at: Timestamp,
    pub tries: u8,
    pub used_at: Option<Timestamp>,
}

impl Challenge {
    pub const MINUTES: i64 = 10;
    pub const TRIES: u8 = 5;
    /// The shortest pause before another code is sent to the same person.
    pub const RESEND_SECONDS: i64 = 40;

    pub const fn issue(now: Timestamp) -> Self {
        Self { issued_at: now, tries: 0, used_at: None }
    }

    pub fn expires_at(&self) -> Timestamp {
        self.issued_at + TimeDelta::minutes(Self::MINUTES)
    }

    pub const fn tries_left(&self) -> u8 {
        Self::TRIES.saturating_sub(self.tries)
    }

    /// One try, `matches` telling whether the typed code had the stored hash. The new challenge is stored whatever the
    /// outcome, in a transaction of its own when the outcome is an error: a wrong try must not be rolled back.
    pub fn attempt(&self, now: Timestamp, matches: bool) -> (Self, Result<(), CodeError>) {
        let refused = |error| (self.clone(), Err(error));
        if self.used_at.is_some() {
            return refused(CodeError::Used);
        }
        if now < self.issued_at || now >= self.expires_at() {
            return refused(CodeError::Expired);
        }
        if self.tries_left() == 0 {
            return refused(CodeError::TriesSpent);
        }
        let mut tried = Self { tries: self.tries + 1, ..self.clone() };
        if matches {
            tried.used_at = Some(now);
            return (tried, Ok(()));
        }
        let tries_left = tried.tries_left();
        (tried, Err(if tries_left == 0 { CodeError::TriesSpent } else { CodeError::Wrong { tries_left } }))
    }

    /// Whether a new code may replace this one now.
    pub fn may_resend(&self, now: Timestamp) -> Result<(), CodeError> {
        let again_at = self.issued_at + TimeDelta::seconds(Self::RESEND_SECONDS);
        if now < again_at { Err(CodeError::SentJustNow { again_at }) } else { Ok(()) }
    }
}

/// A time-based code counts once: its step must be later than the last one this person used.
pub fn fresh_step(step: i64, last_used: Option<i64>) -> Result<(), CodeError> {
    match last_used {
        Some(last) if step <= last => Err(CodeError::Used),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start() -> Timestamp {
        "2026-11-21T03:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_code_is_six_digits_and_hides_itself() {
        assert_eq!("407 152".parse::<Code>().unwrap().as_str(), "407152");
        assert_eq!(Code::from_number(7).unwrap().as_str(), "000007");
        assert_eq!(Code::from_number(1_000_000), None);
        for bad in ["", "12345", "1234567", "12345a", "１２３４５６", "-12345"] {
            assert_eq!(bad.parse::<Code>(), Err(CodeError::NotSixDigits), "{bad}");
        }
        assert_eq!(format!("{:?}", Code::from_number(407_152).unwrap()), "Code(******)");
    }

    #[test]
    fn the_right_code_passes_once() {
        let (used, outcome) = Challenge::issue(start()).attempt(start(), true);
        assert_eq!(outcome, Ok(()));
        assert_eq!(used.used_at, Some(start()));
        assert_eq!(used.attempt(start(), true).1, Err(CodeError::Used));
    }

    #[test]
    fn five_wrong_tries_close_the_code_even_for_the_right_digits() {
        let mut challenge = Challenge::issue(start());
        for tries_left in (1..Challenge::TRIES).rev() {
            let (next, outcome) = challenge.attempt(start(), false);
            assert_eq!(outcome, Err(CodeError::Wrong { tries_left }));
            challenge = next;
        }
        let (spent, outcome) = challenge.attempt(start(), false);
        assert_eq!(outcome, Err(CodeError::TriesSpent));
        assert_eq!(spent.attempt(start(), true).1, Err(CodeError::TriesSpent));
    }

    #[test]
    fn a_code_dies_at_the_tenth_minute() {
        let challenge = Challenge::issue(start());
        let last = challenge.expires_at() - TimeDelta::microseconds(1);
        assert_eq!(challenge.attempt(last, true).1, Ok(()));
        assert_eq!(challenge.attempt(challenge.expires_at(), true).1, Err(CodeError::Expired));
        assert_eq!(challenge.attempt(start() - TimeDelta::seconds(1), true).1, Err(CodeError::Expired));
    }

    #[test]
    fn a_second_code_waits_forty_seconds() {
        let challenge = Challenge::issue(start());
        let again_at = start() + TimeDelta::seconds(40);
        assert_eq!(challenge.may_resend(start() + TimeDelta::seconds(39)), Err(CodeError::SentJustNow { again_at }));
        assert_eq!(challenge.may_resend(again_at), Ok(()));
    }

    #[test]
    fn a_time_based_step_is_used_once() {
        assert_eq!(fresh_step(10, None), Ok(()));
        assert_eq!(fresh_step(11, Some(10)), Ok(()));
        assert_eq!(fresh_step(10, Some(10)), Err(CodeError::Used));
        assert_eq!(fresh_step(9, Some(10)), Err(CodeError::Used));
    }

    proptest! {
        #[test]
        fn no_sequence_of_tries_passes_twice_or_after_five(tries in prop::collection::vec((0..900i64, any::<bool>()), 1..20)) {
            let (mut challenge, mut passed) = (Challenge::issue(start()), 0);
            for (nth, (second, matches)) in tries.into_iter().enumerate() {
                let (next, outcome) = challenge.attempt(start() + TimeDelta::seconds(second), matches);
                if outcome.is_ok() {
                    passed += 1;
                    prop_assert!(matches && second < 600 && challenge.tries < 5, "try {}", nth);
                }
                prop_assert!(next.tries <= Challenge::TRIES);
                challenge = next;
            }
            prop_assert!(passed <= 1);
        }
    }
}
