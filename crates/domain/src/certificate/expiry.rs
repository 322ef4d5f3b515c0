//! When a certificate runs out, and when its holder is told.
use super::{Certificate, CertificateStatus};
use crate::day::TradeDay;

/// How many days before its last one a holder is told, each once.
pub const NOTICE_DAYS: [u32; 3] = [60, 30, 7];

impl Certificate {
    /// Days until its last one; below zero once it ran out.
    pub fn days_left(&self, today: TradeDay) -> i64 {
        self.terms.valid_to.days_since(today)
    }

    /// The step of [`NOTICE_DAYS`] that stands to be said today about a certificate that counts. Entered late, it starts at the step
    /// it is in.
    pub fn expiry_step(&self, today: TradeDay) -> Option<u32> {
        let left = self.days_left(today);
        let reached = |step: &u32| left <= i64::from(*step);
        (self.proof().is_some() && left >= 0).then(|| NOTICE_DAYS.into_iter().filter(reached).min()).flatten()
    }

    /// Whether it goes on where the other one ends: nobody has to be told to renew what was renewed.
    pub fn follows(&self, other: &Self) -> bool {
        let (new, old) = (&self.terms, &other.terms);
        let alive = match self.status {
            CertificateStatus::Submitted { .. } | CertificateStatus::Verified { .. } => true,
            CertificateStatus::Refused { .. } | CertificateStatus::Suspended { .. } => false,
        };
        let covers = new.varieties.is_empty() || (!old.varieties.is_empty() && old.varieties.iter().all(|one| new.varieties.contains(one)));
        alive && new.speaks_for_the_goods() && self.org == other.org && new.kind == old.kind && new.valid_to > old.valid_to && covers
    }
}
