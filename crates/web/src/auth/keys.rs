//! The access token: a signed note of who signed in, good for fifteen minutes.
use domain::day::Timestamp;
use domain::id::{SessionId, UserId};
use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

pub const ACCESS_MINUTES: i64 = 15;
pub const REFRESH_DAYS: i64 = 30;

#[derive(Clone)]
pub struct Keys {
    sign: EncodingKey,
    check: DecodingKey,
    seal: Hmac<Sha256>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    pub sub: UserId,
    pub sid: SessionId,
    pub exp: i64,
}

impl Keys {
    pub fn new(secret: &[u8]) -> Self {
        let seal = Hmac::new_from_slice(secret).expect("a key of any length is one");
        Self { sign: EncodingKey::from_secret(secret), check: DecodingKey::from_secret(secret), seal }
    }

    /// What the database keeps of a short code: without this instance's key nobody can try out all of them.
    pub fn seal(&self, purpose: &str, code: &str) -> String {
        super::hex(&self.sealing(purpose, code).finalize().into_bytes())
    }

    /// Whether this is the code that was sealed, found out in the same time for every wrong one.
    pub fn opens(&self, purpose: &str, code: &str, sealed: &str) -> bool {
        let bytes: Option<Vec<u8>> =
            (0..sealed.len()).step_by(2).map(|at| sealed.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok())).collect();
        bytes.is_some_and(|bytes| self.sealing(purpose, code).verify_slice(&bytes).is_ok())
    }

    fn sealing(&self, purpose: &str, code: &str) -> Hmac<Sha256> {
        let mut seal = self.seal.clone();
        seal.update(purpose.as_bytes());
        seal.update(b"\n");
        seal.update(code.as_bytes());
        seal
    }

    pub fn issue(&self, user: UserId, session: SessionId, now: Timestamp) -> anyhow::Result<String> {
        let claims = Claims { sub: user, sid: session, exp: now.timestamp() + ACCESS_MINUTES * 60 };
        Ok(encode(&Header::new(Algorithm::HS256), &claims, &self.sign)?)
    }

    /// A note that only this instance can have written.
    pub fn sealed<T: Serialize>(&self, note: &T) -> anyhow::Result<String> {
        Ok(encode(&Header::new(Algorithm::HS256), note, &self.sign)?)
    }

    /// The note, if this instance wrote it; how long it counts is the reader's to look at.
    pub fn opened<T: DeserializeOwned>(&self, note: &str) -> Option<T> {
        decode::<T>(note, &self.check, &any_time()).ok().map(|note| note.claims)
    }

    /// Who the token names, if we signed it and it has not run out at `now`.
    pub fn read(&self, token: &str, now: Timestamp) -> Option<Claims> {
        self.opened::<Claims>(token).filter(|claims| claims.exp > now.timestamp())
    }
}

/// The signature alone: time is checked against our own clock.
fn any_time() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    validation
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn tokens_and_codes_are_good_for_their_time_and_their_key_only() {
        let now: Timestamp = "2026-11-21T01:00:00Z".parse().unwrap();
        let (user, session) = (UserId::from(Uuid::from_u128(1)), SessionId::from(Uuid::from_u128(2)));
        let keys = Keys::new(b"one secret of this instance");
        let token = keys.issue(user, session, now).unwrap();
        assert_eq!(keys.read(&token, now).map(|claims| (claims.sub, claims.sid)), Some((user, session)));
        assert_eq!(keys.read(&token, now + chrono::TimeDelta::minutes(ACCESS_MINUTES)), None);
        assert_eq!(Keys::new(b"another secret").read(&token, now), None);
        let sealed = keys.seal("code 1", "407152");
        assert!(keys.opens("code 1", "407152", &sealed));
        assert!(!keys.opens("code 1", "407153", &sealed) && !keys.opens("code 2", "407152", &sealed));
        assert!(!Keys::new(b"another secret").opens("code 1", "407152", &sealed) && !keys.opens("code 1", "407152", "đ"));
        let (head, rest) = token.split_once('.').unwrap();
        assert_eq!(keys.read(&format!("{head}.x{rest}"), now), None);
    }
}
