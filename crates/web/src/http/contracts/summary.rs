//! A contract as one line of a list.
use chrono::{DateTime, Utc};
use domain::account::Side;
use domain::contract::{Contract, PartySnapshot, PromisedLine, State};
use domain::day::{Timestamp, TradeDay};
use domain::id::{ContractId, OrgId};
use domain::money::{Vnd, VndPerKg};
use domain::product::Grade;
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a contract stands; one that ran out of time to sign is expired at once, before the worker comes by.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContractStatus {
    Signing,
    HalfSigned,
    InForce,
    Completed,
    Terminated,
    Expired,
}

impl ContractStatus {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::HalfSigned => "half_signed",
            Self::InForce => "in_force",
            Self::Completed => "completed",
            Self::Terminated => "terminated",
            Self::Expired => "expired",
        }
    }
}

impl From<&State> for ContractStatus {
    fn from(state: &State) -> Self {
        match state {
            State::Signing => Self::Signing,
            State::HalfSigned { .. } => Self::HalfSigned,
            State::InForce { .. } => Self::InForce,
            State::Completed { .. } => Self::Completed,
            State::Terminated { .. } => Self::Terminated,
            State::Expired { .. } => Self::Expired,
        }
    }
}

/// A line of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractSummary {
    pub id: ContractId,
    pub number: String,
    pub status: ContractStatus,
    pub status_at: Option<DateTime<Utc>>,
    pub sign_by: DateTime<Utc>,
    /// Whether it waits for the own signature.
    pub my_turn: bool,
    pub supplier: PartyName,
    pub buyer: PartyName,
    pub variety_vi: String,
    pub variety_en: String,
    pub grade: Grade,
    pub total_kg: Kg,
    pub price: VndPerKg,
    pub total: Vnd,
    pub payment_days: u16,
    /// First and last day of delivery.
    pub first_day: TradeDay,
    pub last_day: TradeDay,
    pub deliveries: usize,
    pub demo: bool,
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PartyName {
    pub id: OrgId,
    pub name: String,
}

impl ContractSummary {
    pub fn new(contract: Contract, side: Option<Side>, now: Timestamp) -> Self {
        let contract = contract.lapse(now).unwrap_or(contract);
        let my_turn = side.is_some_and(|side| contract.waits_for(side));
        let Contract { id, terms, state, version, .. } = contract;
        let party = |party: &PartySnapshot| PartyName { id: party.org, name: party.name.to_string() };
        let days = |pick: fn(&PromisedLine) -> TradeDay| terms.lines.iter().map(pick);
        Self {
            id,
            number: terms.number.to_string(),
            status: (&state).into(),
            status_at: since(&state),
            sign_by: terms.sign_by,
            my_turn,
            supplier: party(&terms.supplier),
            buyer: party(&terms.buyer),
            variety_vi: terms.goods.variety_vi.to_string(),
            variety_en: terms.goods.variety_en.to_string(),
            grade: terms.goods.grade,
            total_kg: terms.total_kg,
            price: terms.price,
            total: terms.total,
            payment_days: terms.payment_days,
            first_day: days(|line| line.window.from).min().unwrap_or(terms.made_on),
            last_day: days(|line| line.window.to).max().unwrap_or(terms.made_on),
            deliveries: terms.lines.len(),
            demo: terms.demo,
            version,
        }
    }
}

/// Since when a contract is in its state.
pub const fn since(state: &State) -> Option<Timestamp> {
    match state {
        State::Signing => None,
        State::HalfSigned { at, .. }
        | State::InForce { since: at }
        | State::Completed { at }
        | State::Terminated { at, .. }
        | State::Expired { at } => Some(*at),
    }
}
