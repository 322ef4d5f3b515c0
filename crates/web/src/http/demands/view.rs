//! A demand as its owner and the programme office see it.
use crate::http::assisted::{AssistedView, Entered};
use crate::http::names::{Named, PlaceView};
use crate::store::demands::HeldDemand;
use chrono::{DateTime, Utc};
use domain::account::Actor;
use domain::day::{Timestamp, Week};
use domain::demand::{Attribute, Demand, DemandState, DemandStatus, DemandTerms, DemandWeek, Preference, Title};
use domain::disclosure::{Field, Stage};
use domain::dues::DueTerms;
use domain::hours::Hours;
use domain::id::{BatchId, DemandId};
use domain::money::VndPerKg;
use domain::place::{CommuneCode, GeoPoint};
use domain::policy::{Command, Target, allow};
use domain::product::{CertKinds, Grade, Quality, Slug};
use domain::quantity::Kg;
use domain::text::Note;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct DemandView {
    pub id: DemandId,
    /// What its buyer calls it; shown to its own organisation and the office.
    pub title: Option<Title>,
    pub status: DemandStatus,
    /// Whether it may be edited or withdrawn: also one that is filled, until its weeks are over.
    pub changeable: bool,
    /// Why it was closed, where that was said.
    pub close_reason: Option<String>,
    /// Send it with a change.
    pub version: i64,
    pub posted_at: DateTime<Utc>,
    pub terms: DemandTermsView,
    pub product: Named,
    /// Any variety of the product when empty.
    pub varieties: Vec<Named>,
    pub delivery: PlaceView,
    pub kg_total: Kg,
    /// In live proposals and contracts.
    pub kg_held: Kg,
    /// In contracts that both sides signed.
    pub kg_contracted: Kg,
    pub kg_left: Kg,
    pub suppliers_held: u16,
    pub weeks: Vec<DemandWeekView>,
    /// The delivery points of the form it came from, itself among them; absent when it stands alone.
    pub group: Option<DemandGroup>,
    /// The office entered it for the organisation; absent where the organisation posted it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assisted: Option<AssistedView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DemandGroup {
    pub id: BatchId,
    /// Of those that are neither withdrawn nor closed.
    pub kg_total: Kg,
    pub kg_held: Kg,
    /// In the order of the form.
    pub points: Vec<DemandPoint>,
}

/// Another delivery point of the same form.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemandPoint {
    pub id: DemandId,
    pub status: DemandStatus,
    /// Whether it may be edited or withdrawn: also one that is filled, until its weeks are over.
    pub changeable: bool,
    /// What its buyer calls it.
    pub title: Option<Title>,
    /// Send it with a change of all points.
    pub version: i64,
    pub delivery: PlaceView,
    /// Its first line says which store or gate it is.
    pub note: Note,
    pub kg_total: Kg,
    pub kg_held: Kg,
    pub kg_left: Kg,
}

/// What is read once for all demands of an answer.
#[derive(Debug)]
pub struct Beside {
    /// Every delivery point of their forms, and maybe more.
    pub groups: Vec<HeldDemand>,
    /// What contracts in force or done hold of each.
    pub contracted: BTreeMap<DemandId, Kg>,
}

impl Beside {
    fn status(&self, demand: &Demand, now: Timestamp) -> DemandStatus {
        demand.status(self.contracted(demand.id), now)
    }

    fn contracted(&self, id: DemandId) -> Kg {
        self.contracted.get(&id).copied().unwrap_or_default()
    }
}

impl DemandGroup {
    fn of(id: BatchId, beside: &Beside, titled: impl Fn(&Demand) -> Option<Title>, now: Timestamp) -> Self {
        let own = beside.groups.iter().filter(|held| held.demand.group == Some(id));
        let points: Vec<_> = own.map(|held| DemandPoint::new(held, titled(&held.demand), beside.status(&held.demand, now), now)).collect();
        let standing = || points.iter().filter(|point| !matches!(point.status, DemandStatus::Withdrawn | DemandStatus::Closed));
        let kg_total = Kg::sum(standing().map(|point| point.kg_total)).unwrap_or(Kg::MOST);
        let kg_held = Kg::sum(standing().map(|point| point.kg_held)).unwrap_or(Kg::MOST);
        Self { id, kg_total, kg_held, points }
    }
}

impl DemandPoint {
    fn new(held: &HeldDemand, title: Option<Title>, status: DemandStatus, now: Timestamp) -> Self {
        let HeldDemand { demand, held } = held;
        let (kg_total, kg_held) = (demand.terms.kg_total().unwrap_or_default(), held.total());
        Self {
            id: demand.id,
            status,
            changeable: demand.is_open(now),
            title,
            version: demand.version,
            delivery: PlaceView::of(demand.terms.delivery_commune),
            note: demand.terms.note.clone(),
            kg_total,
            kg_held,
            kg_left: kg_total.checked_sub(kg_held).unwrap_or_default(),
        }
    }
}

/// The form as it was filled in.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemandTermsView {
    pub product: Slug,
    pub varieties: Vec<Slug>,
    pub min_grade: Grade,
    pub certificates: CertKinds,
    /// Without the premiums for everybody but its own organisation.
    pub preferred: Vec<PreferenceView>,
    pub weeks: Vec<DemandWeek>,
    /// Shown to its own organisation alone.
    pub bid: Option<VndPerKg>,
    pub delivery_commune: CommuneCode,
    pub delivery_point: Option<GeoPoint>,
    pub delivery_hours: Hours,
    pub payment_days: u16,
    pub max_suppliers: u16,
    /// In percent of all weeks together; zero for any part.
    pub max_share: u8,
    pub note: Note,
    /// What is required beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// The smallest contract that a round may make of it; zero for any.
    pub min_lot: Kg,
    /// What is paid ahead and what is kept back.
    #[serde(skip_serializing_if = "DueTerms::is_none")]
    pub dues: DueTerms,
}

/// Something preferred, and what its buyer pays more for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreferenceView {
    pub attribute: Attribute,
    /// Shown to its own organisation alone.
    pub premium: Option<VndPerKg>,
    /// The sizes, the least sugar or the least juice, where the attribute is one of them.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
}

impl PreferenceView {
    pub fn new(Preference { attribute, premium, quality }: Preference, own: bool) -> Self {
        Self { attribute, premium: own.then_some(premium), quality }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DemandWeekView {
    pub week: Week,
    pub kg: Kg,
    pub kg_held: Kg,
    pub kg_left: Kg,
}

impl DemandView {
    pub fn new(actor: &Actor, held: HeldDemand, beside: &Beside, entered: Option<Entered>, now: Timestamp) -> Self {
        let week = |row: &DemandWeek| {
            let kg_held = held.held_in(row.week);
            DemandWeekView { week: row.week, kg: row.kg, kg_held, kg_left: row.kg.checked_sub(kg_held).unwrap_or_default() }
        };
        let weeks = held.demand.terms.weeks.iter().map(week).collect();
        let (status, kg_contracted) = (beside.status(&held.demand, now), beside.contracted(held.demand.id));
        let stage = Stage::on_market(Some(actor));
        let titled = |demand: &Demand| {
            if actor.org() == Some(demand.org) { demand.title.clone() } else { stage.show(Field::Title, demand.title.clone()).flatten() }
        };
        let title = titled(&held.demand);
        let changeable = held.demand.is_open(now);
        let close_reason = match &held.demand.state {
            DemandState::Closed { reason, .. } => reason.as_ref().map(ToString::to_string),
            DemandState::Open | DemandState::Withdrawn { .. } => None,
        };
        let (kg_held, suppliers_held) = (held.held.total(), held.held.suppliers());
        let Demand { id, org, terms, version, posted_at, group, .. } = held.demand;
        let kg_total = terms.kg_total().unwrap_or_default();
        let own =
            allow(actor, Command::ReadDemandBid, Target::Org(org)).is_ok() || entered.as_ref().is_some_and(|entered| entered.shows_reserve);
        Self {
            id,
            title,
            status,
            changeable,
            close_reason,
            version,
            posted_at,
            product: Named::product(terms.product.as_str()),
            varieties: terms.varieties.iter().map(|slug| Named::variety(slug.as_str())).collect(),
            delivery: PlaceView::of(terms.delivery_commune),
            kg_total,
            kg_held,
            kg_contracted,
            kg_left: kg_total.checked_sub(kg_held).unwrap_or_default(),
            suppliers_held,
            weeks,
            group: group.map(|group| DemandGroup::of(group, beside, titled, now)),
            assisted: entered.map(|entered| entered.view),
            terms: DemandTermsView::new(terms, own),
        }
    }
}

impl DemandTermsView {
    fn new(terms: DemandTerms, own: bool) -> Self {
        let DemandTerms {
            product,
            varieties,
            min_grade,
            certificates,
            preferred,
            weeks,
            bid,
            delivery_commune,
            delivery_point,
            delivery_hours,
            payment_days,
            max_suppliers,
            max_share,
            note,
            quality,
            min_lot,
            dues,
        } = terms;
        Self {
            product,
            varieties,
            min_grade,
            certificates,
            preferred: preferred.into_iter().map(|row| PreferenceView::new(row, own)).collect(),
            weeks,
            bid: own.then_some(bid),
            delivery_commune,
            delivery_point,
            delivery_hours,
            payment_days,
            max_suppliers,
            max_share,
            note,
            quality,
            min_lot,
            dues,
        }
    }
}
