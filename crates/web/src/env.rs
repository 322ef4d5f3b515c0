//! The clock, the ids and the secrets: the only place that knows the time or draws a random number.
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use domain::day::{Timestamp, TradeDay};
use rand::RngCore;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::{ContextV7, Uuid};

#[derive(Debug, Clone)]
pub enum Env {
    System(Arc<Mutex<ContextV7>>),
    /// A clock that stands until it is moved, and ids and secrets that repeat: for tests and for playing the demo season.
    Fixed(Arc<Mutex<Fixed>>),
}

#[derive(Debug)]
pub struct Fixed {
    now: Timestamp,
    drawn: u64,
}

impl Env {
    pub fn system() -> Self {
        Self::System(Arc::new(Mutex::new(ContextV7::new())))
    }

    pub fn fixed(now: Timestamp) -> Self {
        Self::Fixed(Arc::new(Mutex::new(Fixed { now, drawn: 0 })))
    }

    /// Now, cut to microseconds: what PostgreSQL keeps, so that saved equals loaded on both databases.
    pub fn now(&self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the clock")]
            Self::System(_) => Utc::now().trunc_subsecs(6),
            Self::Fixed(fixed) => lock(fixed).now,
        }
    }

    pub fn today(&self) -> TradeDay {
        TradeDay::of(self.now())
    }

    /// A new id; ids made later sort later.
    pub fn id<T: From<Uuid>>(&self) -> T {
        T::from(match self {
            Self::System(context) => {
                let now = self.now();
                let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
                Uuid::new_v7(uuid::Timestamp::from_unix(
                    &*context.lock().unwrap_or_else(PoisonError::into_inner),
                    seconds,
                    now.timestamp_subsec_nanos(),
                ))
            }
            Self::Fixed(fixed) => {
                let (millis, drawn) = draw(fixed);
                let mut tail = [0; 10];
                tail[2..].copy_from_slice(&drawn.to_be_bytes());
                uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
            }
        })
    }

    /// Bytes nobody can guess.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is where secrets are drawn")]
            Self::System(_) => rand::rng().fill_bytes(&mut bytes),
            Self::Fixed(fixed) => {
                let drawn = draw(fixed).1.to_be_bytes();
                bytes.iter_mut().zip(drawn.iter().rev().cycle()).for_each(|(byte, drawn)| *byte = *drawn);
            }
        }
        bytes
    }

    /// Six digits, each code as likely as another.
    pub fn code(&self) -> String {
        let number = u64::from_be_bytes(self.secret()) % 1_000_000;
        format!("{number:06}")
    }

    /// Moves a fixed clock forward; the system's clock moves by itself.
    pub fn advance(&self, by: TimeDelta) {
        if let Self::Fixed(fixed) = self {
            lock(fixed).now += by;
        }
    }

    /// Sets a fixed clock.
    pub fn set(&self, now: DateTime<Utc>) {
        if let Self::Fixed(fixed) = self {
            lock(fixed).now = now;
        }
    }
}

/// Bytes for keys and nonces, which never repeat: not under a fixed clock either.
#[expect(clippy::disallowed_methods, reason = "this is where secrets are drawn")]
pub fn unrepeated<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

fn lock(fixed: &Mutex<Fixed>) -> std::sync::MutexGuard<'_, Fixed> {
    fixed.lock().unwrap_or_else(PoisonError::into_inner)
}

fn draw(fixed: &Mutex<Fixed>) -> (u64, u64) {
    let mut fixed = lock(fixed);
    fixed.drawn += 1;
    (u64::try_from(fixed.now.timestamp_millis()).unwrap_or_default(), fixed.drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_made_later_sort_later_even_within_a_millisecond() {
        for env in [Env::system(), Env::fixed("2026-11-21T01:00:00Z".parse().unwrap())] {
            let ids: Vec<Uuid> = (0..1000).map(|_| env.id()).collect();
            assert!(ids.is_sorted());
            assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn codes_have_six_digits_and_differ() {
        let env = Env::system();
        let codes: std::collections::BTreeSet<_> = (0..50).map(|_| env.code()).collect();
        assert!(codes.len() > 45);
        assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())));
    }
}
