//! An offer as a row.
use super::HeldOffer;
use crate::reference::catalogue;
use crate::store::entity::offer::{ActiveModel, Model};
use crate::store::post::{columns, point, quality, state, written_sizes};
use crate::store::seal::Seal;
use crate::store::{StoreError, corrupt};
use domain::day::{TradeDay, Window};
use domain::money::VndPerKg;
use domain::offer::{Forecast, Offer, OfferTerms, Tier};
use domain::product::Grade;
use domain::quantity::{Kg, KgError};
use sea_orm::Set;
use serde::{Deserialize, Serialize};

/// What nobody but its owner knows.
#[derive(Serialize, Deserialize)]
struct Reserve {
    ask: VndPerKg,
    tiers: Vec<Tier>,
}

/// Everything but what is held, which only reservations change.
pub fn write(seal: &Seal, offer: &Offer) -> Result<ActiveModel, StoreError> {
    let Offer { id, org, terms, state, posted_by, posted_at, version } = offer.clone();
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
    let product = catalogue::now().variety(variety.as_str()).ok_or_else(|| corrupt("offer", id))?.product_slug.clone();
    let (status, withdrawn_by, withdrawn_at) = columns(&state);
    Ok(ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        posted_by: Set(posted_by.into()),
        product: Set(product),
        variety: Set(variety.into()),
        grade: Set(grade.rank().into()),
        total_g: Set(kg_total.grams()),
        per_week_g: Set(kg_per_week.grams()),
        window_from: Set(window.from.date()),
        window_to: Set(window.to.date()),
        min_lot_g: Set(min_lot.grams()),
        max_payment_days: Set(max_payment_days.into()),
        pickup_commune: Set(pickup_commune.into()),
        pickup_lat_e6: Set(pickup_point.map(|point| point.lat_e6().into())),
        pickup_lon_e6: Set(pickup_point.map(|point| point.lon_e6().into())),
        note: Set(note.into()),
        low_g: Set(forecast.map(|kg| kg.low.grams())),
        mid_g: Set(forecast.map(|kg| kg.mid.grams())),
        high_g: Set(forecast.map(|kg| kg.high.grams())),
        sizes: Set(written_sizes(&quality)),
        brix_tenths: Set(quality.brix_tenths.map(i64::from)),
        juice_percent: Set(quality.juice_percent.map(i64::from)),
        sealed: Set(seal.close_json("offer", id.into(), &Reserve { ask, tiers })?),
        status: Set(status),
        posted_at: Set(posted_at),
        withdrawn_at: Set(withdrawn_at),
        withdrawn_by: Set(withdrawn_by),
        version: Set(version),
        ..Default::default()
    })
}

/// All three figures, or none: then the quantity is firm.
pub fn forecast(low: Option<i64>, mid: Option<i64>, high: Option<i64>) -> Result<Option<Forecast>, KgError> {
    let (Some(low), Some(mid), Some(high)) = (low, mid, high) else { return Ok(None) };
    Ok(Some(Forecast { low: Kg::from_grams(low)?, mid: Kg::from_grams(mid)?, high: Kg::from_grams(high)? }))
}

pub fn read(seal: &Seal, row: &Model) -> Result<HeldOffer, StoreError> {
    readable(row, seal.open_json("offer", row.id, &row.sealed)?).ok_or_else(|| corrupt("offer", row.id))
}

fn readable(row: &Model, reserve: Reserve) -> Option<HeldOffer> {
    let terms = OfferTerms {
        variety: row.variety.parse().ok()?,
        grade: Grade::from_rank(row.grade.try_into().ok()?)?,
        kg_total: Kg::from_grams(row.total_g).ok()?,
        kg_per_week: Kg::from_grams(row.per_week_g).ok()?,
        window: Window { from: TradeDay::new(row.window_from), to: TradeDay::new(row.window_to) },
        ask: reserve.ask,
        min_lot: Kg::from_grams(row.min_lot_g).ok()?,
        max_payment_days: row.max_payment_days.try_into().ok()?,
        pickup_commune: row.pickup_commune.parse().ok()?,
        pickup_point: point(row.pickup_lat_e6, row.pickup_lon_e6).ok()?,
        note: row.note.parse().ok()?,
        forecast: forecast(row.low_g, row.mid_g, row.high_g).ok()?,
        quality: quality(&row.sizes, row.brix_tenths, row.juice_percent)?,
        tiers: reserve.tiers,
    };
    let offer = Offer {
        id: row.id.into(),
        org: row.org_id.into(),
        terms,
        state: state(&row.status, row.withdrawn_by, row.withdrawn_at)?,
        posted_by: row.posted_by.into(),
        posted_at: row.posted_at,
        version: row.version,
    };
    Some(HeldOffer { offer, held: Kg::from_grams(row.held_g).ok()? })
}
