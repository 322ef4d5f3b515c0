use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub posted_by: Uuid,
    pub product: String,
    pub variety: String,
    pub grade: i64,
    pub total_g: i64,
    pub per_week_g: i64,
    pub window_from: Date,
    pub window_to: Date,
    pub min_lot_g: i64,
    pub max_payment_days: i64,
    pub pickup_commune: String,
    pub pickup_lat_e6: Option<i64>,
    pub pickup_lon_e6: Option<i64>,
    pub note: String,
    pub low_g: Option<i64>,
    pub mid_g: Option<i64>,
    pub high_g: Option<i64>,
    pub sizes: String,
    pub brix_tenths: Option<i64>,
    pub juice_percent: Option<i64>,
    /// The ask, and kilograms of one contract with what they take off.
    pub sealed: Vec<u8>,
    pub status: String,
    pub held_g: i64,
    pub posted_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<Uuid>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
