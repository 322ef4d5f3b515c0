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
    pub source: Vec<u8>,
    pub source_nth: i64,
    pub content: Option<Vec<u8>>,
    pub cells: Json,
    pub corrections: Json,
    pub problems: Json,
    pub terms: Option<Json>,
    pub thing_id: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
