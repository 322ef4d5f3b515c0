//! Six-digit codes from an authenticator app, for members without e-mail and for instances without a mail server.
use anyhow::anyhow;
use domain::day::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// The bytes of a new secret, as RFC 4226 asks for SHA-1.
pub const SECRET_BYTES: usize = 20;

/// What the app scans or the person types, and what the database keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    pub secret: String,
    pub otpauth_url: String,
}

pub fn enrol(secret: [u8; SECRET_BYTES], account: &str) -> anyhow::Result<Enrolment> {
    let totp = builder(Secret::from(secret.to_vec()))
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some("Mùa Vụ"))
        .build()
        .map_err(|error| anyhow!("cannot enrol an authenticator: {error}"))?;
    Ok(Enrolment { secret: Secret::from(secret.to_vec()).to_base32(), otpauth_url: totp.to_url().map_err(|error| anyhow!("{error}"))? })
}

/// The time step the code belongs to, if it is right now; a step is accepted once, so the caller keeps it.
pub fn check(secret: &str, code: &str, last_step: Option<i64>, now: Timestamp) -> Option<i64> {
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp: Totp = builder(secret).build().ok()?;
    let step = totp.check(code, u64::try_from(now.timestamp()).ok()?)?;
    let step = i64::try_from(step).ok()?;
    last_step.is_none_or(|last| step > last).then_some(step)
}

fn builder(secret: Secret) -> Builder {
    Builder::new().with_secret(secret).with_skew(1)
}
