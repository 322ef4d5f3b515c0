//! What the parties are reminded of about a line, and when. Each step is said once.
use crate::account::Side;
use crate::day::TradeDay;
use crate::delivery::{Delivery, Line};
use crate::dues::Due;
use crate::notice::NoticeKind;
use crate::payment::{Debt, Payment};

/// One thing to say about a line. A later step of the same kind makes the earlier ones pointless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reminder {
    pub kind: NoticeKind,
    pub step: u32,
}

/// A payment is announced this many days ahead.
pub const PAYMENT_AHEAD_DAYS: u32 = 3;
/// A delivery is announced on the eve of its first and of its last day.
pub const DELIVERY_AHEAD_DAYS: u32 = 1;
/// What arrived is asked for when goods left this many days ago: every truck is at its dock by then.
pub const RECEIPT_AFTER_DAYS: u32 = 2;
/// What is late is asked for again this often.
const AGAIN_EVERY_DAYS: i64 = 7;

impl Reminder {
    const fn new(kind: NoticeKind, step: u32) -> Self {
        Self { kind, step }
    }

    /// What stands to be said about a line of a contract in force, or about the debt of any line.
    pub fn of(line: &Line, today: TradeDay) -> Option<Self> {
        match (&line.delivery, &line.payment) {
            (Delivery::Planned, _) if line.missed(today) => Some(Self::new(NoticeKind::DeliveryMissed, 0)),
            (Delivery::Planned, _) => {
                let eve = today.plus(DELIVERY_AHEAD_DAYS);
                // The day that both know of; without one, the first and the last that were asked.
                let (first, last) = line.confirmed_day().map_or((line.window.from, line.window.to), |day| (day, day));
                let reached = [eve >= first, eve >= last, today > line.last_day()];
                let steps = reached.into_iter().zip(0..).filter(|(reached, _)| *reached);
                steps.map(|(_, step)| step).max().map(|step| Self::new(NoticeKind::DeliveryDue, step))
            }
            // Until all of it is accepted or rejected.
            (Delivery::Dispatched(dispatch) | Delivery::Inspecting { dispatch, .. }, _) => {
                let waits = today.days_since(TradeDay::of(dispatch.at).plus(RECEIPT_AFTER_DAYS));
                let week = u32::try_from(waits.div_euclid(AGAIN_EVERY_DAYS)).ok()?;
                Some(Self::new(NoticeKind::DeliveryToReceive, week))
            }
            (Delivery::Received { .. }, Payment::Due { debt, .. }) => Self::of_debt(*debt, today),
            (Delivery::Received { .. }, _) => None,
        }
    }

    /// What stands to be said about a debt of the contract itself.
    pub fn of_due(due: &Due, today: TradeDay) -> Option<Self> {
        match &due.payment {
            Payment::Due { debt, .. } => Self::of_debt(*debt, today),
            Payment::None | Payment::Declared { .. } | Payment::Confirmed { .. } => None,
        }
    }

    fn of_debt(debt: Debt, today: TradeDay) -> Option<Self> {
        let late = today.days_since(debt.on);
        match u32::try_from((late - 1).div_euclid(AGAIN_EVERY_DAYS)) {
            Ok(week) => Some(Self::new(NoticeKind::PaymentOverdue, week)),
            Err(_) if late == 0 => Some(Self::new(NoticeKind::PaymentDue, 1)),
            Err(_) if today.plus(PAYMENT_AHEAD_DAYS) >= debt.on => Some(Self::new(NoticeKind::PaymentDue, 0)),
            Err(_) => None,
        }
    }

    /// Who is told of a debt of the contract itself: whoever pays it, and the other side once it is too late.
    pub const fn sides_of_due(self, due: &Due) -> &'static [Side] {
        match (self.kind, due.kind.payer()) {
            (NoticeKind::PaymentDue, Side::Buyer) => &[Side::Buyer],
            (NoticeKind::PaymentDue, Side::Supplier) => &[Side::Supplier],
            _ => &Side::BOTH,
        }
    }

    /// Who is told: whoever has to act, and the other side once it is too late.
    pub const fn sides(self) -> &'static [Side] {
        match self.kind {
            NoticeKind::DeliveryDue => &[Side::Supplier],
            NoticeKind::PaymentDue | NoticeKind::DeliveryToReceive => &[Side::Buyer],
            _ => &Side::BOTH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::samples::receipt;
    use crate::contract::samples::{day, in_force, kg, ledger};
    use crate::delivery::Dispatch;
    use crate::money::Vnd;
    use crate::payment::Debt;

    /// What is said on each day of a span, when it changes.
    fn said(line: &Line, from: &str, days: u32) -> Vec<(String, NoticeKind, u32)> {
        let mut said: Vec<(String, NoticeKind, u32)> = Vec::new();
        for today in (0..days).map(|after| day(from).plus(after)) {
            let Some(Reminder { kind, step }) = Reminder::of(line, today) else { continue };
            if said.last().is_none_or(|(_, last, at)| (*last, *at) != (kind, step)) {
                said.push((today.date().to_string(), kind, step));
            }
        }
        said
    }

    fn row(on: &str, kind: NoticeKind, step: u32) -> (String, NoticeKind, u32) {
        (on.to_owned(), kind, step)
    }

    #[test]
    fn a_delivery_is_announced_twice_then_late_then_missed() {
        let line = &ledger(&in_force()).lines()[0].clone();
        assert_eq!(
            said(line, "2026-11-01", 90),
            [
                row("2026-11-29", NoticeKind::DeliveryDue, 0),
                row("2026-12-05", NoticeKind::DeliveryDue, 1),
                row("2026-12-07", NoticeKind::DeliveryDue, 2),
                row("2026-12-14", NoticeKind::DeliveryMissed, 0),
            ]
        );
    }

    #[test]
    fn what_arrived_is_asked_for_after_two_days_and_every_week() {
        let open = ledger(&in_force()).lines()[0].clone();
        // Half past eleven in the evening in Viet Nam.
        let (by, at) = (uuid::Uuid::nil().into(), "2026-12-01T16:30:00Z".parse().unwrap());
        let sent = Line { delivery: Delivery::Dispatched(Dispatch { kg: kg("1"), vehicle: None, note: None, by, at }), ..open };
        assert_eq!(
            said(&sent, "2026-12-01", 16),
            [row("2026-12-03", NoticeKind::DeliveryToReceive, 0), row("2026-12-10", NoticeKind::DeliveryToReceive, 1)]
        );
        assert_eq!(Reminder::new(NoticeKind::DeliveryToReceive, 0).sides(), [Side::Buyer]);
    }

    #[test]
    fn a_debt_is_announced_asked_for_and_asked_for_again_every_week() {
        let open = ledger(&in_force()).lines()[0].clone();
        let (by, at) = (uuid::Uuid::nil().into(), "2026-12-01T01:00:00Z".parse().unwrap());
        let dispatch = Dispatch { kg: kg("1"), vehicle: None, note: None, by, at };
        let receipt = receipt("1", at);
        let debt = Debt { amount: Vnd::new(23_260), on: day("2026-12-16") };
        let received = Line { delivery: Delivery::Received { dispatch, receipt }, payment: Payment::Due { debt, disputed: None }, ..open };
        assert_eq!(
            said(&received, "2026-12-01", 38),
            [
                row("2026-12-13", NoticeKind::PaymentDue, 0),
                row("2026-12-16", NoticeKind::PaymentDue, 1),
                row("2026-12-17", NoticeKind::PaymentOverdue, 0),
                row("2026-12-24", NoticeKind::PaymentOverdue, 1),
                row("2026-12-31", NoticeKind::PaymentOverdue, 2),
                row("2027-01-07", NoticeKind::PaymentOverdue, 3),
            ]
        );
        let paid = Line { payment: Payment::None, ..received };
        assert_eq!(said(&paid, "2026-12-01", 60), []);
    }
}
