//! A payment ↔ the columns that every table with payments has. A state's facts stand in its columns; a state without its facts is a row
//! nobody wrote.
use chrono::{DateTime, NaiveDate, Utc};
use domain::day::TradeDay;
use domain::id::UserId;
use domain::money::Vnd;
use domain::payment::{Debt, Declaration, Dispute, Payment};
use uuid::Uuid;

#[derive(Debug, Default)]
pub struct Columns {
    pub payment: String,
    pub due_amount: Option<i64>,
    pub due_on: Option<NaiveDate>,
    pub reference: Option<String>,
    pub declared_at: Option<DateTime<Utc>>,
    pub declared_by: Option<Uuid>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub confirmed_by: Option<Uuid>,
    pub dispute_note: Option<String>,
    pub disputed_at: Option<DateTime<Utc>>,
    pub disputed_by: Option<Uuid>,
}

/// The columns of a row.
macro_rules! columns {
    ($row:expr) => {
        $crate::store::lines::money::Columns {
            payment: $row.payment.clone(),
            due_amount: $row.due_amount,
            due_on: $row.due_on,
            reference: $row.reference.clone(),
            declared_at: $row.declared_at,
            declared_by: $row.declared_by,
            confirmed_at: $row.confirmed_at,
            confirmed_by: $row.confirmed_by,
            dispute_note: $row.dispute_note.clone(),
            disputed_at: $row.disputed_at,
            disputed_by: $row.disputed_by,
        }
    };
}
pub(super) use columns;

/// Sets the columns of a row to be written.
macro_rules! set {
    ($row:expr, $payment:expr) => {{
        let columns = $crate::store::lines::money::Columns::of($payment);
        $row.payment = Set(columns.payment);
        $row.due_amount = Set(columns.due_amount);
        $row.due_on = Set(columns.due_on);
        $row.reference = Set(columns.reference);
        $row.declared_at = Set(columns.declared_at);
        $row.declared_by = Set(columns.declared_by);
        $row.confirmed_at = Set(columns.confirmed_at);
        $row.confirmed_by = Set(columns.confirmed_by);
        $row.dispute_note = Set(columns.dispute_note);
        $row.disputed_at = Set(columns.disputed_at);
        $row.disputed_by = Set(columns.disputed_by);
    }};
}
pub(super) use set;

impl Columns {
    pub fn of(payment: &Payment) -> Self {
        let (declared, confirmed, disputed) = match payment {
            Payment::None => (None, None, None),
            Payment::Due { disputed, .. } => (None, None, disputed.clone()),
            Payment::Declared { declared, .. } => (Some(declared.clone()), None, None),
            Payment::Confirmed { declared, by, at, .. } => (Some(declared.clone()), Some((*by, *at)), None),
        };
        Self {
            payment: payment.code().to_owned(),
            due_amount: payment.debt().map(|debt| debt.amount.dong()),
            due_on: payment.debt().map(|debt| debt.on.date()),
            declared_at: declared.as_ref().map(|declared| declared.at),
            declared_by: declared.as_ref().map(|declared| declared.by.into()),
            reference: declared.and_then(|declared| declared.reference).map(String::from),
            confirmed_at: confirmed.map(|(_, at)| at),
            confirmed_by: confirmed.map(|(by, _)| by.into()),
            disputed_at: disputed.as_ref().map(|disputed| disputed.at),
            disputed_by: disputed.as_ref().map(|disputed| disputed.by.into()),
            dispute_note: disputed.map(|disputed| disputed.note.into()),
        }
    }

    pub fn read(&self) -> Option<Payment> {
        Some(match self.payment.as_str() {
            "none" => Payment::None,
            "due" => {
                let dispute = |at| Some(Dispute { by: user(self.disputed_by)?, at, note: self.dispute_note.as_deref()?.parse().ok()? });
                let disputed = match self.disputed_at {
                    Some(at) => Some(dispute(at)?),
                    None => None,
                };
                Payment::Due { debt: self.debt()?, disputed }
            }
            "declared" => Payment::Declared { debt: self.debt()?, declared: self.declared()? },
            "confirmed" => {
                let (by, at) = (user(self.confirmed_by)?, self.confirmed_at?);
                Payment::Confirmed { debt: self.debt()?, declared: self.declared()?, by, at }
            }
            _ => return None,
        })
    }

    fn debt(&self) -> Option<Debt> {
        Some(Debt { amount: Vnd::new(self.due_amount?), on: TradeDay::new(self.due_on?) })
    }

    fn declared(&self) -> Option<Declaration> {
        Some(Declaration {
            by: user(self.declared_by)?,
            at: self.declared_at?,
            reference: self.reference.as_deref().map(str::parse).transpose().ok()?,
        })
    }
}

fn user(id: Option<Uuid>) -> Option<UserId> {
    id.map(UserId::from)
}
