use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recurring_demand_post")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub recurring_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_week: Date,
    /// Counted from 0, in the order of the rule's delivery points.
    #[sea_orm(primary_key, auto_increment = false)]
    pub point: i16,
    pub last_week: Date,
    pub demand_id: Uuid,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
