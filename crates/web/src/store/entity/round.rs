use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub slot: Option<String>,
    pub ran_by: Option<Uuid>,
    pub ran_at: DateTimeUtc,
    pub millis: i64,
    /// The hashes of market and plan, and the sums that tell of reserve prices.
    pub sealed: Vec<u8>,
    pub offers: i64,
    pub demands: i64,
    pub suppliers: i64,
    pub buyers: i64,
    pub offered_g: i64,
    pub demanded_g: i64,
    pub matched_g: i64,
    pub goods_amount: i64,
    pub freight_amount: i64,
    pub trades: i64,
    pub dropped: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
