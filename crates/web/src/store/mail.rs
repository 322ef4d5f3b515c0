//! Every mail, with what became of it.
use super::entity::mail;
use super::{CHUNK, Slice, StoreError, Tx};
use domain::day::Timestamp;
use domain::id::{MailId, UserId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub id: MailId,
    pub kind: String,
    pub user: Option<UserId>,
    pub recipient: String,
    pub recipient_name: String,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Holds a code or a link that opens something: never shown to the operator, and erased once sent.
    pub secret: bool,
    pub status: Status,
    pub attempts: i64,
    pub error: Option<String>,
    pub created_at: Timestamp,
    pub sent_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Waits for the mail server.
    Queued,
    Sent,
    /// The mail server refused it for good.
    Refused,
    /// There is no mail server; the operator can read it here.
    Kept,
    /// The mail server was away for days.
    GivenUp,
}

impl Status {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Kept => "kept",
            Self::GivenUp => "given_up",
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "sent" => Self::Sent,
            "refused" => Self::Refused,
            "kept" => Self::Kept,
            "given_up" => Self::GivenUp,
            _ => Self::Queued,
        }
    }
}

/// Many at once.
pub async fn insert(tx: &Tx, mails: impl IntoIterator<Item = &Mail>) -> Result<(), StoreError> {
    let rows: Vec<_> = mails.into_iter().cloned().map(to_row).collect();
    for chunk in rows.chunks(CHUNK) {
        mail::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Keeps whatever waits for the mail server, as if there were none.
pub async fn keep_queued(tx: &Tx) -> Result<(), StoreError> {
    let row = mail::ActiveModel { status: Set(Status::Kept.name().to_owned()), ..Default::default() };
    mail::Entity::update_many().set(row).filter(mail::Column::Status.eq(Status::Queued.name())).exec(tx.conn()).await?;
    Ok(())
}

pub async fn get(tx: &Tx, id: MailId) -> Result<Mail, StoreError> {
    mail::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map(from_row).ok_or(StoreError::Missing)
}

/// What became of it. The secret in a sent mail is erased, unless `keep_secret`.
pub async fn record(
    tx: &Tx,
    id: MailId,
    status: Status,
    error: Option<String>,
    at: Timestamp,
    keep_secret: bool,
) -> Result<(), StoreError> {
    let mail = get(tx, id).await?;
    let erase = mail.secret && status == Status::Sent && !keep_secret;
    let mut row = mail::ActiveModel {
        status: Set(status.name().to_owned()),
        attempts: Set(mail.attempts + 1),
        error: Set(error),
        sent_at: Set((status == Status::Sent).then_some(at)),
        ..Default::default()
    };
    if erase {
        row.body_text = Set(String::new());
        row.body_html = Set(String::new());
    }
    mail::Entity::update_many().set(row).filter(mail::Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    Ok(())
}

/// The mail server had taken it, and it came back after all.
pub async fn came_back(tx: &Tx, id: MailId, reason: &str) -> Result<(), StoreError> {
    let error = Some(reason.chars().take(500).collect());
    let row = mail::ActiveModel { status: Set(Status::Refused.name().to_owned()), error: Set(error), ..Default::default() };
    mail::Entity::update_many().set(row).filter(mail::Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    Ok(())
}

/// Sends it once more: it waits again. Answers whether it had stopped; one that waits or was sent stays as it is.
pub async fn queue_again(tx: &Tx, id: MailId, recipient: String) -> Result<bool, StoreError> {
    let stopped = [Status::Refused, Status::Kept, Status::GivenUp].map(Status::name);
    let status = Set(Status::Queued.name().to_owned());
    let row = mail::ActiveModel { status, recipient: Set(recipient), error: Set(None), ..Default::default() };
    let of_it = Condition::all().add(mail::Column::Id.eq(Uuid::from(id))).add(mail::Column::Status.is_in(stopped));
    Ok(mail::Entity::update_many().set(row).filter(of_it).exec(tx.conn()).await?.rows_affected == 1)
}

/// All of them, or those to one person, newest first.
pub async fn list(tx: &Tx, to: Option<UserId>, slice: Slice<Uuid>) -> Result<Vec<Mail>, StoreError> {
    let mut query = mail::Entity::find().order_by_desc(mail::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(mail::Column::Id.lt(after));
    }
    if let Some(user) = to {
        query = query.filter(mail::Column::UserId.eq(Uuid::from(user)));
    }
    Ok(query.all(tx.conn()).await?.into_iter().map(from_row).collect())
}

/// Forgets mails older than `before`.
pub async fn prune(tx: &Tx, before: Timestamp) -> Result<(), StoreError> {
    let settled = mail::Column::Status.ne(Status::Queued.name());
    mail::Entity::delete_many().filter(mail::Column::CreatedAt.lt(before)).filter(settled).exec(tx.conn()).await?;
    Ok(())
}

fn to_row(mail: Mail) -> mail::ActiveModel {
    mail::ActiveModel {
        id: Set(mail.id.into()),
        kind: Set(mail.kind),
        user_id: Set(mail.user.map(Uuid::from)),
        recipient: Set(mail.recipient),
        recipient_name: Set(mail.recipient_name),
        language: Set(mail.language),
        subject: Set(mail.subject),
        body_text: Set(mail.text),
        body_html: Set(mail.html),
        secret: Set(mail.secret),
        status: Set(mail.status.name().to_owned()),
        attempts: Set(mail.attempts),
        error: Set(mail.error),
        created_at: Set(mail.created_at),
        sent_at: Set(mail.sent_at),
    }
}

fn from_row(row: mail::Model) -> Mail {
    Mail {
        id: row.id.into(),
        kind: row.kind,
        user: row.user_id.map(UserId::from),
        recipient: row.recipient,
        recipient_name: row.recipient_name,
        language: row.language,
        subject: row.subject,
        text: row.body_text,
        html: row.body_html,
        secret: row.secret,
        status: Status::from_name(&row.status),
        attempts: row.attempts,
        error: row.error,
        created_at: row.created_at,
        sent_at: row.sent_at,
    }
}
