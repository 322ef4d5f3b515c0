use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub round_id: Uuid,
    pub offer_id: Uuid,
    pub demand_id: Uuid,
    pub supplier_org: Uuid,
    pub buyer_org: Uuid,
    pub product: String,
    pub variety: String,
    pub grade: i64,
    /// Both reserve prices and the trade as the round made it.
    pub sealed: Vec<u8>,
    pub road_km: i64,
    pub reference_price: Option<i64>,
    pub reference_week: Option<Date>,
    pub offer_from: Date,
    pub offer_to: Date,
    pub demand_from: Date,
    pub demand_to: Date,
    pub smallest_lot_g: i64,
    pub longest_payment_days: i64,
    pub revision: i64,
    pub status: String,
    pub waits_supplier: bool,
    pub waits_buyer: bool,
    pub closed_at: Option<DateTimeUtc>,
    pub closed_side: Option<String>,
    pub closed_by: Option<Uuid>,
    pub closed_reason: Option<String>,
    pub expires_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
