//! Staying signed in: how long, how a refresh token turns into the next one, and how long a link or a code that is good once
//! stays good.
use crate::account::Actor;
use crate::coded::coded;
use crate::day::Timestamp;
use crate::device::Device;
use crate::id::{SessionId, TokenId, UserId};
use crate::policy::{Command, Denied, Target, allow};
use chrono::TimeDelta;

/// How often a device proves that it still has the refresh token; whether the session still runs is asked at every request.
pub const ACCESS_LIFETIME: TimeDelta = TimeDelta::minutes(15);
/// A refresh token that nobody used for so long is dead.
pub const IDLE_LIFETIME: TimeDelta = TimeDelta::days(30);
/// However busy, after so long the password is asked again.
pub const SESSION_LIFETIME: TimeDelta = TimeDelta::days(90);

/// One sign-in on one device: the family of every refresh token that came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub user: UserId,
    pub device: Device,
    pub started_at: Timestamp,
    /// When a token of it was last given out: right to a quarter of an hour.
    pub last_used_at: Timestamp,
    /// Signed out, ended from another device, or revoked because a used token came back.
    pub ended_at: Option<Timestamp>,
}

/// A refresh token as it is stored, without the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    pub id: TokenId,
    pub session: SessionId,
    pub issued_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// What follows when a refresh token is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// Mark it used and give the next one.
    Rotate,
    /// Somebody else has a copy: end the session, so that neither copy works.
    EndSession,
    /// Sign in again; nothing else to do.
    SignIn,
}

impl Session {
    pub const fn start(id: SessionId, user: UserId, device: Device, now: Timestamp) -> Self {
        Self { id, user, device, started_at: now, last_used_at: now, ended_at: None }
    }

    /// Ends one of the own sessions, from whichever device; twice is harmless.
    pub fn end(&self, actor: &Actor, now: Timestamp) -> Result<Self, Denied> {
        allow(actor, Command::ManageOwnAccount, Target::Person(self.user))?;
        Ok(Self { ended_at: self.ended_at.or(Some(now)), ..self.clone() })
    }

    pub fn is_live(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.started_at + SESSION_LIFETIME
    }

    /// A used token that comes back ends a live session, even when the token itself is long past.
    pub fn refresh(&self, token: &RefreshToken, now: Timestamp) -> Refresh {
        if token.session != self.id || !self.is_live(now) {
            Refresh::SignIn
        } else if token.used_at.is_some() {
            Refresh::EndSession
        } else if now < token.issued_at + IDLE_LIFETIME {
            Refresh::Rotate
        } else {
            Refresh::SignIn
        }
    }
}

coded! {
    /// What a link, mailed or handed over, is good for, once.
    LinkKind, LinkKindError = "link_kind_unknown";
    ConfirmEmail = "confirm_email",
    ResetPassword = "reset_password",
}

impl LinkKind {
    pub const fn lifetime(self) -> TimeDelta {
        match self {
            Self::ConfirmEmail => TimeDelta::days(3),
            Self::ResetPassword => TimeDelta::hours(1),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("link_expired")]
    Expired,
    #[error("link_already_used")]
    Used,
}

/// Such a link as it is stored, without the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub id: TokenId,
    pub user: UserId,
    pub kind: LinkKind,
    pub issued_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

impl Link {
    pub fn expires_at(&self) -> Timestamp {
        self.issued_at + self.kind.lifetime()
    }

    /// The link after this use.
    pub fn redeem(&self, now: Timestamp) -> Result<Self, LinkError> {
        if self.used_at.is_some() {
            return Err(LinkError::Used);
        }
        if now >= self.expires_at() {
            return Err(LinkError::Expired);
        }
        Ok(Self { used_at: Some(now), ..self.clone() })
    }
}

/// Seconds that one code of an authenticator stands (RFC 6238).
const TOTP_SECONDS: i64 = 30;

/// The steps whose code is accepted now: the present one and a neighbour for clocks that differ, each at most once.
/// `last_used` is the step of the last code this person used.
pub fn totp_steps(now: Timestamp, last_used: Option<i64>) -> impl Iterator<Item = i64> {
    let step = now.timestamp().div_euclid(TOTP_SECONDS);
    (step - 1..=step + 1).filter(move |step| last_used.is_none_or(|used| *step > used))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn noon() -> Timestamp {
        at("2026-11-21T05:00:00Z")
    }

    fn session() -> Session {
        Session::start(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), Device::OTHER, noon())
    }

    fn token(issued_at: Timestamp, used_at: Option<Timestamp>) -> RefreshToken {
        RefreshToken { id: Uuid::from_u128(3).into(), session: session().id, issued_at, used_at }
    }

    #[test]
    fn a_refresh_token_works_once_and_its_return_ends_the_session() {
        let later = noon() + TimeDelta::hours(1);
        assert_eq!(session().refresh(&token(noon(), None), later), Refresh::Rotate);
        assert_eq!(session().refresh(&token(noon(), Some(noon())), later), Refresh::EndSession);
        assert_eq!(session().refresh(&token(noon(), Some(noon())), noon() + TimeDelta::days(40)), Refresh::EndSession);
        let ended = Session { ended_at: Some(noon()), ..session() };
        assert_eq!(ended.refresh(&token(noon(), None), later), Refresh::SignIn);
        assert_eq!(ended.refresh(&token(noon(), Some(noon())), later), Refresh::SignIn);
    }

    #[test]
    fn a_session_is_ended_by_its_owner_alone() {
        let person = |id: u128| Actor { user: Uuid::from_u128(id).into(), role: crate::account::Role::Operator, membership: None };
        let ended = session().end(&person(2), noon()).unwrap();
        assert_eq!(ended.ended_at, Some(noon()));
        assert_eq!(ended.end(&person(2), noon() + TimeDelta::hours(1)).unwrap(), ended);
        assert_eq!(session().end(&person(3), noon()), Err(Denied::Hidden));
    }

    #[test]
    fn an_idle_token_and_an_old_session_ask_for_the_password() {
        assert_eq!(session().refresh(&token(noon(), None), noon() + IDLE_LIFETIME), Refresh::SignIn);
        let last = noon() + SESSION_LIFETIME;
        let fresh = token(last - TimeDelta::hours(1), None);
        assert_eq!(session().refresh(&fresh, last - TimeDelta::seconds(1)), Refresh::Rotate);
        assert_eq!(session().refresh(&fresh, last), Refresh::SignIn);
    }

    #[test]
    fn a_token_of_another_session_is_worth_nothing() {
        let stray = RefreshToken { session: Uuid::from_u128(9).into(), ..token(noon(), Some(noon())) };
        assert_eq!(session().refresh(&stray, noon()), Refresh::SignIn);
    }

    #[test]
    fn a_link_is_good_once_and_for_a_while() {
        let link =
            Link { id: Uuid::from_u128(4).into(), user: session().user, kind: LinkKind::ResetPassword, issued_at: noon(), used_at: None };
        let in_time = noon() + TimeDelta::minutes(59);
        let used = link.redeem(in_time).unwrap();
        assert_eq!(used.used_at, Some(in_time));
        assert_eq!(used.redeem(in_time), Err(LinkError::Used));
        assert_eq!(link.redeem(noon() + TimeDelta::hours(1)), Err(LinkError::Expired));
    }

    #[test]
    fn a_code_of_the_neighbouring_half_minute_is_accepted_and_none_twice() {
        let now = Timestamp::from_timestamp(30 * 1000 + 29, 0).unwrap();
        assert_eq!(totp_steps(now, None).collect::<Vec<_>>(), [999, 1000, 1001]);
        assert_eq!(totp_steps(now, Some(1000)).collect::<Vec<_>>(), [1001]);
        assert_eq!(totp_steps(now, Some(1001)).count(), 0);
    }
}
