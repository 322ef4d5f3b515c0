//! An offer as its owner and the programme office see it.
use crate::http::assisted::{AssistedView, Entered};
use crate::http::names::{Named, PlaceView};
use crate::http::photos::PhotoView;
use crate::store::offers::HeldOffer;
use chrono::{DateTime, Utc};
use domain::account::Actor;
use domain::certificate::Proof;
use domain::day::{Timestamp, TradeDay, Window};
use domain::id::{OfferId, OrgId};
use domain::money::VndPerKg;
use domain::offer::{Forecast, Offer, OfferTerms};
use domain::place::{CommuneCode, GeoPoint};
use domain::policy::{Command, Target, allow};
use domain::post::PostStatus;
use domain::product::{CertKind, Grade, Quality, Slug};
use domain::quantity::Kg;
use domain::text::Note;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct OfferView {
    pub id: OfferId,
    pub status: PostStatus,
    /// Send it with a change.
    pub version: i64,
    pub posted_at: DateTime<Utc>,
    pub terms: OfferTermsView,
    pub product: Named,
    pub variety: Named,
    pub pickup: PlaceView,
    /// In live proposals and contracts.
    pub kg_held: Kg,
    pub kg_left: Kg,
    /// Papers that still count for this variety on the last day of harvest.
    pub certificates: Vec<ProofView>,
    /// Oldest first.
    pub photos: Vec<PhotoView>,
    /// The harvest is near, and the quantity is not firm.
    pub awaits_quantity: bool,
    /// The office entered it for the organisation; absent where the organisation posted it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assisted: Option<AssistedView>,
}

/// The form as it was filled in.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferTermsView {
    pub variety: Slug,
    pub grade: Grade,
    pub kg_total: Kg,
    pub kg_per_week: Kg,
    pub window: Window,
    /// Shown to its own organisation alone.
    pub ask: Option<VndPerKg>,
    pub min_lot: Kg,
    pub max_payment_days: u16,
    pub pickup_commune: CommuneCode,
    pub pickup_point: Option<GeoPoint>,
    pub note: Note,
    /// While the harvest is still on the tree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Forecast>,
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierView>,
}

/// From how many kilograms in one contract on the supplier asks less.
#[derive(Debug, Serialize, ToSchema)]
pub struct TierView {
    pub from_kg: Kg,
    /// Shown to its own organisation alone.
    pub discount: Option<VndPerKg>,
}

/// A certificate that counts.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProofView {
    pub kind: CertKind,
    pub number: String,
    pub valid_to: TradeDay,
}

impl ProofView {
    /// What an organisation's certificates prove for a variety on a day.
    fn all(proofs: &[Proof], variety: &Slug, day: TradeDay) -> Vec<Self> {
        let covering = proofs.iter().filter(|proof| proof.covers(variety, day));
        covering.map(|proof| Self { kind: proof.kind, number: proof.number.to_string(), valid_to: proof.valid_to }).collect()
    }
}

impl OfferView {
    pub fn new(
        actor: &Actor,
        held: HeldOffer,
        certificates: &BTreeMap<OrgId, Vec<Proof>>,
        photos: Vec<PhotoView>,
        entered: Option<Entered>,
        now: Timestamp,
    ) -> Self {
        let kg_left = held.left();
        let HeldOffer { offer, held: kg_held } = held;
        let status = offer.status(now);
        let awaits_quantity = offer.awaits_quantity(now);
        let Offer { id, org, terms, version, posted_at, .. } = offer;
        let own =
            allow(actor, Command::ReadOfferAsk, Target::Org(org)).is_ok() || entered.as_ref().is_some_and(|entered| entered.shows_reserve);
        let proofs = certificates.get(&org).map_or(&[][..], Vec::as_slice);
        let OfferTerms {
            variety,
            grade,
            kg_total,
            kg_per_week,
            window,
            ask,
            min_lot,
            max_payment_days,
            pickup_commune,
            pickup_point,
            note,
            forecast,
            quality,
            tiers,
        } = terms;
        Self {
            id,
            status,
            version,
            posted_at,
            product: Named::product_of(variety.as_str()),
            variety: Named::variety(variety.as_str()),
            pickup: PlaceView::of(pickup_commune),
            kg_held,
            kg_left,
            certificates: ProofView::all(proofs, &variety, window.to),
            photos,
            awaits_quantity,
            assisted: entered.map(|entered| entered.view),
            terms: OfferTermsView {
                variety,
                grade,
                kg_total,
                kg_per_week,
                window,
                ask: own.then_some(ask),
                min_lot,
                max_payment_days,
                pickup_commune,
                pickup_point,
                note,
                forecast,
                quality,
                tiers: tiers.into_iter().map(|tier| TierView { from_kg: tier.from_kg, discount: own.then_some(tier.discount) }).collect(),
            },
        }
    }
}
