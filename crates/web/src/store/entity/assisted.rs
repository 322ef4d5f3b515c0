use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assisted")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub side: String,
    /// The one or the other, as the side says.
    pub offer_id: Option<Uuid>,
    pub demand_id: Option<Uuid>,
    pub asker: String,
    pub way: String,
    pub note: String,
    pub entered_by: Uuid,
    pub entered_at: DateTimeUtc,
    pub confirm_by: DateTimeUtc,
    pub status: String,
    pub settled_by: Option<Uuid>,
    pub settled_at: Option<DateTimeUtc>,
    pub reason: Option<String>,
    pub slip_id: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
