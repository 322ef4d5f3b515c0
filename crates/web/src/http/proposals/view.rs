//! A proposal as one side sees it: never the other side's reserve.
mod revisions;
mod why;

use super::super::approvals::ApprovalView;
use super::super::names::{Named, PlaceView};
use super::super::photos::PhotoView;
use crate::flow::papers::Gone;
use crate::store::demands::HeldDemand;
use crate::store::offers::HeldOffer;
use crate::store::proposals::Made;
use chrono::{DateTime, Utc};
use domain::account::{Actor, Side};
use domain::day::{TradeDay, Week, Window};
use domain::demand::{Attribute, Preference};
use domain::disclosure::{Field, Stage};
use domain::dues::DueTerms;
use domain::hours::Hours;
use domain::id::{ContractId, DemandId, OfferId, OrgId, ProposalId, RoundId};
use domain::money::{Vnd, VndPerKg};
use domain::offer::Tier;
use domain::product::{CertKind, CertKinds, Grade, Quality};
use domain::proposal::{Carrier, Freight, Proposal, Status, WeekKg};
use domain::quantity::Kg;
use domain::text::{Name, Note};
use revisions::{RevisionView, revisions};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use why::{ReferenceView, WhyView, reference, why};

/// A party by its name; how to reach it stands in the contract.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyView {
    pub id: OrgId,
    pub name: String,
}

/// A proposal in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalRow {
    pub id: ProposalId,
    pub round: RoundId,
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: PartyView,
    pub buyer: PartyView,
    /// The side of the person who asks; absent for the programme office.
    pub my_side: Option<Side>,
    pub product: Named,
    pub variety: Named,
    pub grade: Grade,
    pub kg_total: Kg,
    pub first_week: Week,
    pub last_week: Week,
    pub weeks: usize,
    /// At the farm gate, before VAT.
    pub farm_gate: VndPerKg,
    pub freight: Freight,
    pub carrier: Carrier,
    /// At the buyer's dock.
    pub delivered: VndPerKg,
    /// What the buyer pays the supplier: delivered, or at the farm gate when the buyer carries.
    pub price: VndPerKg,
    /// The whole amount, before VAT.
    pub total: Vnd,
    pub payment_days: u16,
    /// What is paid ahead and what is kept back.
    pub dues: DueTerms,
    /// Wanted on the days of delivery, or paid for: whoever sells promises them.
    pub certificates: Vec<CertKind>,
    /// What the goods were worth at the farm gate when the round ran.
    pub reference: Option<ReferenceView>,
    /// open, agreed, declined, expired, or stopped because one side was suspended.
    pub status: String,
    /// The revision on the table; an answer names it.
    pub revision: u16,
    /// Who still has to answer.
    pub waits_for: Vec<Side>,
    /// A clerk of the own organisation waits for a director's word on it.
    pub asks_director: bool,
    pub opened_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// One week's delivery.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposedLine {
    pub week: Week,
    /// The days of the week on which the goods are both ripe and wanted.
    pub from: TradeDay,
    pub to: TradeDay,
    pub kg: Kg,
    pub amount: Vnd,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeclineView {
    pub by: Side,
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// A proposal whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalView {
    #[serde(flatten)]
    pub row: ProposalRow,
    pub lines: Vec<ProposedLine>,
    /// What the supplier measured of the goods beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// What the demand requires beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality_wanted: Quality,
    /// What the supplier takes off for how many kilograms in one contract, as the offer says it now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    pub pickup: PlaceView,
    pub delivery: PlaceView,
    /// Which store, which gate, where one form asked for several places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_line: Option<Name>,
    pub delivery_hours: Hours,
    /// What the supplier wrote beside the offer.
    #[serde(skip_serializing_if = "Note::is_empty")]
    pub offer_note: Note,
    /// What the buyer wrote beside the demand, the line of the store included.
    #[serde(skip_serializing_if = "Note::is_empty")]
    pub demand_note: Note,
    /// Oldest first; the last one is on the table.
    pub revisions: Vec<RevisionView>,
    pub why: WhyView,
    pub declined: Option<DeclineView>,
    /// What came of it when both sides accepted.
    pub contract: Option<ContractId>,
    /// Of the goods, oldest first.
    pub photos: Vec<PhotoView>,
    /// What a clerk of the own organisation asked last.
    pub approval: Option<ApprovalView>,
    /// Papers that the demand requires and that do not stand for every week: until they do, or are required no more, nobody can accept.
    pub missing: Vec<CertKind>,
    /// Papers that the price pays for and that no longer stand: until the terms go without them, nobody can accept.
    pub lost: Option<LostView>,
}

/// The way out when a paper that is paid for no longer stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct LostView {
    pub attributes: Vec<Attribute>,
    /// All that the terms then go without: what they did before, and these.
    pub without: Vec<Attribute>,
    /// The price at the farm gate less what was paid for them; absent when nothing would be left.
    pub farm_gate: Option<VndPerKg>,
}

impl LostView {
    fn of(proposal: &Proposal, lost: &[Preference]) -> Option<Self> {
        let attributes: Vec<_> = lost.iter().map(|row| row.attribute).collect();
        let terms = &proposal.current.terms;
        let premium: i64 = lost.iter().map(|row| row.premium.dong()).sum();
        let without = terms.without().iter().chain(&attributes).copied().collect();
        let farm_gate = VndPerKg::new(terms.farm_gate().dong() - premium).ok();
        (!attributes.is_empty()).then_some(Self { attributes, without, farm_gate })
    }
}

/// What is shown beside a proposal.
#[derive(Debug)]
pub struct Beside {
    pub place_line: Option<Name>,
    pub contract: Option<ContractId>,
    pub photos: Vec<PhotoView>,
    pub approval: Option<ApprovalView>,
    /// Papers that an open proposal promises and that do not stand.
    pub gone: Gone,
}

impl ProposalRow {
    pub fn new(actor: &Actor, made: &Made, names: &BTreeMap<OrgId, String>, certificates: CertKinds, asks_director: bool) -> Self {
        let Made { proposal, facts } = made;
        let paid = made.premiums_in(proposal);
        let promised = paid.iter().filter_map(|row| row.attribute.certificate()).fold(certificates, CertKinds::with);
        let terms = &proposal.current.terms;
        let stage = Stage::of_proposal(actor);
        let name = |id: OrgId| stage.show(Field::Name, names.get(&id).cloned()).flatten();
        let party = |id: OrgId| PartyView { id, name: name(id).unwrap_or_default() };
        let week = |line: Option<&WeekKg>| line.map_or_else(|| proposal.limits.demand.from.week(), |line| line.week);
        let opened_at = proposal.earlier.first().unwrap_or(&proposal.current).at;
        let closed_at = match &proposal.status {
            Status::Open => None,
            Status::Agreed { at } | Status::Declined { at, .. } | Status::Expired { at } | Status::Stopped { at } => Some(*at),
        };
        Self {
            id: proposal.id,
            round: proposal.round,
            offer: proposal.offer,
            demand: proposal.demand,
            supplier: party(proposal.supplier),
            buyer: party(proposal.buyer),
            my_side: side_of(actor),
            product: Named::product(facts.product.as_str()),
            variety: Named::variety(facts.variety.as_str()),
            grade: facts.grade,
            kg_total: terms.total_kg(),
            first_week: week(terms.lines().first()),
            last_week: week(terms.lines().last()),
            weeks: terms.lines().len(),
            farm_gate: terms.farm_gate(),
            freight: terms.freight(),
            carrier: terms.carrier(),
            delivered: terms.delivered(),
            price: terms.price(),
            total: terms.total(),
            payment_days: terms.payment_days(),
            dues: terms.dues(),
            certificates: promised.into(),
            reference: reference(facts),
            status: proposal.status.code().to_owned(),
            revision: proposal.current.number,
            waits_for: Side::BOTH.into_iter().filter(|side| proposal.waits_for(*side)).collect(),
            asks_director,
            opened_at,
            expires_at: proposal.expires_at,
            closed_at,
            version: proposal.version,
        }
    }
}

impl ProposalView {
    pub fn new(
        actor: &Actor,
        made: &Made,
        names: &BTreeMap<OrgId, String>,
        (offer, demand): (&HeldOffer, &HeldDemand),
        Beside { place_line, contract, photos, approval, gone }: Beside,
    ) -> Self {
        let asks_director = approval.as_ref().is_some_and(|approval| approval.waits);
        let (proposal, stage) = (&made.proposal, Stage::of_proposal(actor));
        let declined = match &proposal.status {
            Status::Declined { by, reason, at, .. } => Some(DeclineView { by: *by, reason: reason.to_string(), at: *at }),
            Status::Open | Status::Agreed { .. } | Status::Expired { .. } | Status::Stopped { .. } => None,
        };
        Self {
            row: ProposalRow::new(actor, made, names, demand.demand.terms.certificates, asks_director),
            lines: lines(proposal),
            quality: offer.offer.terms.quality.clone(),
            quality_wanted: demand.demand.terms.quality.clone(),
            tiers: stage.show(Field::Discount, offer.offer.terms.tiers.clone()).unwrap_or_default(),
            pickup: PlaceView::seen(offer.offer.terms.pickup_commune, stage),
            delivery: PlaceView::seen(demand.demand.terms.delivery_commune, stage),
            delivery_line: stage.show(Field::Note, place_line).flatten(),
            delivery_hours: demand.demand.terms.delivery_hours,
            offer_note: stage.show(Field::Note, offer.offer.terms.note.clone()).unwrap_or_default(),
            demand_note: stage.show(Field::Note, demand.demand.terms.note.clone()).unwrap_or_default(),
            revisions: revisions(proposal),
            why: why(side_of(actor), made),
            declined,
            contract,
            photos: stage.show(Field::Photos, photos).unwrap_or_default(),
            approval,
            lost: LostView::of(proposal, &gone.premiums),
            missing: gone.required,
        }
    }
}

fn side_of(actor: &Actor) -> Option<Side> {
    actor.membership.map(|member| member.side)
}

fn lines(proposal: &Proposal) -> Vec<ProposedLine> {
    let terms = &proposal.current.terms;
    let line = |line: &WeekKg| {
        let window = window(proposal, line);
        ProposedLine { week: line.week, from: window.from, to: window.to, kg: line.kg, amount: terms.amount(line) }
    };
    terms.lines().iter().map(line).collect()
}

/// The days on which a line's goods are both ripe and wanted.
fn window(proposal: &Proposal, line: &WeekKg) -> Window {
    proposal.limits.window(line.week).unwrap_or_else(|| line.week.window())
}

/// From the first day of delivery to the last.
pub fn delivery_days(proposal: &Proposal) -> Option<Window> {
    let lines = proposal.current.terms.lines();
    let (first, last) = (lines.first()?, lines.last()?);
    Some(Window { from: window(proposal, first).from, to: window(proposal, last).to })
}
