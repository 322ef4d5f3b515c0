//! Every route on one screen, and the layers around them.
mod account;
mod account_events;
mod appeals;
mod approvals;
mod assets;
mod assisted;
mod auth;
mod catalogue;
mod certificates;
mod content_policy;
mod contracts;
mod deliveries;
mod demands;
mod documents;
mod dues;
mod error;
mod exports;
mod extract;
mod guarded;
mod health;
mod imports;
pub(crate) mod instance;
mod invitations;
mod line_view;
mod lines;
mod mail_settings;
mod market;
mod members;
mod names;
mod notices;
mod offers;
mod office_notes;
mod officer;
mod once;
mod operator;
mod organisation;
mod overview;
mod page;
mod payments;
mod personal_data;
mod photos;
mod prices;
mod proposals;
mod reasons;
mod recurring_demands;
mod reset_links;
mod rounds;
mod rules;
mod scans;
mod searches;
mod sessions;
mod sign_up;
mod sso;
mod standing;
mod tasks;
mod throttle;
mod upload;
mod what_if;
mod why;
mod words;

use crate::app::App;
use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, Request, header};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Mùa Vụ",
        description = "The market between cooperatives and enterprises. Weights are decimal kilograms in strings, prices whole đồng per \
                       kilogram, days YYYY-MM-DD, instants RFC 3339 in UTC. Errors are application/problem+json with a stable code.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(error::Problem))
)]
struct Document;

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(instance::show))
        .routes(routes!(instance::session))
        .routes(routes!(sign_up::register))
        .routes(routes!(auth::sign_in))
        .routes(routes!(auth::refresh))
        .routes(routes!(sso::leave))
        .routes(routes!(sso::callback))
        .routes(routes!(sso::show, sso::begin, sso::untie))
        .routes(routes!(auth::sign_out))
        .routes(routes!(auth::forgot_password))
        .routes(routes!(auth::reset_password))
        .routes(routes!(auth::confirm_email))
        .routes(routes!(account::show, account::edit))
        .routes(routes!(account::change_password))
        .routes(routes!(account::enrol_totp, account::drop_totp))
        .routes(routes!(account::confirm_totp))
        .routes(routes!(mail_settings::show, mail_settings::edit))
        .routes(routes!(mail_settings::mails))
        .routes(routes!(mail_settings::stop, mail_settings::stop_page))
        .routes(routes!(personal_data::export))
        .routes(routes!(personal_data::erase_own))
        .routes(routes!(rules::show))
        .routes(routes!(rules::consents, rules::accept))
        .routes(routes!(sessions::list))
        .routes(routes!(sessions::end_others))
        .routes(routes!(sessions::end))
        .routes(routes!(organisation::show, organisation::edit))
        .routes(routes!(documents::list))
        .routes(routes!(documents::send))
        .routes(routes!(documents::take_back))
        .routes(routes!(documents::show))
        .routes(routes!(documents::decide))
        .routes(routes!(standing::history))
        .routes(routes!(standing::pause))
        .routes(routes!(standing::resume))
        .routes(routes!(standing::close))
        .routes(routes!(standing::close_for_office))
        .routes(routes!(approvals::limit, approvals::set_limit))
        .routes(routes!(appeals::list, appeals::make))
        .routes(routes!(guarded::list, guarded::ask))
        .routes(routes!(guarded::confirm))
        .routes(routes!(guarded::decide))
        .routes(routes!(guarded::stop))
        .routes(routes!(members::list, members::add))
        .routes(routes!(members::remove))
        .routes(routes!(members::change_role))
        .routes(routes!(reset_links::for_member))
        .routes(routes!(reset_links::for_anybody))
        .routes(routes!(account_events::list))
        .routes(routes!(account_events::of_members))
        .routes(routes!(invitations::list, invitations::make))
        .routes(routes!(invitations::revoke))
        .routes(routes!(invitations::open))
        .routes(routes!(invitations::accept))
        .routes(routes!(catalogue::show))
        .routes(routes!(catalogue::search))
        .routes(routes!(catalogue::grades::show))
        .routes(routes!(catalogue::requests::list, catalogue::requests::ask))
        .routes(routes!(catalogue::requests::queue))
        .routes(routes!(catalogue::requests::take_up))
        .routes(routes!(catalogue::requests::refuse))
        .routes(routes!(catalogue::office::add))
        .routes(routes!(catalogue::office::show, catalogue::office::change))
        .routes(routes!(catalogue::communes))
        .routes(routes!(prices::board))
        .routes(routes!(prices::reference))
        .routes(routes!(contracts::list))
        .routes(routes!(contracts::show))
        .routes(routes!(contracts::text))
        .routes(routes!(contracts::send_code))
        .routes(routes!(contracts::sign))
        .routes(routes!(contracts::decline))
        .routes(routes!(contracts::terminate))
        .routes(routes!(notices::list))
        .routes(routes!(notices::unread))
        .routes(routes!(notices::read))
        .routes(routes!(certificates::list, certificates::add))
        .routes(routes!(certificates::show, certificates::edit))
        .routes(routes!(certificates::history))
        .routes(routes!(certificates::tonnage::show))
        .routes(routes!(certificates::tonnage::exceeding))
        .routes(routes!(scans::add))
        .routes(routes!(scans::show, scans::remove))
        .routes(routes!(offers::list, offers::post))
        .routes(routes!(offers::show, offers::edit))
        .routes(routes!(offers::withdraw))
        .routes(routes!(offers::trail::show))
        .routes(routes!(photos::add))
        .routes(routes!(photos::show, photos::remove))
        .routes(routes!(photos::proposed))
        .routes(routes!(demands::list, demands::post))
        .routes(routes!(demands::batch::post_list))
        .routes(routes!(demands::batch::check_list))
        .routes(routes!(demands::points::post_points))
        .routes(routes!(demands::points::withdraw_all))
        .routes(routes!(demands::reading::names))
        .routes(routes!(demands::reading::words))
        .routes(routes!(demands::show, demands::edit))
        .routes(routes!(demands::withdraw))
        .routes(routes!(demands::close::close))
        .routes(routes!(demands::common::edit_points))
        .routes(routes!(demands::title::rename))
        .routes(routes!(demands::compare::compare))
        .routes(routes!(recurring_demands::list, recurring_demands::post))
        .routes(routes!(recurring_demands::show, recurring_demands::edit))
        .routes(routes!(recurring_demands::stop))
        .routes(routes!(exports::export))
        .routes(routes!(exports::template))
        .routes(routes!(exports::office))
        .routes(routes!(imports::list, imports::send))
        .routes(routes!(imports::show))
        .routes(routes!(imports::rows))
        .routes(routes!(imports::decide))
        .routes(routes!(imports::leave))
        .routes(routes!(imports::set_defaults))
        .routes(routes!(imports::make))
        .routes(routes!(market::offers))
        .routes(routes!(market::demands))
        .routes(routes!(searches::list, searches::keep))
        .routes(routes!(searches::rename, searches::remove))
        .routes(routes!(market::summary))
        .routes(routes!(market::map::show))
        .routes(routes!(lines::list))
        .routes(routes!(lines::dispatch))
        .routes(routes!(lines::days::name_day))
        .routes(routes!(lines::days::answer_day))
        .routes(routes!(lines::receive))
        .routes(routes!(lines::inspections::inspect))
        .routes(routes!(lines::inspections::correct))
        .routes(routes!(lines::inspections::accept_rest))
        .routes(routes!(lines::declare_payment))
        .routes(routes!(lines::confirm_payment))
        .routes(routes!(lines::dispute_payment))
        .routes(routes!(lines::withdraw_payment))
        .routes(routes!(dues::declare))
        .routes(routes!(dues::confirm))
        .routes(routes!(dues::dispute))
        .routes(routes!(dues::withdraw))
        .routes(routes!(deliveries::list))
        .routes(routes!(payments::list))
        .routes(routes!(payments::transfer_code::transfer_code))
        .routes(routes!(payments::several::declare))
        .routes(routes!(payments::several::confirm))
        .routes(routes!(why::offer_indication))
        .routes(routes!(why::demand_indication))
        .routes(routes!(why::offer_last_round))
        .routes(routes!(why::demand_last_round))
        .routes(routes!(what_if::offer, what_if::ask_offer))
        .routes(routes!(what_if::demand, what_if::ask_demand))
        .routes(routes!(proposals::list))
        .routes(routes!(proposals::several::accept_several))
        .routes(routes!(proposals::several::decline_several))
        .routes(routes!(proposals::show))
        .routes(routes!(proposals::accept))
        .routes(routes!(proposals::decline))
        .routes(routes!(proposals::counter))
        .routes(routes!(approvals::give))
        .routes(routes!(approvals::refuse))
        .routes(routes!(rounds::list, rounds::run))
        .routes(routes!(rounds::next))
        .routes(routes!(rounds::show))
        .routes(routes!(rounds::trades))
        .routes(routes!(rounds::download))
        .routes(routes!(rounds::marginals))
        .routes(routes!(rounds::unmatched))
        .routes(routes!(tasks::list))
        .routes(routes!(officer::list_organisations, assisted::member::enter_organisation))
        .routes(routes!(assisted::member::correct_contact))
        .routes(routes!(assisted::member::enter_certificate))
        .routes(routes!(assisted::member::correct_certificate))
        .routes(routes!(documents::send_for))
        .routes(routes!(assisted::act::list))
        .routes(routes!(officer::show_organisation))
        .routes(routes!(office_notes::list, office_notes::write))
        .routes(routes!(officer::review_organisation))
        .routes(routes!(invitations::make_for_director))
        .routes(routes!(assisted::enter::enter_offer))
        .routes(routes!(assisted::enter::enter_demand))
        .routes(routes!(assisted::points::enter_points))
        .routes(routes!(assisted::slip::record))
        .routes(routes!(assisted::slip::show))
        .routes(routes!(assisted::list))
        .routes(routes!(assisted::confirm))
        .routes(routes!(assisted::refuse))
        .routes(routes!(appeals::queue))
        .routes(routes!(guarded::queue))
        .routes(routes!(appeals::answer))
        .routes(routes!(certificates::queue))
        .routes(routes!(certificates::review))
        .routes(routes!(overview::overview))
        .routes(routes!(overview::market))
        .routes(routes!(overview::contract_prices))
        .routes(routes!(operator::mail))
        .routes(routes!(operator::resend))
}

/// The API's own description, OpenAPI 3.1.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", routes()).into_openapi();
    env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
    document
}

pub fn router(app: App) -> Router {
    let (api, _) = routes().split_for_parts();
    // The front end's files are packed when they are built; answers that are longer than a packet are packed as they leave.
    let packing = CompressionLayer::new().compress_when(DefaultPredicate::new().and(SizeAbove::new(1200)));
    let api = api.merge(health::description()).fallback(health::no_such_route).layer(packing);
    Router::new()
        .nest("/api/v1", api)
        .merge(health::routes())
        .fallback(assets::serve)
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::new(REQUEST_ID, FromEnv(app.clone())))
                .layer(TraceLayer::new_for_http().make_span_with(|request: &Request<_>| {
                    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
                    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
                }))
                .layer(PropagateRequestIdLayer::new(REQUEST_ID))
                .layer(CatchPanicLayer::new())
                .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
                .layer(SetResponseHeaderLayer::if_not_present(header::REFERRER_POLICY, HeaderValue::from_static("same-origin")))
                .layer(SetResponseHeaderLayer::if_not_present(header::CONTENT_SECURITY_POLICY, content_policy::of::<Body>))
                .layer(DefaultBodyLimit::max(256 * 1024)),
        )
        .with_state(app)
}

/// A request's id, so that a person can name the one that failed.
#[derive(Clone)]
struct FromEnv(App);

impl MakeRequestId for FromEnv {
    fn make_request_id<B>(&mut self, _request: &Request<B>) -> Option<RequestId> {
        let id: uuid::Uuid = self.0.env.id();
        HeaderValue::from_str(&id.to_string()).ok().map(RequestId::new)
    }
}
