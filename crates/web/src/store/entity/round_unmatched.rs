use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_unmatched")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub round_id: Uuid,
    pub side: String,
    pub post_id: Uuid,
    pub org_id: Uuid,
    pub product: String,
    pub variety: Option<String>,
    pub week: Option<Date>,
    pub left_g: i64,
    pub obstacle: String,
    /// The reason with its figures.
    pub sealed: Vec<u8>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
