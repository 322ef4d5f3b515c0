use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub name: String,
    pub name_folded: String,
    pub sort_key: String,
    pub tax_code: Option<String>,
    pub address_line: Option<String>,
    pub commune: String,
    pub old_district: Option<String>,
    pub lat_e6: Option<i64>,
    pub lon_e6: Option<i64>,
    pub representative: String,
    pub position: String,
    pub phone: String,
    pub email: Option<String>,
    pub vat_method: String,
    pub bank_name: Option<String>,
    pub bank_number: Option<String>,
    pub bank_holder: Option<String>,
    pub status: String,
    pub status_reason: Option<String>,
    pub status_at: DateTimeUtc,
    pub status_by: Option<Uuid>,
    pub registered_at: DateTimeUtc,
    pub first_verified_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
