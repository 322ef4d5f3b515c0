use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub import_id: Uuid,
    pub number: i64,
    pub last_number: i64,
    pub org_id: Option<Uuid>,
    pub state: String,
    pub skip: Option<String>,
    pub decided: bool,
    pub source_nth: i64,
    /// What it said and how it was understood.
    pub sealed: Vec<u8>,
    pub thing_id: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
