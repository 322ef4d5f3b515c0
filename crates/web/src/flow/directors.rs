//! A director came or went: the directors and the programme office hear of it at once, so that an account that was taken over neither
//! makes another one nor ends one unseen.
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::{Tx, accounts};
use domain::id::OrgId;
use domain::notice::NoticeKind;
use domain::policy::Scope;
use domain::text::Name;
use serde_json::json;

/// `by` is who did it; nobody where the person left alone.
pub async fn directors_changed(app: &App, tx: &Tx, org: OrgId, member: &Name, by: Option<&Name>, came: bool) -> anyhow::Result<()> {
    let organisation = accounts::get_organisation(tx, Scope::Org(org), org).await?.profile.name;
    let by = by.map(Name::as_str).unwrap_or_default();
    let event = |path: String, office: bool| {
        let arguments = json!({ "organisation": organisation, "member": member, "by": by, "came": came, "office": office });
        Event { kind: NoticeKind::DirectorsChanged, subject: Some(org.into()), arguments, path }
    };
    notify::directors(app, tx, org, &event("/to-chuc".to_owned(), false)).await?;
    notify::officers(app, tx, &event(format!("/xac-minh/{org}"), true)).await
}
