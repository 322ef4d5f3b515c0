//! Editions of the rules and who agreed to which: rows that are only added to.
use super::entity::{consent, rules_edition, user};
use super::{CHUNK, Slice, StoreError, Tx, corrupt, taken};
use domain::account::Language;
use domain::day::Timestamp;
use domain::id::{OrgId, UserId};
use domain::rules::{Consent, Edition, Editions};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Both languages of one edition, as they were published.
#[derive(Debug, Clone)]
pub struct RulesSource {
    pub vi: String,
    pub en: String,
}

impl RulesSource {
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// Every edition, without its words.
pub async fn editions(tx: &Tx) -> Result<Editions, StoreError> {
    let rows = rules_edition::Entity::find()
        .select_only()
        .columns([rules_edition::Column::Version, rules_edition::Column::InForceFrom, rules_edition::Column::Hash])
        .into_tuple::<(i64, Timestamp, String)>()
        .all(tx.conn())
        .await?;
    Ok(Editions::new(rows.into_iter().map(|(version, in_force_from, hash)| Edition { version, in_force_from, hash }).collect()))
}

pub async fn edition_text(tx: &Tx, version: i64) -> Result<RulesSource, StoreError> {
    let row = rules_edition::Entity::find_by_id(version).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    Ok(RulesSource { vi: row.text_vi, en: row.text_en })
}

pub async fn insert_edition(tx: &Tx, edition: &Edition, text: RulesSource, now: Timestamp) -> Result<(), StoreError> {
    let row = rules_edition::ActiveModel {
        version: Set(edition.version),
        text_vi: Set(text.vi),
        text_en: Set(text.en),
        hash: Set(edition.hash.clone()),
        in_force_from: Set(edition.in_force_from),
        published_at: Set(now),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "rules_edition", "version"))?;
    Ok(())
}

/// Keeps what people agreed to.
pub async fn insert_consents(tx: &Tx, consents: impl IntoIterator<Item = (Uuid, Consent)>) -> Result<(), StoreError> {
    let rows: Vec<_> = consents.into_iter().map(|(id, consent)| to_row(id, consent)).collect();
    for chunk in rows.chunks(CHUNK) {
        consent::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The latest edition that somebody agreed to; both parts are agreed to at once.
pub async fn accepted(tx: &Tx, user: UserId) -> Result<Option<i64>, StoreError> {
    let latest = consent::Entity::find()
        .select_only()
        .column_as(consent::Column::Version.max(), "version")
        .filter(consent::Column::UserId.eq(Uuid::from(user)))
        .into_tuple::<Option<i64>>()
        .one(tx.conn())
        .await?;
    Ok(latest.flatten())
}

/// What the members of an organisation agreed to last, and when.
pub async fn accepted_by_members(tx: &Tx, org: OrgId) -> Result<BTreeMap<UserId, (i64, Timestamp)>, StoreError> {
    let members = user::Entity::find().select_only().column(user::Column::Id).filter(user::Column::OrgId.eq(Uuid::from(org)));
    let rows = consent::Entity::find()
        .select_only()
        .columns([consent::Column::UserId, consent::Column::Version, consent::Column::At])
        .filter(consent::Column::UserId.in_subquery(sea_orm::QueryTrait::into_query(members)))
        .order_by_asc(consent::Column::Version)
        .into_tuple::<(Uuid, i64, Timestamp)>()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|(user, version, at)| (user.into(), (version, at))).collect())
}

/// Newest first, with the key of each.
pub async fn list_consents(tx: &Tx, user: UserId, slice: Slice<Uuid>) -> Result<Vec<(Uuid, Consent)>, StoreError> {
    let mut query = consent::Entity::find()
        .filter(consent::Column::UserId.eq(Uuid::from(user)))
        .order_by_desc(consent::Column::Id)
        .limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(consent::Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

fn to_row(id: Uuid, consent: Consent) -> consent::ActiveModel {
    let Consent { user, to, version, hash, way, at } = consent;
    consent::ActiveModel {
        id: Set(id),
        user_id: Set(user.into()),
        agreed_to: Set(to.code().to_owned()),
        version: Set(version),
        hash: Set(hash),
        way: Set(way.code().to_owned()),
        at: Set(at),
    }
}

fn from_row(row: consent::Model) -> Result<(Uuid, Consent), StoreError> {
    let (Ok(to), Ok(way)) = (row.agreed_to.parse(), row.way.parse()) else { return Err(corrupt("consent", row.id)) };
    Ok((row.id, Consent { user: row.user_id.into(), to, version: row.version, hash: row.hash, way, at: row.at }))
}
