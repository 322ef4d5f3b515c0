use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contract_id: Uuid,
    pub number: i64,
    pub week: Date,
    pub window_from: Date,
    pub window_to: Date,
    pub planned_g: i64,
    pub delivery: String,
    pub dispatched_g: Option<i64>,
    pub vehicle: Option<String>,
    pub dispatch_note: Option<String>,
    pub dispatched_at: Option<DateTimeUtc>,
    pub dispatched_by: Option<Uuid>,
    pub received_g: Option<i64>,
    pub accepted_g: Option<i64>,
    pub rejected_g: Option<i64>,
    pub weighed_g: Option<i64>,
    pub inspections: i64,
    pub day_steps: i64,
    pub confirmed_on: Option<Date>,
    pub waiting_on: Option<Date>,
    pub received_at: Option<DateTimeUtc>,
    pub received_by: Option<Uuid>,
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
