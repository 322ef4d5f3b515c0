//! What the programme office wrote over the catalogue, each change kept with who made it and why.
use super::entity::{catalogue_product, catalogue_step, catalogue_variety};
use super::{StoreError, Tx, corrupt, taken};
use crate::reference::catalogue::{Product, Written};
use domain::day::Timestamp;
use domain::id::UserId;
use domain::product::Slug;
use domain::reason::Reason;
use domain::variety::{VarietyEntry, VarietyTerms};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::Value;
use uuid::Uuid;

/// PostgreSQL's advisory lock of the catalogue.
const LOCK: i64 = 0x6d_7561_6361;
/// The first number of what is added: far above what comes with the program, which is numbered by its place.
const FIRST_NUMBER: i64 = 10_000;

/// One change of a variety.
#[derive(Debug, Clone)]
pub struct Step {
    pub version: i64,
    pub terms: VarietyTerms,
    pub reason: Reason,
    pub by: UserId,
    pub at: Timestamp,
}

/// Who makes a change, when and why.
#[derive(Debug, Clone)]
pub struct Because {
    pub reason: Reason,
    pub by: UserId,
    pub at: Timestamp,
}

/// Everything the office wrote, in the order it was added.
pub async fn written(tx: &Tx) -> Result<Written, StoreError> {
    let products = catalogue_product::Entity::find().order_by_asc(catalogue_product::Column::Number).all(tx.conn()).await?;
    let varieties = catalogue_variety::Entity::find().order_by_asc(catalogue_variety::Column::Id).all(tx.conn()).await?;
    Ok(Written {
        products: products.into_iter().map(product).collect::<Result<_, _>>()?,
        varieties: varieties.into_iter().map(variety).collect::<Result<_, _>>()?,
    })
}

/// One of them, as it was written last.
pub async fn find(tx: &Tx, slug: &Slug) -> Result<Option<VarietyEntry>, StoreError> {
    let row = catalogue_variety::Entity::find_by_id(slug.as_str()).one(tx.conn()).await?;
    row.map(|row| variety(row).map(|(entry, _)| entry)).transpose()
}

pub async fn slug_of_id(tx: &Tx, id: Uuid) -> Result<Slug, StoreError> {
    let row = catalogue_variety::Entity::find().filter(catalogue_variety::Column::Id.eq(id)).one(tx.conn()).await?;
    row.and_then(|row| row.slug.parse().ok()).ok_or(StoreError::Missing)
}

/// Keeps other changes of the catalogue waiting until the transaction ends: what is free and what comes next is read first.
/// SQLite's one writer waits by itself.
pub async fn hold(tx: &Tx) -> Result<(), StoreError> {
    if tx.conn().get_database_backend() == DatabaseBackend::Postgres {
        tx.conn().execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Ok(())
}

/// The number of the next product or variety that is added.
pub async fn next_number(tx: &Tx) -> Result<u32, StoreError> {
    let products = catalogue_product::Entity::find().select_only().expr(Expr::col(catalogue_product::Column::Number).max());
    let varieties = catalogue_variety::Entity::find().select_only().expr(Expr::col(catalogue_variety::Column::Number).max());
    let products: Option<Option<i64>> = products.into_tuple().one(tx.conn()).await?;
    let varieties: Option<Option<i64>> = varieties.into_tuple().one(tx.conn()).await?;
    let last = [products, varieties].into_iter().flatten().flatten().max();
    let next = last.map_or(FIRST_NUMBER, |last| last + 1);
    u32::try_from(next).map_err(|_| corrupt("catalogue_variety", next))
}

pub async fn insert_product(tx: &Tx, product: &Product, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    let Product { slug, name_vi, name_en, freight_class, number } = product.clone();
    let row = catalogue_product::ActiveModel {
        slug: Set(slug),
        number: Set(number.into()),
        name_vi: Set(name_vi),
        name_en: Set(name_en),
        freight_class: Set(freight_class.code().to_owned()),
        added_by: Set(by.into()),
        added_at: Set(at),
    };
    catalogue_product::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A variety that is written for the first time: one that is new, with its number, or one of the program's own.
pub async fn insert(tx: &Tx, id: Uuid, entry: &VarietyEntry, number: Option<u32>, because: &Because) -> Result<(), StoreError> {
    let row = catalogue_variety::ActiveModel {
        slug: Set(entry.slug.to_string()),
        id: Set(id),
        number: Set(number.map(i64::from)),
        version: Set(entry.version),
        terms: Set(json(&entry.terms)?),
    };
    let inserted = catalogue_variety::Entity::insert(row).exec_without_returning(tx.conn()).await;
    inserted.map_err(|error| taken(error, "catalogue_variety", "slug"))?;
    note(tx, entry, because).await
}

/// A variety that was written before; `Stale` when somebody else wrote first.
pub async fn save(tx: &Tx, entry: &VarietyEntry, because: &Because) -> Result<(), StoreError> {
    let row = catalogue_variety::ActiveModel { version: Set(entry.version), terms: Set(json(&entry.terms)?), ..Default::default() };
    let before = catalogue_variety::Entity::update_many()
        .set(row)
        .filter(catalogue_variety::Column::Slug.eq(entry.slug.as_str()))
        .filter(catalogue_variety::Column::Version.eq(entry.version - 1));
    super::exactly_one(before.exec(tx.conn()).await?.rows_affected)?;
    note(tx, entry, because).await
}

async fn note(tx: &Tx, entry: &VarietyEntry, because: &Because) -> Result<(), StoreError> {
    let row = catalogue_step::ActiveModel {
        slug: Set(entry.slug.to_string()),
        version: Set(entry.version),
        terms: Set(json(&entry.terms)?),
        reason: Set(because.reason.to_string()),
        by_user: Set(because.by.into()),
        at: Set(because.at),
    };
    catalogue_step::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The newest changes first, as far as anybody reads back.
pub async fn history(tx: &Tx, slug: &Slug) -> Result<Vec<Step>, StoreError> {
    const MOST: u64 = 100;
    let own = catalogue_step::Column::Slug.eq(slug.as_str());
    let rows = catalogue_step::Entity::find().filter(own).order_by_desc(catalogue_step::Column::Version).limit(MOST).all(tx.conn()).await?;
    let step = |row: catalogue_step::Model| {
        let read = |row: &catalogue_step::Model| {
            let (terms, reason) = (serde_json::from_value(row.terms.clone()).ok()?, row.reason.parse().ok()?);
            Some(Step { version: row.version, terms, reason, by: row.by_user.into(), at: row.at })
        };
        read(&row).ok_or_else(|| corrupt("catalogue_step", format!("{} {}", row.slug, row.version)))
    };
    rows.into_iter().map(step).collect()
}

fn json(terms: &VarietyTerms) -> Result<Value, StoreError> {
    serde_json::to_value(terms).map_err(|_| corrupt("catalogue_variety", &terms.name_vi))
}

fn product(row: catalogue_product::Model) -> Result<Product, StoreError> {
    let class = row.freight_class.parse().ok();
    let Some((freight_class, number)) = class.zip(row.number.try_into().ok()) else { return Err(corrupt("catalogue_product", row.slug)) };
    Ok(Product { slug: row.slug, name_vi: row.name_vi, name_en: row.name_en, freight_class, number })
}

fn variety(row: catalogue_variety::Model) -> Result<(VarietyEntry, Option<u32>), StoreError> {
    let read = |row: &catalogue_variety::Model| {
        let terms = serde_json::from_value(row.terms.clone()).ok()?;
        let number = row.number.map(u32::try_from).transpose().ok()?;
        Some((VarietyEntry { slug: row.slug.parse().ok()?, terms, version: row.version }, number))
    };
    read(&row).ok_or_else(|| corrupt("catalogue_variety", row.slug))
}
