//! Slowing down guessing: what is counted for a try, where it comes from, and how long the next one waits.
//!
//! Whoever guesses is slowed down by the pair of what is guessed and where from, so that nobody locks somebody else out: failures
//! from one address never make another address wait long for the same account.
use crate::account::SignInName;
use crate::day::Timestamp;
use crate::id::UserId;
use chrono::TimeDelta;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

/// Some tries are free, then each one more doubles the wait, up to the longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    free: usize,
    longest: TimeDelta,
}

impl Throttle {
    /// One account from one address, or one person who is signed in already.
    pub const CLOSE: Self = Self { free: 5, longest: TimeDelta::minutes(15) };
    /// All from one address, which a whole village may share.
    pub const ADDRESS: Self = Self { free: 100, longest: TimeDelta::minutes(15) };
    /// One account from everywhere: more than one address comes to in an hour, and a wait that its owner can sit out.
    pub const ACCOUNT: Self = Self { free: 100, longest: TimeDelta::minutes(1) };
    /// Departures to sign in elsewhere and returns, from one address that a whole company may share: each is a few requests to its provider.
    pub const AWAY: Self = Self { free: 150, longest: TimeDelta::minutes(1) };
    /// Mails to one account, asked for from everywhere: each of them is a way in for its owner already.
    pub const MAILS: Self = Self { free: 20, longest: TimeDelta::minutes(15) };

    /// Only tries this young count.
    pub const MEMORY: TimeDelta = TimeDelta::hours(1);
    const FIRST_WAIT: TimeDelta = TimeDelta::seconds(15);

    /// When the next try is looked at; nothing when it is welcome at once.
    pub fn until(self, tries: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let recent = || tries.iter().copied().filter(|at| *at > now - Self::MEMORY);
        let last = recent().max()?;
        let beyond = recent().count().checked_sub(self.free)?;
        let doubled =
            u32::try_from(beyond).ok().and_then(|times| 2_i32.checked_pow(times)).and_then(|factor| Self::FIRST_WAIT.checked_mul(factor));
        let wait = doubled.map_or(self.longest, |wait| wait.min(self.longest));
        Some(last + wait).filter(|until| now < *until)
    }
}

/// Where a try comes from: one IPv4 address, or the /64 of an IPv6 address, because a household or a rented server has all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source(IpAddr);

impl From<IpAddr> for Source {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
            address @ IpAddr::V4(_) => address,
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IpAddr::V4(address) => address.fmt(f),
            IpAddr::V6(network) => write!(f, "{network}/64"),
        }
    }
}

/// One thing that a try counts towards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    pub subject: String,
    pub throttle: Throttle,
}

impl Counter {
    fn new(throttle: Throttle, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), throttle }
    }
}

/// A password for a sign-in name. The first counter is forgotten when it was right.
pub fn sign_in(name: &SignInName, source: Source) -> [Counter; 3] {
    [
        Counter::new(Throttle::CLOSE, format!("in:{name}@{source}")),
        Counter::new(Throttle::ADDRESS, format!("in@{source}")),
        Counter::new(Throttle::ACCOUNT, format!("in:{name}")),
    ]
}

/// A mail with a link to a new password; every one counts.
pub fn forgotten(name: &SignInName, source: Source) -> [Counter; 3] {
    [
        Counter::new(Throttle::CLOSE, format!("forgot:{name}@{source}")),
        Counter::new(Throttle::ADDRESS, format!("forgot@{source}")),
        Counter::new(Throttle::MAILS, format!("forgot:{name}")),
    ]
}

/// An organisation that registers; every one counts.
pub fn registration(source: Source) -> [Counter; 1] {
    [Counter::new(Throttle::ADDRESS, format!("register@{source}"))]
}

/// A link out of a mail.
pub fn link(source: Source) -> [Counter; 1] {
    [Counter::new(Throttle::ADDRESS, format!("link@{source}"))]
}

/// Somebody who goes to sign in elsewhere; every one counts.
pub fn away(source: Source) -> [Counter; 1] {
    [Counter::new(Throttle::AWAY, format!("away@{source}"))]
}

/// Somebody who comes back from there; every one counts.
pub fn back(source: Source) -> [Counter; 1] {
    [Counter::new(Throttle::AWAY, format!("back@{source}"))]
}

/// A person who is signed in types the password again. The first counter is forgotten when it was right.
pub fn password(user: UserId, source: Source) -> [Counter; 2] {
    [Counter::new(Throttle::CLOSE, format!("confirm:{user}")), Counter::new(Throttle::ADDRESS, format!("in@{source}"))]
}

/// A person who is signed in types a code. The first counter is forgotten when it was right.
pub fn code(user: UserId, source: Source) -> [Counter; 2] {
    [Counter::new(Throttle::CLOSE, format!("code:{user}")), Counter::new(Throttle::ADDRESS, format!("code@{source}"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn noon() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn wait(throttle: Throttle, count: usize) -> Option<i64> {
        throttle.until(&vec![noon(); count], noon()).map(|until| (until - noon()).num_seconds())
    }

    #[test]
    fn five_tries_are_free_then_the_wait_doubles() {
        for (count, seconds) in [(0, None), (4, None), (5, Some(15)), (6, Some(30)), (8, Some(120)), (11, Some(900)), (500, Some(900))] {
            assert_eq!(wait(Throttle::CLOSE, count), seconds, "{count}");
        }
        assert_eq!(wait(Throttle::ADDRESS, 99), None);
        assert_eq!(wait(Throttle::ADDRESS, 100), Some(15));
        assert_eq!(wait(Throttle::ACCOUNT, 150), Some(60));
    }

    #[test]
    fn old_tries_are_forgotten_and_a_wait_ends() {
        let tries = vec![noon(); 5];
        assert_eq!(Throttle::CLOSE.until(&tries, noon() + TimeDelta::seconds(14)), Some(noon() + TimeDelta::seconds(15)));
        assert_eq!(Throttle::CLOSE.until(&tries, noon() + TimeDelta::seconds(15)), None);
        assert_eq!(Throttle::CLOSE.until(&vec![noon(); 50], noon() + Throttle::MEMORY), None);
    }

    /// Somebody at one address who tries as soon as it is allowed, for a day.
    #[test]
    fn one_address_never_makes_another_one_wait() {
        let (mut tries, mut now): (Vec<Timestamp>, _) = (Vec::new(), noon());
        while now < noon() + TimeDelta::days(1) {
            if let Some(until) = Throttle::CLOSE.until(&tries, now) {
                now = until;
            }
            tries.push(now);
            for everywhere in [Throttle::ACCOUNT, Throttle::MAILS] {
                assert_eq!(everywhere.until(&tries, now), None, "after {} tries", tries.len());
            }
        }
    }

    #[test]
    fn a_source_is_an_address_or_a_64() {
        for (address, source) in [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::", "2001:db8:1:2::/64"),
            ("::1", "::/64"),
        ] {
            assert_eq!(Source::from(address.parse::<IpAddr>().unwrap()).to_string(), source);
        }
    }

    proptest! {
        #[test]
        fn one_more_try_never_shortens_the_wait(seconds in prop::collection::vec(0i64..7200, 0..20), now in 0i64..7200) {
            let start = noon();
            let now = start + TimeDelta::seconds(now);
            let mut tries: Vec<_> = seconds.into_iter().map(|s| start + TimeDelta::seconds(s)).filter(|at| *at <= now).collect();
            let before = Throttle::CLOSE.until(&tries, now);
            tries.push(now);
            prop_assert!(Throttle::CLOSE.until(&tries, now) >= before);
        }
    }
}
