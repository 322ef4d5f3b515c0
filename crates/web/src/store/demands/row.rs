//! A demand as a row and its weeks.
use super::HeldDemand;
use crate::store::entity::demand::{ActiveModel, Model};
use crate::store::entity::demand_week;
use crate::store::post::{columns, point, quality, state, written_sizes};
use crate::store::seal::Seal;
use crate::store::{StoreError, corrupt};
use domain::day::TradeDay;
use domain::demand::{Demand, DemandState, DemandTerms, DemandWeek, Preference};
use domain::dues::DueTerms;
use domain::hours::Hours;
use domain::money::VndPerKg;
use domain::post::{PostState, Promised};
use domain::product::{CertKinds, Grade};
use domain::quantity::Kg;
use sea_orm::Set;
use serde::{Deserialize, Serialize};

/// What nobody but its owner knows.
#[derive(Serialize, Deserialize)]
struct Reserve {
    bid: VndPerKg,
    preferred: Vec<Preference>,
}

/// Everything but the weeks, and but what is held, which only reservations change.
pub fn write(seal: &Seal, demand: &Demand) -> Result<ActiveModel, StoreError> {
    let Demand { id, org, terms, group, title, state, posted_by, posted_at, version } = demand.clone();
    let unwritable = || corrupt("demand", id);
    let (first, last) = (terms.weeks.first().ok_or_else(unwritable)?.week, terms.weeks.last().ok_or_else(unwritable)?.week);
    let total = terms.kg_total().ok_or_else(unwritable)?;
    let DemandTerms {
        product,
        varieties,
        min_grade,
        certificates,
        preferred,
        weeks: _,
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
    let (status, withdrawn_by, withdrawn_at) = columns(&plain(&state));
    let (closed, close_reason) = match state {
        DemandState::Closed { reason, .. } => (true, reason.map(Into::into)),
        DemandState::Open | DemandState::Withdrawn { .. } => (false, None),
    };
    Ok(ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        title: Set(title.map(Into::into)),
        group_id: Set(group.map(Into::into)),
        posted_by: Set(posted_by.into()),
        product: Set(product.into()),
        varieties: Set(serde_json::to_value(varieties).map_err(|_| unwritable())?),
        min_grade: Set(min_grade.rank().into()),
        certificates: Set(i64::from(certificates.bits()) & FIRST_KINDS),
        certificates_above: Set(i64::from(certificates.bits()) >> FIRST_KINDS.count_ones()),
        first_week: Set(first.monday().date()),
        last_week: Set(last.monday().date()),
        total_g: Set(total.grams()),
        sealed: Set(seal.close_json("demand", id.into(), &Reserve { bid, preferred })?),
        delivery_commune: Set(delivery_commune.into()),
        delivery_lat_e6: Set(delivery_point.map(|point| point.lat_e6().into())),
        delivery_lon_e6: Set(delivery_point.map(|point| point.lon_e6().into())),
        hours_from: Set(delivery_hours.from.into()),
        hours_to: Set(delivery_hours.to.into()),
        payment_days: Set(payment_days.into()),
        max_suppliers: Set(max_suppliers.into()),
        max_share: Set(max_share.into()),
        note: Set(note.into()),
        sizes: Set(written_sizes(&quality)),
        brix_tenths: Set(quality.brix_tenths.map(i64::from)),
        juice_percent: Set(quality.juice_percent.map(i64::from)),
        min_lot_g: Set(min_lot.grams()),
        deposit_percent: Set(dues.deposit_percent.into()),
        deposit_days: Set(dues.deposit_days.into()),
        retention_percent: Set(dues.retention_percent.into()),
        retention_days: Set(dues.retention_days.into()),
        status: Set(status),
        posted_at: Set(posted_at),
        withdrawn_at: Set(withdrawn_at),
        withdrawn_by: Set(withdrawn_by),
        closed: Set(closed),
        close_reason: Set(close_reason),
        version: Set(version),
        ..Default::default()
    })
}

/// The part of the state that every post has.
fn plain(state: &DemandState) -> PostState {
    match state {
        DemandState::Open => PostState::Open,
        DemandState::Withdrawn { by, at } | DemandState::Closed { by, at, .. } => PostState::Withdrawn { by: *by, at: *at },
    }
}

/// The kinds that lie in the first column.
const FIRST_KINDS: i64 = 255;

/// The kinds that a demand asks for, of both columns.
pub fn kinds(first: i64, above: i64) -> Option<CertKinds> {
    CertKinds::from_bits((first | (above << FIRST_KINDS.count_ones())).try_into().ok()?).ok()
}

pub fn read(seal: &Seal, row: Model, weeks: &[demand_week::Model]) -> Result<HeldDemand, StoreError> {
    let id = row.id;
    let reserve = seal.open_json("demand", id, &row.sealed)?;
    readable(row, reserve, weeks).ok_or_else(|| corrupt("demand", id))
}

fn readable(row: Model, reserve: Reserve, weeks: &[demand_week::Model]) -> Option<HeldDemand> {
    let week = |row: &demand_week::Model| TradeDay::new(row.week).week();
    let needed: Option<Vec<_>> =
        weeks.iter().map(|row| Some(DemandWeek { week: week(row), kg: Kg::from_grams(row.needed_g).ok()? })).collect();
    let held: Option<Vec<_>> = weeks.iter().map(|row| Some((week(row), Kg::from_grams(row.held_g).ok()?))).collect();
    let state = match (state(&row.status, row.withdrawn_by, row.withdrawn_at)?, row.closed, row.close_reason) {
        (PostState::Open, false, None) => DemandState::Open,
        (PostState::Withdrawn { by, at }, false, None) => DemandState::Withdrawn { by, at },
        (PostState::Withdrawn { by, at }, true, reason) => {
            DemandState::Closed { by, at, reason: reason.map(|reason| reason.parse()).transpose().ok()? }
        }
        _ => return None,
    };
    let terms = DemandTerms {
        product: row.product.parse().ok()?,
        varieties: serde_json::from_value(row.varieties).ok()?,
        min_grade: Grade::from_rank(row.min_grade.try_into().ok()?)?,
        certificates: kinds(row.certificates, row.certificates_above)?,
        preferred: reserve.preferred,
        weeks: needed?,
        bid: reserve.bid,
        delivery_commune: row.delivery_commune.parse().ok()?,
        delivery_point: point(row.delivery_lat_e6, row.delivery_lon_e6).ok()?,
        delivery_hours: Hours { from: row.hours_from.parse().ok()?, to: row.hours_to.parse().ok()? },
        payment_days: row.payment_days.try_into().ok()?,
        max_suppliers: row.max_suppliers.try_into().ok()?,
        max_share: row.max_share.try_into().ok()?,
        note: row.note.parse().ok()?,
        quality: quality(&row.sizes, row.brix_tenths, row.juice_percent)?,
        min_lot: Kg::from_grams(row.min_lot_g).ok()?,
        dues: DueTerms {
            deposit_percent: row.deposit_percent.try_into().ok()?,
            deposit_days: row.deposit_days.try_into().ok()?,
            retention_percent: row.retention_percent.try_into().ok()?,
            retention_days: row.retention_days.try_into().ok()?,
        },
    };
    let demand = Demand {
        id: row.id.into(),
        org: row.org_id.into(),
        terms,
        group: row.group_id.map(Into::into),
        title: row.title.map(|title| title.parse()).transpose().ok()?,
        state,
        posted_by: row.posted_by.into(),
        posted_at: row.posted_at,
        version: row.version,
    };
    Some(HeldDemand { demand, held: Promised::new(held?, row.suppliers_held.try_into().ok()?)? })
}
