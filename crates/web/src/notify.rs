//! One event, many channels: a notice in the app for every member, a mail to those with an address. Rows only: the worker
//! sends, after the commit.
use crate::app::App;
use crate::jobs::Job;
use crate::mail::template;
use crate::store::accounts::{self, Recipient};
use crate::store::mail::{Mail, Status};
use crate::store::notices::{self, Notice};
use crate::store::{Tx, mail, outbox};
use domain::id::OrgId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something people are told about.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// Name of the notice and of the mail template.
    pub kind: &'a str,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// What fills the sentence; never a secret, because notices keep it.
    pub arguments: serde_json::Value,
    /// Where it leads, below the public address.
    pub path: String,
}

/// Tells every member of an organisation.
pub async fn organisation(app: &App, tx: &Tx, org: OrgId, event: &Event<'_>) -> anyhow::Result<()> {
    let recipients = accounts::recipients(tx, &[org]).await?;
    tell(app, tx, recipients.into_iter().map(|(_, recipient)| recipient), event).await
}

/// Tells the members of several organisations, each its own.
pub async fn organisations(app: &App, tx: &Tx, events: Vec<(OrgId, Event<'_>)>) -> anyhow::Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let orgs: Vec<OrgId> = events.iter().map(|(org, _)| *org).collect();
    let mut members: BTreeMap<OrgId, Vec<Recipient>> = BTreeMap::new();
    for (org, recipient) in accounts::recipients(tx, &orgs).await? {
        if let Some(org) = org {
            members.entry(org).or_default().push(recipient);
        }
    }
    for (org, event) in &events {
        tell(app, tx, members.get(org).into_iter().flatten().cloned(), event).await?;
    }
    Ok(())
}

/// Tells the officers of the programme.
pub async fn officers(app: &App, tx: &Tx, event: &Event<'_>) -> anyhow::Result<()> {
    let recipients = accounts::recipients(tx, &[]).await?;
    tell(app, tx, recipients.into_iter().map(|(_, recipient)| recipient), event).await
}

async fn tell(app: &App, tx: &Tx, recipients: impl Iterator<Item = Recipient>, event: &Event<'_>) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    for recipient in recipients {
        rows.push(Notice {
            id: app.env.id(),
            user: recipient.user,
            kind: event.kind.to_owned(),
            subject: event.subject,
            arguments: event.arguments.clone(),
            created_at: app.env.now(),
            read_at: None,
        });
        if recipient.email.is_some() {
            letter(app, tx, &recipient, event, false).await?;
        }
    }
    Ok(notices::insert(tx, &rows).await?)
}

/// One mail to one person, without a notice: codes and links, which are `secret`.
pub async fn letter(app: &App, tx: &Tx, to: &Recipient, event: &Event<'_>, secret: bool) -> anyhow::Result<()> {
    let Some(address) = &to.email else { return Ok(()) };
    let link = format!("{}{}", app.config.public_url, event.path);
    let rendered = template::render(event.kind, &to.language, &to.name, &event.arguments, &link, app.demo)?;
    let now = app.env.now();
    let id = app.env.id();
    let row = Mail {
        id,
        kind: event.kind.to_owned(),
        user: Some(to.user),
        recipient: address.clone(),
        recipient_name: to.name.clone(),
        language: to.language.clone(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        secret,
        status: Status::Queued,
        attempts: 0,
        error: None,
        created_at: now,
        sent_at: None,
    };
    mail::insert(tx, &row).await?;
    Ok(outbox::push(tx, app.env.id(), &Job::SendMail { mail: id }, now).await?)
}
