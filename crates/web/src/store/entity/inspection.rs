use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inspection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub line_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub corrects: Option<i64>,
    pub rest: bool,
    pub weighed_g: i64,
    pub inspected_g: i64,
    pub accepted_g: i64,
    pub rejected_g: i64,
    pub rejections: Json,
    pub size_from_mm: Option<i64>,
    pub size_to_mm: Option<i64>,
    pub brix_tenths: Option<i64>,
    pub juice_percent: Option<i64>,
    pub part: Option<String>,
    pub note: Option<String>,
    pub inspected_at: DateTimeUtc,
    pub inspected_by: Uuid,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
