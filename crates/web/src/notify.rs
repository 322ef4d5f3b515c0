//! One event, many channels: a notice in the app for every member, and for what cannot wait a mail to those with an address.
//! Rows only, however many in a few statements: the worker sends, after the commit.
use crate::app::App;
use crate::auth::unsubscribe;
use crate::jobs::Job;
use crate::mail::template::{self, About};
use crate::store::accounts::{self, Recipient};
use crate::store::mail::{Mail, Status};
use crate::store::mail_settings::{self, Wants};
use crate::store::notices::{self, Notice};
use crate::store::{Tx, daily, mail, outbox};
use domain::day::Timestamp;
use domain::id::{OrgId, UserId};
use domain::mailing::{Wish, daily_after};
use domain::notice::NoticeKind;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something people are told about.
#[derive(Debug, Clone)]
pub struct Event {
    /// Names the sentence in the app and the mail template.
    pub kind: NoticeKind,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// What fills the sentence; never a secret, because notices keep it.
    pub arguments: Value,
    /// Where it leads, below the public address.
    pub path: String,
}

/// What one person is sent without a notice: a code, or a link that opens something.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    /// Name of the mail template.
    pub kind: &'a str,
    pub arguments: Value,
    pub path: String,
}

/// Somebody who has no account yet.
#[derive(Debug, Clone)]
pub struct Stranger {
    pub name: String,
    pub email: String,
    pub language: String,
}

/// Tells every member of an organisation whom it concerns.
pub async fn organisation(app: &App, tx: &Tx, org: OrgId, event: &Event) -> anyhow::Result<()> {
    let recipients = accounts::recipients(tx, &[org]).await?;
    tell(app, tx, recipients.iter().map(|(_, recipient)| (recipient, event)).filter(|(to, event)| concerns(to, event)).collect()).await
}

/// Tells those who decide for an organisation.
pub async fn directors(app: &App, tx: &Tx, org: OrgId, event: &Event) -> anyhow::Result<()> {
    let recipients = accounts::directors(tx, org).await?;
    tell(app, tx, recipients.iter().map(|recipient| (recipient, event)).collect()).await
}

/// Tells those who decide for any organisation.
pub async fn all_directors(app: &App, tx: &Tx, event: &Event) -> anyhow::Result<()> {
    let recipients = accounts::all_directors(tx).await?;
    tell(app, tx, recipients.iter().map(|recipient| (recipient, event)).collect()).await
}

/// Tells one person.
pub async fn person(app: &App, tx: &Tx, to: &Recipient, event: &Event) -> anyhow::Result<()> {
    tell(app, tx, vec![(to, event)]).await
}

/// Tells the members of several organisations, each its own.
pub async fn organisations(app: &App, tx: &Tx, events: Vec<(OrgId, Event)>) -> anyhow::Result<()> {
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
    let told = events.iter().flat_map(|(org, event)| members.get(org).into_iter().flatten().map(move |recipient| (recipient, event)));
    tell(app, tx, told.filter(|(to, event)| concerns(to, event)).collect()).await
}

/// Whether what an organisation is told is for this member of it.
const fn concerns(to: &Recipient, event: &Event) -> bool {
    !to.drives || event.kind.is_for_drivers()
}

/// Tells the officers of the programme.
pub async fn officers(app: &App, tx: &Tx, event: &Event) -> anyhow::Result<()> {
    let recipients = accounts::recipients(tx, &[]).await?;
    tell(app, tx, recipients.iter().map(|(_, recipient)| (recipient, event)).collect()).await
}

async fn tell(app: &App, tx: &Tx, told: Vec<(&Recipient, &Event)>) -> anyhow::Result<()> {
    let now = app.env.now();
    let (mut rows, mut mails, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    let wants = mail_settings::all(tx, told.iter().map(|(recipient, _)| recipient.user)).await?;
    let nothing_chosen = Wants::default();
    for (recipient, event) in told {
        let id = app.env.id();
        rows.push(Notice {
            id,
            user: recipient.user,
            kind: event.kind.code().to_owned(),
            subject: event.subject,
            arguments: event.arguments.clone(),
            created_at: now,
            read_at: None,
        });
        let wants = wants.get(&recipient.user).unwrap_or(&nothing_chosen);
        match wish(wants, recipient, event.kind) {
            Wish::Never => {}
            Wish::Daily => waiting.push((id, recipient.user)),
            Wish::AtOnce => {
                let mail = write(app, recipient, event.kind.code(), &event.arguments, &event.path)?;
                mails.extend(mail.map(|mail| (mail, wants.settings.leaves_at(now))));
            }
        }
    }
    notices::insert(tx, &rows).await?;
    daily::wait(tx, &waiting, daily_after(now)).await?;
    send(app, tx, &mails).await
}

/// Whether a notice is mailed. To an address that takes no mail goes only what must.
fn wish(wants: &Wants, recipient: &Recipient, kind: NoticeKind) -> Wish {
    let Some(address) = recipient.email.as_deref().filter(|_| kind.by_mail()) else { return Wish::Never };
    let bounces = wants.bounce.as_ref().is_some_and(|bounce| bounce.address == address);
    if bounces && kind.is_optional() { Wish::Never } else { wants.settings.wish(kind) }
}

/// The mail of the day to one person, with a line for each notice.
pub async fn daily_mail(app: &App, tx: &Tx, to: &Recipient, wants: &Wants, notices: &[Notice]) -> anyhow::Result<()> {
    const MOST_LINES: usize = 20;
    let line = |notice: &Notice| template::subject(&notice.kind, &to.language, &notice.arguments);
    let lines = notices.iter().take(MOST_LINES).map(line).collect::<anyhow::Result<Vec<_>>>()?;
    let arguments = json!({ "count": notices.len(), "lines": lines, "more": notices.len() - lines.len() });
    let mail = write(app, to, unsubscribe::DAILY, &arguments, "/thong-bao")?;
    let mails: Vec<_> = mail.map(|mail| (mail, wants.settings.leaves_at(app.env.now()))).into_iter().collect();
    send(app, tx, &mails).await
}

/// One secret mail to one person.
pub async fn letter(app: &App, tx: &Tx, to: &Recipient, letter: &Letter<'_>) -> anyhow::Result<()> {
    let mail = write(app, to, letter.kind, &letter.arguments, &letter.path)?.map(|mail| Mail { secret: true, ..mail });
    // Somebody waits for it, whatever the hour.
    let mails: Vec<_> = mail.map(|mail| (mail, app.env.now())).into_iter().collect();
    send(app, tx, &mails).await
}

/// One secret mail to somebody without an account.
pub async fn stranger(app: &App, tx: &Tx, to: &Stranger, letter: &Letter<'_>) -> anyhow::Result<()> {
    let mail = address(app, None, to, letter.kind, &letter.arguments, &letter.path)?;
    send(app, tx, &[(Mail { secret: true, ..mail }, app.env.now())]).await
}

/// A mail as it will be sent; nothing for somebody without an address.
fn write(app: &App, to: &Recipient, kind: &str, arguments: &Value, path: &str) -> anyhow::Result<Option<Mail>> {
    let Some(email) = to.email.clone() else { return Ok(None) };
    let who = Stranger { name: to.name.clone(), email, language: to.language.clone() };
    address(app, Some(to.user), &who, kind, arguments, path).map(Some)
}

fn address(app: &App, user: Option<UserId>, to: &Stranger, kind: &str, arguments: &Value, path: &str) -> anyhow::Result<Mail> {
    let link = format!("{}{path}", app.config.public_url);
    let stop = unsubscribe::link(app, user, kind);
    let about = About { language: &to.language, name: &to.name, link: &link, stop: stop.as_deref(), demo: app.demo };
    let rendered = template::render(kind, arguments, &about)?;
    Ok(Mail {
        id: app.env.id(),
        kind: kind.to_owned(),
        user,
        recipient: to.email.clone(),
        recipient_name: to.name.clone(),
        language: to.language.clone(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        secret: false,
        status: Status::Queued,
        attempts: 0,
        error: None,
        created_at: app.env.now(),
        sent_at: None,
    })
}

/// Each mail with the moment from which it may leave.
async fn send(app: &App, tx: &Tx, mails: &[(Mail, Timestamp)]) -> anyhow::Result<()> {
    mail::insert(tx, mails.iter().map(|(mail, _)| mail)).await?;
    let jobs: Vec<_> = mails.iter().map(|(mail, leaves)| (app.env.id(), Job::SendMail { mail: mail.id }, *leaves)).collect();
    Ok(outbox::push(tx, &jobs).await?)
}
