//! Demands: an enterprise posts, changes and withdraws what it wants to buy.
pub mod batch;
pub mod close;
pub mod common;
pub mod compare;
pub mod points;
pub mod reading;
pub mod title;
mod view;

use super::assisted;
use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path, Query};
use super::names::{require_commune, require_open_variety};
use super::offers::Withdraw;
use super::once::Once;
use super::page::{Page, PageQuery};
use super::words;
use crate::app::App;
use crate::flow::searches;
use crate::reference::catalogue;
pub use crate::reference::grade_sheets::{preferred_size_faults, size_faults, wanted_size_faults};
use crate::store::demands::{self, Filter, HeldDemand};
use crate::store::{Tx, reservations};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Side;
use domain::assisted::EnteredPost;
use domain::demand::{Demand, DemandStatus, DemandTerms, PostDemand};
use domain::error::Faults;
use domain::id::DemandId;
use domain::place::CommuneCode;
use domain::policy::{Command, scope};
use domain::product::Slug;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use view::Beside;
pub use view::{DemandView, PreferenceView};

/// What only the catalogue and the map can say about a demand that had these varieties before; `at` stands before its fields.
pub fn faults(faults: &mut Faults, at: &str, product: &Slug, varieties: &[Slug], before: &[Slug], commune: CommuneCode) {
    let known = catalogue::now().product(product.as_str()).is_some();
    faults.require(known, format!("{at}product"), "product_unknown");
    for (index, slug) in varieties.iter().enumerate() {
        let field = format!("{at}varieties.{index}");
        require_open_variety(faults, field.clone(), slug, before);
        let elsewhere = catalogue::now().variety(slug.as_str()).is_some_and(|variety| variety.product_slug != product.as_str());
        faults.require(!known || !elsewhere, field, "variety_of_another_product");
    }
    require_commune(faults, format!("{at}delivery_commune"), commune);
}

pub(super) fn faults_of(terms: &DemandTerms, before: &[Slug]) -> Faults {
    let mut found = Faults::new();
    faults(&mut found, "", &terms.product, &terms.varieties, before, terms.delivery_commune);
    wanted_size_faults(&mut found, "", terms);
    found
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DemandQuery {
    #[param(inline)]
    pub status: Option<DemandStatus>,
    pub product: Option<Slug>,
    /// Part of a variety's name; marks may be left out.
    #[param(max_length = 100)]
    pub q: Option<String>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The own organisation's demands, newest first.
#[utoipa::path(get, path = "/demands", tag = "demands", params(DemandQuery),
    responses((status = 200, body = Page<DemandView>), (status = 422, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<DemandQuery>) -> Result<axum::Json<Page<DemandView>>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let filter = Filter { status: query.status, products: words::products(query.q.as_deref(), query.product)? };
    let now = app.env.now();
    let tx = Tx::read(&app.db).await?;
    let rows = demands::list(&tx, auth.reach(Command::ReadDemand)?, &filter, app.env.today(), slice).await?;
    let beside = beside(&tx, &auth, &rows).await?;
    let page = Page::cut(rows, slice.limit, |held| held.demand.id.into());
    let mut entered = assisted::of_posts(&tx, &auth, Side::Buyer, page.items.iter().map(|held| held.demand.id.into())).await?;
    Ok(axum::Json(page.map(|held| {
        let entered = entered.remove(&held.demand.id.into());
        DemandView::new(&auth, held, &beside, entered, now)
    })))
}

/// Asks for goods on the market; a repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/demands", tag = "demands", request_body = PostDemand,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = DemandView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(form): Json<PostDemand>,
) -> Result<(StatusCode, axum::Json<DemandView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /demands", &form)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let PostDemand { title, terms } = form;
        let faults = faults_of(&terms, &[]);
        let demand = ApiError::beside(Demand::post(&auth, terms, app.env.id(), app.env.now()), faults)?;
        let demand = Demand { title, ..demand };
        demands::insert(&tx, &demand).await?;
        searches::posted(&app, &tx, Side::Buyer, &[demand.id.into()]).await?;
        once.keep(&app, tx, demand.id.into()).await?.into()
    };
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id)).await?))
}

/// One demand. Its bid is shown to its own organisation alone.
#[utoipa::path(get, path = "/demands/{id}", tag = "demands", params(("id" = DemandId, Path)),
    responses((status = 200, body = DemandView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<DemandId>) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    look(&app, &auth, &tx, held).await
}

/// The other delivery points of the forms that these came from, and what is under contract of all of them.
async fn beside(tx: &Tx, auth: &Auth, rows: &[HeldDemand]) -> Result<Beside, ApiError> {
    let groups = demands::of_groups(tx, scope(auth, Command::ReadDemand), rows.iter().filter_map(|held| held.demand.group)).await?;
    let contracted = demands::contracted(tx, rows.iter().chain(&groups).map(|held| held.demand.id)).await?;
    Ok(Beside { groups, contracted })
}

async fn look(app: &App, auth: &Auth, tx: &Tx, held: HeldDemand) -> Result<axum::Json<DemandView>, ApiError> {
    let beside = beside(tx, auth, std::slice::from_ref(&held)).await?;
    let entered = assisted::of_posts(tx, auth, Side::Buyer, [held.demand.id.into()]).await?.into_values().next();
    Ok(axum::Json(DemandView::new(auth, held, &beside, entered, app.env.now())))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditDemand {
    /// The version that was on the screen.
    pub version: i64,
    pub terms: DemandTerms,
}

/// Changes an open demand, never below what proposals and contracts hold of it.
#[utoipa::path(put, path = "/demands/{id}", tag = "demands", params(("id" = DemandId, Path)), request_body = EditDemand,
    responses((status = 200, body = DemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<EditDemand>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let edited = try_edit(&app, &auth, id, body).await;
    ApiError::or_current(edited, show(State(app), auth, Path(id))).await
}

async fn try_edit(app: &App, auth: &Auth, id: DemandId, body: EditDemand) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldDemand { demand, .. } = demands::get(&tx, scope(auth, Command::ReadDemand), id).await?;
    let faults = faults_of(&body.terms, &demand.terms.varieties);
    // Before the post's own row, in the order in which everybody takes both.
    let acting = assisted::acting(&tx, auth, EnteredPost::Demand(id)).await?;
    let held = reservations::promised_demand(&tx, id).await?;
    let edited = demand.edit(&acting.actor, body.terms, body.version, &held, app.env.now());
    let edited = ApiError::beside(edited, faults).map_err(|error| error.inside("terms"))?;
    demands::save(&tx, &edited).await?;
    acting.changed(app, &tx).await?;
    changed(app, auth, tx, HeldDemand { demand: edited, held }).await
}

/// Takes a demand out of the next rounds; proposals and contracts that exist stay.
#[utoipa::path(post, path = "/demands/{id}/withdraw", tag = "demands", params(("id" = DemandId, Path)), request_body = Withdraw,
    responses((status = 200, body = DemandView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<Withdraw>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldDemand { demand, held } = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let acting = assisted::acting(&tx, &auth, EnteredPost::Demand(id)).await?;
    let withdrawn = demand.withdraw(&acting.actor, app.env.now())?;
    if withdrawn.version == demand.version {
        return look(&app, &auth, &tx, HeldDemand { demand, held }).await;
    }
    body.check(demand.version)?;
    demands::save(&tx, &withdrawn).await?;
    acting.withdrawn(&app, &tx).await?;
    changed(&app, &auth, tx, HeldDemand { demand: withdrawn, held }).await
}

async fn changed(app: &App, auth: &Auth, tx: Tx, held: HeldDemand) -> Result<axum::Json<DemandView>, ApiError> {
    let view = look(app, auth, &tx, held).await?;
    tx.commit().await?;
    Ok(view)
}
