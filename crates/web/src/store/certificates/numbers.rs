//! Every certificate by its number, for lists that may name it again.
use crate::store::entity::certificate::{Column, Entity};
use crate::store::{StoreError, Tx, corrupt};
use chrono::NaiveDate;
use domain::day::TradeDay;
use domain::id::{CertificateId, OrgId};
use domain::product::CertKind;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct Numbered {
    pub id: CertificateId,
    pub org: OrgId,
    pub kind: CertKind,
    pub number: String,
    pub issued_on: TradeDay,
    pub valid_to: TradeDay,
}

pub async fn numbers(tx: &Tx) -> Result<Vec<Numbered>, StoreError> {
    type Row = (Uuid, Uuid, String, String, NaiveDate, NaiveDate);
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::OrgId, Column::Kind, Column::Number, Column::IssuedOn, Column::ValidTo])
        .into_tuple::<Row>()
        .all(tx.conn())
        .await?;
    let read = |(id, org, kind, number, issued_on, valid_to): Row| {
        let kind = kind.parse().map_err(|_| corrupt("certificate", id))?;
        let (issued_on, valid_to) = (TradeDay::new(issued_on), TradeDay::new(valid_to));
        Ok(Numbered { id: id.into(), org: org.into(), kind, number, issued_on, valid_to })
    };
    rows.into_iter().map(read).collect()
}
