//! What a contract says, frozen: everything the text is written from, and nothing that changes afterwards.
use super::conditions::Conditions;
use super::number::ContractNumber;
use super::party::PartySnapshot;
use crate::day::{Timestamp, TradeDay, Week, Window};
use crate::demand::Preference;
use crate::dues::DueTerms;
use crate::error::{Faults, FieldError};
use crate::hours::Hours;
use crate::legal_basis;
use crate::money::{Vnd, VndPerKg};
use crate::product::{CertKind, Grade, SizeCode, SizeMeasure};
use crate::proposal::{Carrier, Freight, ProposalLimits, ProposalTerms};
use crate::quantity::Kg;
use crate::text::Name;
use crate::vat::VatCase;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// What is sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Goods {
    pub variety_vi: Name,
    pub variety_en: Name,
    pub grade: Grade,
    pub certificates: Vec<CertificatePromise>,
    /// What the buyer pays more for, because the goods have it; contracts of before know none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub premiums: Vec<Preference>,
    /// What the supplier stated beyond the grade; contracts of before, and goods of which nothing was stated, have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<QualityPromise>,
}

/// What the supplier measured of the goods and promises of every delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct QualityPromise {
    /// The standard by whose labels the sizes are named, as it was called that day; none for labels of the programme's own sheet.
    pub standard: Option<Name>,
    /// By what the sizes are told apart; contracts of before know diameters alone.
    #[serde(default = "SizeMeasure::diameter", skip_serializing_if = "SizeMeasure::is_diameter")]
    pub measure: SizeMeasure,
    /// With what each label stood for, so that no later edition of the sheet changes the contract.
    pub sizes: Vec<SizePromise>,
    /// At least so much sugar, in tenths of a degree Brix.
    pub brix_tenths: Option<u16>,
    /// At least so much juice, in percent of the weight.
    pub juice_percent: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SizePromise {
    pub code: SizeCode,
    /// In the unit of the measure.
    #[serde(alias = "from_mm")]
    pub from: u16,
    /// The largest size of some sheets is open.
    #[serde(alias = "to_mm")]
    pub to: Option<u16>,
}

/// A certificate the supplier promises to hold on every delivery day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CertificatePromise {
    pub kind: CertKind,
    pub number: Name,
    pub issuer: Name,
    pub valid_to: TradeDay,
}

/// Where and when the buyer receives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Places {
    /// Where the goods are loaded.
    pub pickup: Name,
    /// The buyer's dock.
    pub dock: Name,
    /// When the dock receives; the night shift runs past midnight.
    pub hours: Hours,
}

/// One week's delivery as the contract promises it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PromisedLine {
    pub number: u16,
    pub week: Week,
    pub window: Window,
    pub kg: Kg,
    pub amount: Vnd,
}

/// What the caller knows when both sides have agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub number: ContractNumber,
    pub demo: bool,
    pub made_at: Timestamp,
    pub sign_by: Timestamp,
    pub supplier: PartySnapshot,
    pub buyer: PartySnapshot,
    pub goods: Goods,
    pub places: Places,
    pub vat: VatCase,
    pub conditions: Conditions,
}

/// The frozen facts, as stored. Read through [`ContractTerms`], which guarantees that they agree with each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    pub template: u16,
    pub number: ContractNumber,
    pub demo: bool,
    pub made_on: TradeDay,
    pub sign_by: Timestamp,
    pub supplier: PartySnapshot,
    pub buyer: PartySnapshot,
    pub goods: Goods,
    pub places: Places,
    pub lines: Vec<PromisedLine>,
    pub total_kg: Kg,
    pub farm_gate: VndPerKg,
    pub freight: Freight,
    pub carrier: Carrier,
    pub price: VndPerKg,
    pub total: Vnd,
    pub vat: VatCase,
    pub payment_days: u16,
    /// What is paid ahead and what is kept back; contracts of before know neither.
    #[serde(default, skip_serializing_if = "DueTerms::is_none")]
    pub dues: DueTerms,
    pub conditions: Conditions,
    pub legal_basis: Vec<String>,
}

/// Terms that cannot change and that add up; a change is a new value, made by [`ContractTerms::freeze`] again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Frozen", into = "Frozen")]
pub struct ContractTerms(Frozen);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("contract_terms_do_not_add_up")]
pub struct TermsError;

impl ContractTerms {
    /// The template the text is written by today; older contracts keep theirs.
    pub const TEMPLATE: u16 = 2;
    /// The first one that knows a deposit and a retention.
    const WITH_DUES: u16 = 2;
    pub const MOST_CERTIFICATES: usize = 20;

    /// Freezes what both sides accepted, with the law of the day on which the contract is made.
    pub fn freeze(agreement: Agreement, terms: &ProposalTerms, limits: &ProposalLimits) -> Result<Self, Vec<FieldError>> {
        let made_on = TradeDay::of(agreement.made_at);
        let mut faults = Faults::new();
        faults.require(agreement.sign_by > agreement.made_at, "sign_by", "sign_by_past");
        faults.require(agreement.goods.certificates.len() <= Self::MOST_CERTIFICATES, "goods.certificates", "too_many_certificates");
        let mut lines = Vec::with_capacity(terms.lines().len());
        for ((index, line), number) in terms.lines().iter().enumerate().zip(1..) {
            let window = limits.window(line.week);
            faults.require(window.is_some(), format!("lines.{index}.week"), "week_outside_deal");
            let window = window.unwrap_or(line.week.window());
            lines.push(PromisedLine { number, week: line.week, window, kg: line.kg, amount: terms.amount(line) });
        }
        faults.finish()?;
        agreement.conditions.check().map_err(|faults| faults.into_iter().map(|fault| fault.inside("conditions")).collect::<Vec<_>>())?;
        Ok(Self(Frozen {
            template: Self::TEMPLATE,
            number: agreement.number,
            demo: agreement.demo,
            made_on,
            sign_by: agreement.sign_by,
            supplier: agreement.supplier,
            buyer: agreement.buyer,
            goods: agreement.goods,
            places: agreement.places,
            lines,
            total_kg: terms.total_kg(),
            farm_gate: terms.farm_gate(),
            freight: terms.freight(),
            carrier: terms.carrier(),
            price: terms.price(),
            total: terms.total(),
            vat: agreement.vat,
            payment_days: terms.payment_days(),
            dues: terms.dues(),
            conditions: agreement.conditions,
            legal_basis: legal_basis::in_force(made_on).map(|row| row.title.to_owned()).collect(),
        }))
    }
}

impl Deref for ContractTerms {
    type Target = Frozen;
    fn deref(&self) -> &Frozen {
        &self.0
    }
}

impl From<ContractTerms> for Frozen {
    fn from(terms: ContractTerms) -> Self {
        terms.0
    }
}

fn may_hold(dues: DueTerms) -> bool {
    let mut faults = Faults::new();
    dues.check(&mut faults);
    faults.finish().is_ok()
}

/// What was stored is believed only when every amount follows from its parts.
impl TryFrom<Frozen> for ContractTerms {
    type Error = TermsError;

    fn try_from(frozen: Frozen) -> Result<Self, TermsError> {
        let price = match frozen.carrier {
            Carrier::Seller => frozen.farm_gate.dong().checked_add(frozen.freight.dong()),
            Carrier::Buyer => Some(frozen.farm_gate.dong()),
        };
        let numbered = frozen.lines.iter().zip(1..).all(|(line, number)| line.number == number);
        let in_order = frozen.lines.is_sorted_by(|a, b| a.week < b.week);
        let amounts = frozen.lines.iter().all(|line| frozen.price.total(line.kg) == Some(line.amount));
        let agrees = (1..=Self::TEMPLATE).contains(&frozen.template)
            && !frozen.lines.is_empty()
            && numbered
            && in_order
            && amounts
            && price == Some(frozen.price.dong())
            && Kg::sum(frozen.lines.iter().map(|line| line.kg)) == Some(frozen.total_kg)
            && Vnd::sum(frozen.lines.iter().map(|line| line.amount)) == Some(frozen.total)
            && (frozen.dues.is_none() || frozen.template >= Self::WITH_DUES)
            && may_hold(frozen.dues)
            && frozen.conditions.check().is_ok();
        if agrees { Ok(Self(frozen)) } else { Err(TermsError) }
    }
}
