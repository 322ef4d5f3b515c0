use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contract_id: Uuid,
    pub edition: i64,
    pub hash: String,
    pub side: String,
    pub signer_id: Uuid,
    pub signer_name: String,
    pub authority: String,
    pub authority_number: Option<String>,
    pub authority_dated: Option<Date>,
    pub authority_until: Option<Date>,
    pub method: String,
    pub challenge_id: Option<Uuid>,
    pub totp_step: Option<i64>,
    pub signed_at: DateTimeUtc,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
