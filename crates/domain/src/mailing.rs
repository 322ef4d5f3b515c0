//! Which notices somebody wants by mail as well, and at which hours mail may come.
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay};
use crate::error::{Faults, FieldError};
use crate::hours::Hours;
use crate::notice::NoticeKind;
use chrono::{NaiveTime, TimeDelta};
use std::collections::BTreeMap;

coded! {
    /// When a notice of some kind comes by mail.
    Wish, WishError = "wish_unknown";
    /// At once, quiet hours aside.
    AtOnce = "at_once",
    /// In one mail a day, with the others.
    Daily = "daily",
    /// Never: it is read in the app.
    Never = "never",
}

/// When the mail of the day leaves.
const DAILY_AT: NaiveTime = NaiveTime::from_hms_opt(6, 30, 0).expect("a time");
/// What a round makes at that hour still joins the mail of the day.
const DAILY_SLACK: TimeDelta = TimeDelta::minutes(15);

impl NoticeKind {
    /// Of what is mailed, what somebody may want later or not at all. The duties of a contract and what the programme office
    /// decides always come.
    pub const fn is_optional(self) -> bool {
        matches!(
            self,
            Self::OrganisationSubmitted
                | Self::CertificateExpiring
                | Self::HarvestToConfirm
                | Self::ProposalsNew
                | Self::ProposalCountered
                | Self::ProposalAccepted
                | Self::ApprovalAsked
                | Self::SearchFound
        )
    }
}

/// The first moment from `now` on that is outside hours of the day on the clocks of Viet Nam.
fn outside(quiet: Hours, now: Timestamp) -> Timestamp {
    let (today, clock) = (TradeDay::of(now), TradeDay::clock(now));
    let (from, to) = (quiet.from.time(), quiet.to.time());
    let held = if quiet.past_midnight() { clock >= from || clock < to } else { (from..to).contains(&clock) };
    match (held, clock < to) {
        (false, _) => now,
        (true, true) => today.at(to),
        (true, false) => today.plus(1).at(to),
    }
}

/// What one person wants. Kinds that are not named come at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailSettings {
    /// No mail leaves in these hours; it waits for their end.
    pub quiet: Option<Hours>,
    wishes: BTreeMap<NoticeKind, Wish>,
}

impl MailSettings {
    /// Refuses to leave out or put off what must come.
    pub fn new(quiet: Option<Hours>, wishes: &[(NoticeKind, Wish)]) -> Result<Self, Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(quiet.is_none_or(|quiet| quiet.minutes() > 0), "quiet.to", "hours_empty");
        let mut kept = BTreeMap::new();
        for (at, (kind, wish)) in wishes.iter().enumerate() {
            faults.require(kind.is_optional() || *wish == Wish::AtOnce, format!("wishes.{at}.wish"), "mail_is_a_duty");
            faults.require(kept.insert(*kind, *wish).is_none(), format!("wishes.{at}.kind"), "notice_kind_repeated");
        }
        kept.retain(|_, wish| *wish != Wish::AtOnce);
        faults.finish().map(|()| Self { quiet, wishes: kept })
    }

    pub fn wish(&self, kind: NoticeKind) -> Wish {
        self.wishes.get(&kind).copied().unwrap_or(Wish::AtOnce)
    }

    /// What differs from "at once".
    pub fn wishes(&self) -> impl Iterator<Item = (NoticeKind, Wish)> {
        self.wishes.iter().map(|(kind, wish)| (*kind, *wish))
    }

    /// Without mails of a kind from now on; a duty stays as it is.
    #[must_use]
    pub fn without(mut self, kind: NoticeKind) -> Self {
        if kind.is_optional() {
            self.wishes.insert(kind, Wish::Never);
        }
        self
    }

    /// Without the mail of the day: what went into it is read in the app alone.
    #[must_use]
    pub fn without_daily(mut self) -> Self {
        self.wishes.values_mut().filter(|wish| **wish == Wish::Daily).for_each(|wish| *wish = Wish::Never);
        self
    }

    /// When a mail that is written now may leave.
    pub fn leaves_at(&self, now: Timestamp) -> Timestamp {
        self.quiet.map_or(now, |quiet| outside(quiet, now))
    }
}

/// When a notice that waits for the mail of the day goes into it.
pub fn daily_after(now: Timestamp) -> Timestamp {
    let today = TradeDay::of(now).at(DAILY_AT);
    if now < today {
        today
    } else if now < today + DAILY_SLACK {
        now
    } else {
        TradeDay::of(now).plus(1).at(DAILY_AT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn hours(from: &str, to: &str) -> Hours {
        Hours { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn a_night_ends_in_the_morning_that_comes() {
        let leaves = |from: &str, to: &str, now: &str| MailSettings::new(Some(hours(from, to)), &[]).unwrap().leaves_at(at(now));
        for (from, to, now, then) in [
            // 20:59, 21:00, 05:59 and 06:00 in Viet Nam.
            ("21:00", "06:00", "2026-11-22T13:59:00Z", "2026-11-22T13:59:00Z"),
            ("21:00", "06:00", "2026-11-22T14:00:00Z", "2026-11-22T23:00:00Z"),
            ("21:00", "06:00", "2026-11-22T22:59:00Z", "2026-11-22T23:00:00Z"),
            ("21:00", "06:00", "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z"),
            ("11:30", "13:00", "2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z"),
            ("11:30", "13:00", "2026-11-22T06:00:00Z", "2026-11-22T06:00:00Z"),
        ] {
            assert_eq!(leaves(from, to, now), at(then), "{from} to {to}, at {now}");
        }
        assert_eq!(MailSettings::default().leaves_at(at("2026-11-22T20:00:00Z")), at("2026-11-22T20:00:00Z"));
    }

    #[test]
    fn the_mail_of_the_day_takes_what_the_morning_round_makes() {
        assert_eq!(daily_after(at("2026-11-22T23:29:59Z")), at("2026-11-22T23:30:00Z"));
        assert_eq!(daily_after(at("2026-11-22T23:30:20Z")), at("2026-11-22T23:30:20Z"));
        assert_eq!(daily_after(at("2026-11-22T23:45:00Z")), at("2026-11-23T23:30:00Z"));
    }

    #[test]
    fn duties_always_come() {
        let off = |kind| MailSettings::new(None, &[(kind, Wish::Never)]);
        for kind in NoticeKind::ALL.iter().copied() {
            let kept = off(kind).map(|settings| settings.wish(kind));
            let duty = Err(vec![FieldError::new("wishes.0.wish", "mail_is_a_duty")]);
            assert_eq!(kept, if kind.is_optional() { Ok(Wish::Never) } else { duty }, "{kind}");
            assert!(kind.by_mail() || !kind.is_optional(), "{kind} is never mailed");
            let dropped = MailSettings::default().without(kind).wish(kind);
            assert_eq!(dropped == Wish::Never, kind.is_optional(), "{kind}");
        }
        let daily = MailSettings::new(None, &[(NoticeKind::ProposalsNew, Wish::Daily)]).unwrap().without_daily();
        assert_eq!(daily.wish(NoticeKind::ProposalsNew), Wish::Never);
        let twice = [(NoticeKind::ProposalsNew, Wish::Daily), (NoticeKind::ProposalsNew, Wish::Never)];
        assert_eq!(MailSettings::new(None, &twice), Err(vec![FieldError::new("wishes.1.kind", "notice_kind_repeated")]));
        assert_eq!(MailSettings::new(Some(hours("06:00", "06:00")), &[]), Err(vec![FieldError::new("quiet.to", "hours_empty")]));
    }
}
