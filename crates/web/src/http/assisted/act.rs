//! What an officer does for a member beside posts: who stands for whom, the trace, the notice, and the office's log of it.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Query};
use crate::http::page::{Page, PageQuery};
use crate::notify::{self, Event};
use crate::store::{Tx, accounts, office_acts};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::Actor;
use domain::assisted::{Asked, AskedBy, Assisted};
use domain::id::{OfficeActId, OrgId};
use domain::notice::NoticeKind;
use domain::office_act::{OfficeAct, OfficeActKind};
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::text::{Name, Note};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Who files something of an organisation: a member of it, or an officer who stands for it.
#[derive(Debug)]
pub struct Filing {
    /// Whom the rules are asked about.
    pub actor: Actor,
    org: OrgId,
    officer: Option<Actor>,
}

/// Asked after the thing was found for this person.
pub async fn filing(tx: &Tx, auth: &Auth, org: OrgId) -> Result<Filing, ApiError> {
    if scope(auth, Command::EnterForMember) != Scope::All {
        return Ok(Filing { actor: **auth, org, officer: None });
    }
    let own = accounts::get_organisation(tx, Scope::All, org).await?;
    Ok(Filing { actor: Assisted::secretary(auth, &own)?, org, officer: Some(**auth) })
}

impl Filing {
    /// Nothing when a member did it; of an officer a line of the log, and a notice to the members.
    pub async fn done(
        &self,
        app: &App,
        tx: &Tx,
        (kind, subject): (OfficeActKind, Uuid),
        about: Option<Name>,
        asked: Option<Asked>,
    ) -> Result<(), ApiError> {
        let Some(officer) = &self.officer else { return Ok(()) };
        let act = OfficeAct { id: app.env.id(), org: self.org, kind, subject, about, asked, by: officer.user, at: app.env.now() };
        keep(app, tx, &act).await
    }
}

/// The line of the log, and the notice to whoever has an account there.
pub async fn keep(app: &App, tx: &Tx, act: &OfficeAct) -> Result<(), ApiError> {
    office_acts::insert(tx, act).await?;
    let notice = if act.kind.is_attachment() { NoticeKind::OfficeAttached } else { NoticeKind::OfficeActed };
    let arguments = json!({
        "act": act.kind, "number": act.about, "asker": act.asked.as_ref().map(|asked| &asked.name),
        "organisation": accounts::names(tx, [act.org]).await?.remove(&act.org),
        "by": accounts::user_names(tx, [act.by]).await?.remove(&act.by),
    });
    let path = match act.kind {
        OfficeActKind::PhotoAdded | OfficeActKind::PhotoRemoved => format!("/nguon-hang/{}", act.subject),
        _ => "/to-chuc".to_owned(),
    };
    let event = Event { kind: notice, subject: Some(act.org.into()), arguments, path };
    // What was signed for is told by itself.
    if act.kind != OfficeActKind::SlipRecorded {
        notify::organisation(app, tx, act.org, &event).await?;
    }
    Ok(())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfficeActQuery {
    pub organisation: Option<OrgId>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeActView {
    pub id: OfficeActId,
    pub organisation: OrgId,
    pub organisation_name: String,
    pub kind: OfficeActKind,
    /// The certificate, the offer, the entry or the organisation.
    pub subject: Uuid,
    /// What people call it: a number, a reference, the code of a document.
    pub about: Option<Name>,
    /// Who asked for it; of one file more beside something, whoever asked for that.
    pub asker: Option<Name>,
    pub way: Option<AskedBy>,
    pub note: Option<Note>,
    /// Name of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
}

/// What officers did for members beside posts, newest first.
#[utoipa::path(get, path = "/officer/acts", tag = "officer", params(OfficeActQuery),
    responses((status = 200, body = Page<OfficeActView>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<OfficeActQuery>,
) -> Result<axum::Json<Page<OfficeActView>>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(office_acts::list(&tx, query.organisation, slice).await?, slice.limit, |act| act.id.into());
    let people = accounts::user_names(&tx, page.items.iter().map(|act| act.by)).await?;
    let orgs = accounts::names(&tx, page.items.iter().map(|act| act.org)).await?;
    Ok(axum::Json(page.map(|OfficeAct { id, org, kind, subject, about, asked, by, at }| {
        let (asker, way, note) = asked.map_or((None, None, None), |asked| (Some(asked.name), Some(asked.way), Some(asked.note)));
        let organisation_name = orgs.get(&org).cloned().unwrap_or_default();
        let by = people.get(&by).cloned().unwrap_or_default();
        OfficeActView { id, organisation: org, organisation_name, kind, subject, about, asker, way, note, by, at }
    })))
}
