use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub proposal_id: Uuid,
    pub offer_id: Uuid,
    pub demand_id: Uuid,
    pub supplier_id: Uuid,
    pub buyer_id: Uuid,
    pub edition: i64,
    pub sign_by: DateTimeUtc,
    pub total_g: i64,
    pub total: i64,
    pub status: String,
    pub status_at: Option<DateTimeUtc>,
    pub status_side: Option<String>,
    pub status_by: Option<Uuid>,
    pub status_reason: Option<String>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
