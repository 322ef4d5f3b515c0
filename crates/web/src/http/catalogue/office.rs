//! The programme office keeps the catalogue: what it adds and changes counts at once, everywhere, and says who, when and why.
use super::{VarietyView, requests};
use crate::app::App;
use crate::flow::reload_catalogue;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::once::Once;
use crate::reference::catalogue::{self, Catalogue, Product, SHIPPED};
use crate::store::catalogue as store;
pub(super) use crate::store::catalogue::Because;
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::Actor;
use domain::error::{Faults, Refusal};
use domain::id::VarietyRequestId;
use domain::policy::{Command, Target, allow};
use domain::product::Slug;
use domain::reason::Reason;
use domain::text::Name;
use domain::variety::{FreightClass, VarietyEntry, VarietyTerms, slug_of};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A variety with its history.
#[derive(Debug, Serialize, ToSchema)]
pub struct VarietyFile {
    pub variety: VarietyView,
    pub terms: VarietyTerms,
    /// Send it with a change; 0 is as it came with the program.
    pub version: i64,
    /// As it came with the program; absent of one that was added.
    pub shipped: Option<VarietyTerms>,
    /// The newest change first; at most a hundred.
    pub history: Vec<VarietyStep>,
}

/// One change.
#[derive(Debug, Serialize, ToSchema)]
pub struct VarietyStep {
    pub version: i64,
    /// As it stood from then on.
    pub terms: VarietyTerms,
    pub reason: String,
    /// The name of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
}

async fn file(tx: &Tx, slug: &Slug) -> Result<VarietyFile, ApiError> {
    let catalogue = catalogue::now();
    let variety = catalogue.variety(slug.as_str()).ok_or(StoreError::Missing)?;
    let entry = match store::find(tx, slug).await? {
        Some(entry) => entry,
        None => variety.entry()?,
    };
    let shipped = SHIPPED.variety(slug.as_str()).map(|variety| variety.entry().map(|entry| entry.terms)).transpose()?;
    let steps = store::history(tx, slug).await?;
    let names = accounts::user_names(tx, steps.iter().map(|step| step.by)).await?;
    let step = |step: store::Step| VarietyStep {
        version: step.version,
        terms: step.terms,
        reason: step.reason.into(),
        by: names.get(&step.by).cloned().unwrap_or_default(),
        at: step.at,
    };
    let history = steps.into_iter().map(step).collect();
    Ok(VarietyFile { variety: variety.into(), terms: entry.terms, version: entry.version, shipped, history })
}

/// A variety as the office wrote it last, and every change.
#[utoipa::path(get, path = "/officer/catalogue/varieties/{slug}", tag = "officer", params(("slug" = Slug, Path)),
    responses((status = 200, body = VarietyFile), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(slug): Path<Slug>) -> Result<axum::Json<VarietyFile>, ApiError> {
    allow(&auth, Command::EditCatalogue, Target::Whole)?;
    Ok(axum::Json(file(&Tx::read(&app.db).await?, &slug).await?))
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProduct {
    pub name_vi: Name,
    pub name_en: Name,
    /// Which row of the freight table carries it.
    pub freight_class: FreightClass,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddVariety {
    pub terms: VarietyTerms,
    /// Of a product that is new with it; it stands in the place of `terms.product`.
    #[serde(default)]
    pub new_product: Option<NewProduct>,
    /// What members asked for and this answers.
    #[serde(default)]
    pub request: Option<VarietyRequestId>,
    /// Other officers read it.
    pub reason: Reason,
}

/// Adds a variety, and its product where that is new too. A repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/officer/catalogue/varieties", tag = "officer", request_body = AddVariety,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = VarietyFile), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(body): Json<AddVariety>,
) -> Result<(StatusCode, axum::Json<VarietyFile>), ApiError> {
    let once = Once::new(auth.user, key, "POST /officer/catalogue/varieties", &body)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made
    } else {
        let id: Uuid = app.env.id();
        let request = body.request;
        let entry = insert(&app, &tx, &auth, id, body).await?;
        if let Some(request) = request {
            requests::answer_with(&app, &tx, &auth, request, &entry).await?;
        }
        once.keep(&app, tx, id).await?
    };
    reload_catalogue(&app.db).await?;
    let tx = Tx::read(&app.db).await?;
    let slug = store::slug_of_id(&tx, id).await?;
    Ok((StatusCode::CREATED, axum::Json(file(&tx, &slug).await?)))
}

async fn insert(app: &App, tx: &Tx, auth: &Auth, id: Uuid, body: AddVariety) -> Result<VarietyEntry, ApiError> {
    allow(auth, Command::EditCatalogue, Target::Whole)?;
    store::hold(tx).await?;
    // What is written, not what is in force: another officer's change may be on its way there.
    let catalogue = Catalogue::with(store::written(tx).await?);
    let because = Because { reason: body.reason, by: auth.user, at: app.env.now() };
    let (mut terms, mut number) = (body.terms, store::next_number(tx).await?);
    let mut faults = Faults::new();
    if let Some(NewProduct { name_vi, name_en, freight_class }) = body.new_product {
        let same = |product: &Product| [&product.name_vi, &product.name_en].iter().any(|name| same_name(name, &name_vi));
        faults.require(!catalogue.products.iter().any(same), "new_product.name_vi", "product_name_taken");
        terms.product = slug_of(&name_vi, |slug| catalogue.product(slug).is_some());
        let product = Product { slug: terms.product.to_string(), name_vi: name_vi.into(), name_en: name_en.into(), freight_class, number };
        store::insert_product(tx, &product, auth.user, because.at).await?;
        number += 1;
    } else {
        faults.require(catalogue.product(terms.product.as_str()).is_some(), "terms.product", "product_unknown");
    }
    require_free_name(&mut faults, &catalogue, &terms, None);
    let slug = slug_of(&terms.name_vi, |slug| catalogue.variety(slug).is_some());
    let entry = ApiError::beside(VarietyEntry::add(auth, slug, terms).map_err(inside), faults)?;
    store::insert(tx, id, &entry, Some(number), &because).await?;
    Ok(entry)
}

/// The form's own faults, under the name it has in the body.
fn inside<C>(refusal: Refusal<C>) -> Refusal<C> {
    match refusal {
        Refusal::Invalid(faults) => Refusal::Invalid(faults.into_iter().map(|fault| fault.inside("terms")).collect()),
        other => other,
    }
}

fn same_name(one: &str, other: &Name) -> bool {
    one.to_lowercase() == other.as_str().to_lowercase()
}

/// Two varieties of one name cannot be told apart in a list.
fn require_free_name(faults: &mut Faults, catalogue: &Catalogue, terms: &VarietyTerms, own: Option<&Slug>) {
    let others = catalogue.varieties.iter().filter(|variety| own.is_none_or(|own| own.as_str() != variety.slug));
    let taken = others.map(|variety| variety.name_vi.as_str()).any(|name| same_name(name, &terms.name_vi));
    faults.require(!taken, "terms.name_vi", "variety_name_taken");
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeVariety {
    /// The version that was on the screen.
    pub version: i64,
    pub terms: VarietyTerms,
    /// Other officers read it.
    pub reason: Reason,
}

/// Changes a variety: its names, its season, its unit, whether it rests. Its short name and its product stay, because posts carry them.
#[utoipa::path(put, path = "/officer/catalogue/varieties/{slug}", tag = "officer", params(("slug" = Slug, Path)), request_body = ChangeVariety,
    responses((status = 200, body = VarietyFile), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    auth: Auth,
    Path(slug): Path<Slug>,
    Json(body): Json<ChangeVariety>,
) -> Result<axum::Json<VarietyFile>, ApiError> {
    allow(&auth, Command::EditCatalogue, Target::Whole)?;
    let changed = try_change(&app, &auth, &slug, body).await;
    ApiError::or_current(changed, show(State(app), auth, Path(slug))).await
}

async fn try_change(app: &App, auth: &Auth, slug: &Slug, body: ChangeVariety) -> Result<axum::Json<VarietyFile>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    store::hold(&tx).await?;
    let because = Because { reason: body.reason, by: auth.user, at: app.env.now() };
    write(app, &tx, auth, slug, Change { seen: body.version, terms: body.terms }, &because).await?;
    tx.commit().await?;
    reload_catalogue(&app.db).await?;
    Ok(axum::Json(file(&Tx::read(&app.db).await?, slug).await?))
}

/// A form on the version it was filled in on.
pub(super) struct Change {
    pub seen: i64,
    pub terms: VarietyTerms,
}

pub(super) async fn write(app: &App, tx: &Tx, actor: &Actor, slug: &Slug, change: Change, because: &Because) -> Result<(), ApiError> {
    let catalogue = Catalogue::with(store::written(tx).await?);
    let entry = catalogue.variety(slug.as_str()).ok_or(StoreError::Missing)?.entry()?;
    let mut faults = Faults::new();
    require_free_name(&mut faults, &catalogue, &change.terms, Some(slug));
    let changed = ApiError::beside(entry.change(actor, change.terms, change.seen).map_err(inside), faults)?;
    if entry.version == 0 {
        // Somebody may have written the first change between the reading and this.
        let inserted = store::insert(tx, app.env.id(), &changed, None, because).await;
        inserted.map_err(|error| if matches!(error, StoreError::Taken(_)) { StoreError::Stale } else { error })?;
    } else {
        store::save(tx, &changed, because).await?;
    }
    Ok(())
}
