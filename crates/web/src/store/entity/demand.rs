use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "demand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub title: Option<String>,
    /// Shared by the delivery points of one form.
    pub group_id: Option<Uuid>,
    pub posted_by: Uuid,
    pub product: String,
    pub varieties: Json,
    pub min_grade: i64,
    /// The first eight kinds, as many as the first schema knew.
    pub certificates: i64,
    /// The kinds after them.
    pub certificates_above: i64,
    pub first_week: Date,
    pub last_week: Date,
    pub total_g: i64,
    /// The bid, and attributes with their premiums.
    pub sealed: Vec<u8>,
    pub delivery_commune: String,
    pub delivery_lat_e6: Option<i64>,
    pub delivery_lon_e6: Option<i64>,
    pub hours_from: String,
    pub hours_to: String,
    pub payment_days: i64,
    pub max_suppliers: i64,
    /// In percent; zero for any part.
    pub max_share: i64,
    pub note: String,
    /// Labels with a space between them.
    pub sizes: String,
    pub brix_tenths: Option<i64>,
    pub juice_percent: Option<i64>,
    pub min_lot_g: i64,
    pub deposit_percent: i64,
    pub deposit_days: i64,
    pub retention_percent: i64,
    pub retention_days: i64,
    pub status: String,
    pub suppliers_held: i64,
    pub posted_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<Uuid>,
    /// Withdrawn for good.
    pub closed: bool,
    pub close_reason: Option<String>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
