use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract_due")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contract_id: Uuid,
    pub kind: String,
    pub payment: String,
    pub due_amount: Option<i64>,
    pub due_on: Option<Date>,
    pub reference: Option<String>,
    pub declared_at: Option<DateTimeUtc>,
    pub declared_by: Option<Uuid>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub confirmed_by: Option<Uuid>,
    pub dispute_note: Option<String>,
    pub disputed_at: Option<DateTimeUtc>,
    pub disputed_by: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
