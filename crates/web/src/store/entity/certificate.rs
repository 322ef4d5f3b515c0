use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub kind: String,
    pub number: String,
    pub issuer: String,
    pub varieties: Json,
    pub issued_on: Date,
    pub valid_to: Date,
    pub stars: Option<i64>,
    pub criteria: Option<String>,
    pub old_commune: Option<String>,
    pub lab: Option<Json>,
    pub test_failed: i64,
    pub area_m2: Option<i64>,
    pub expected_g: Option<i64>,
    pub status: String,
    pub status_reason: Option<String>,
    pub status_at: DateTimeUtc,
    pub status_by: Option<Uuid>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
