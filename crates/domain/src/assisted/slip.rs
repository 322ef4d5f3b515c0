//! Consent on paper: a member without a phone signed a slip for what the office entered.
use super::{Assisted, AssistedConflict, AssistedError};
use crate::account::Actor;
use crate::day::{Timestamp, TradeDay};
use crate::error::{Faults, Refusal};
use crate::id::{AssistedId, SlipId, UserId};
use crate::policy::{self, Command, Target};
use crate::text::Name;

/// A slip as an officer recorded it. It holds for the offer or demand as it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub id: SlipId,
    pub entry: AssistedId,
    /// What the office files it under.
    pub reference: Name,
    pub signed_on: TradeDay,
    /// Of the offer or demand that was agreed to.
    pub version: i64,
    pub by: UserId,
    pub at: Timestamp,
}

/// What an officer writes down of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipForm {
    pub reference: Name,
    pub signed_on: TradeDay,
    /// The version of the offer or demand that was on the screen.
    pub version: i64,
}

impl Slip {
    /// A slip is signed when the member asks, which may be some days before somebody types it.
    pub const DAYS_BEFORE: u32 = 30;
    /// The most slips of one entry: a new one after each change.
    pub const MOST: u64 = 10;
}

impl Assisted {
    /// An officer records a signed slip: nothing lapses while it holds, and the organisation may still say yes or no.
    /// `have` counts the slips it had before.
    pub fn sign(&self, actor: &Actor, form: SlipForm, have: u64, id: SlipId, now: Timestamp) -> Result<(Self, Slip), AssistedError> {
        policy::allow(actor, Command::EnterForMember, Target::Org(self.org))?;
        self.require_waiting()?;
        if have >= Slip::MOST {
            return Err(Refusal::Conflict(AssistedConflict::TooManySlips));
        }
        let SlipForm { reference, signed_on, version } = form;
        let entered = TradeDay::of(self.entered_at);
        let mut faults = Faults::new();
        faults.require(signed_on <= TradeDay::of(now), "signed_on", "slip_signed_later");
        faults.require(entered.minus(Slip::DAYS_BEFORE) <= signed_on, "signed_on", "slip_signed_long_before");
        faults.finish()?;
        let slip = Slip { id, entry: self.id, reference, signed_on, version, by: actor.user, at: now };
        Ok((Self { slip: Some(id), ..self.clone() }, slip))
    }

    /// The office changed what was agreed to on paper: the slip holds no more, and the days to answer begin anew.
    #[must_use]
    pub fn without_slip(&self, now: Timestamp) -> Self {
        match self.slip {
            None => self.clone(),
            Some(_) => Self { slip: None, confirm_by: self.confirm_by.max(now + chrono::TimeDelta::days(Self::DAYS)), ..self.clone() },
        }
    }
}
