use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub side: Option<String>,
    pub by_user: Option<Uuid>,
    pub at: DateTimeUtc,
    pub terms: Json,
    pub message: Option<String>,
    pub supplier_user: Option<Uuid>,
    pub supplier_at: Option<DateTimeUtc>,
    pub buyer_user: Option<Uuid>,
    pub buyer_at: Option<DateTimeUtc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
