use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Option<Uuid>,
    pub sent_by: Uuid,
    pub kind: String,
    pub file_name: String,
    pub file_hash: Vec<u8>,
    pub sheet: String,
    pub header_row: i64,
    /// The head, with the values for every row that has none.
    pub sealed: Vec<u8>,
    pub state: String,
    pub accepted: i64,
    pub review: i64,
    pub skipped: i64,
    pub left_out: i64,
    pub known: i64,
    pub made: i64,
    pub sent_at: DateTimeUtc,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
