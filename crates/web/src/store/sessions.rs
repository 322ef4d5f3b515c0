//! Sessions, refresh tokens and links in mails.
use super::entity::{link, organisation, refresh_token, session, user};
use super::{Db, Slice, StoreError, Tx, corrupt, exactly_one};
use domain::account::{Actor, Membership, OrgKind, OrgStatus};
use domain::day::Timestamp;
use domain::device::Device;
use domain::id::{SessionId, TokenId, UserId};
use domain::session::{IDLE_LIFETIME, Link, LinkKind, RefreshToken, SESSION_LIFETIME, Session};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

pub async fn start(tx: &Tx, session: &Session) -> Result<(), StoreError> {
    let Session { id, user, device: Device { browser, system }, started_at, last_used_at, ended_at } = *session;
    session::ActiveModel {
        id: Set(id.into()),
        user_id: Set(user.into()),
        started_at: Set(started_at),
        ended_at: Set(ended_at),
        browser: Set(browser.code().to_owned()),
        system: Set(system.code().to_owned()),
        last_used_at: Set(Some(last_used_at)),
    }
    .insert(tx.conn())
    .await?;
    Ok(())
}

/// Notes that a session was used just now.
pub async fn touch(tx: &Tx, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
    let used = session::ActiveModel { id: Set(id.into()), last_used_at: Set(Some(now)), ..Default::default() };
    used.update(tx.conn()).await?;
    Ok(())
}

pub async fn get(tx: &Tx, id: SessionId) -> Result<Session, StoreError> {
    session::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.as_ref().map_or(Err(StoreError::Missing), from_row)
}

/// Somebody's sessions that can still be used, the one opened last first.
pub async fn list(tx: &Tx, user: UserId, now: Timestamp, slice: Slice<Uuid>) -> Result<Vec<Session>, StoreError> {
    let mut query = session::Entity::find()
        .filter(session::Column::UserId.eq(Uuid::from(user)))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::StartedAt.gt(now - SESSION_LIFETIME))
        .filter(session::Column::LastUsedAt.gt(now - IDLE_LIFETIME))
        .order_by_desc(session::Column::Id)
        .limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(session::Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.iter().map(from_row).collect()
}

fn from_row(row: &session::Model) -> Result<Session, StoreError> {
    let unreadable = || corrupt("session", row.id);
    let (Ok(browser), Ok(system)) = (row.browser.parse(), row.system.parse()) else { return Err(unreadable()) };
    Ok(Session {
        id: row.id.into(),
        user: row.user_id.into(),
        device: Device { browser, system },
        started_at: row.started_at,
        last_used_at: row.last_used_at.unwrap_or(row.started_at),
        ended_at: row.ended_at,
    })
}

/// Who speaks in a request, with the organisation as it stands now; nobody when the session ended or the account is closed.
/// Every request asks this, so it is one query of a few columns and, being a consistent view by itself, no transaction.
pub async fn actor(db: &Db, id: SessionId, user: UserId, now: Timestamp) -> Result<Option<Actor>, StoreError> {
    type Row = (String, Option<Uuid>, Option<String>, Option<String>);
    let person = session::Entity::belongs_to(user::Entity).from(session::Column::UserId).to(user::Column::Id).into();
    let member = user::Entity::belongs_to(organisation::Entity).from(user::Column::OrgId).to(organisation::Column::Id).into();
    let found = session::Entity::find_by_id(Uuid::from(id))
        .select_only()
        .columns([user::Column::Role, user::Column::OrgId])
        .columns([organisation::Column::Kind, organisation::Column::Status])
        .join(JoinType::InnerJoin, person)
        .join(JoinType::LeftJoin, member)
        .filter(session::Column::UserId.eq(Uuid::from(user)))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::StartedAt.gt(now - SESSION_LIFETIME))
        .filter(user::Column::ClosedAt.is_null())
        .into_tuple::<Row>()
        .one(&db.read)
        .await?;
    let Some((role, org, kind, status)) = found else { return Ok(None) };
    let unreadable = || corrupt("user", user);
    let membership = match (org, kind, status) {
        (None, ..) => None,
        (Some(org), Some(kind), Some(status)) => {
            let kind: OrgKind = kind.parse().map_err(|_| unreadable())?;
            Some(Membership { org: org.into(), side: kind.side(), verified: OrgStatus::code_may_trade(&status) })
        }
        (Some(_), ..) => return Err(unreadable()),
    };
    Ok(Some(Actor { user, role: role.parse().map_err(|_| unreadable())?, membership }))
}

pub async fn end(tx: &Tx, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
    let ended = session::ActiveModel { id: Set(id.into()), ended_at: Set(Some(now)), ..Default::default() };
    session::Entity::update_many()
        .set(ended)
        .filter(session::Column::Id.eq(Uuid::from(id)))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Ends every session of a person but one: after a new password.
pub async fn end_others(tx: &Tx, user: UserId, keep: Option<SessionId>, now: Timestamp) -> Result<(), StoreError> {
    let ended = session::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let mut update = session::Entity::update_many()
        .set(ended)
        .filter(session::Column::UserId.eq(Uuid::from(user)))
        .filter(session::Column::EndedAt.is_null());
    if let Some(keep) = keep {
        update = update.filter(session::Column::Id.ne(Uuid::from(keep)));
    }
    update.exec(tx.conn()).await?;
    Ok(())
}

/// Ends every session there is.
pub async fn end_all(tx: &Tx, now: Timestamp) -> Result<(), StoreError> {
    let ended = session::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    session::Entity::update_many().set(ended).filter(session::Column::EndedAt.is_null()).exec(tx.conn()).await?;
    Ok(())
}

pub async fn issue(tx: &Tx, token: &RefreshToken, hash: String) -> Result<(), StoreError> {
    let RefreshToken { id, session, issued_at, used_at } = *token;
    refresh_token::ActiveModel {
        id: Set(id.into()),
        hash: Set(hash),
        session_id: Set(session.into()),
        issued_at: Set(issued_at),
        used_at: Set(used_at),
    }
    .insert(tx.conn())
    .await?;
    Ok(())
}

pub async fn find_refresh(tx: &Tx, hash: &str) -> Result<Option<(Session, RefreshToken)>, StoreError> {
    let Some(token) = refresh_token::Entity::find().filter(refresh_token::Column::Hash.eq(hash)).one(tx.conn()).await? else {
        return Ok(None);
    };
    let row = session::Entity::find_by_id(token.session_id).one(tx.conn()).await?.ok_or_else(|| corrupt("refresh_token", token.id))?;
    let session = from_row(&row)?;
    let token = RefreshToken { id: token.id.into(), session: token.session_id.into(), issued_at: token.issued_at, used_at: token.used_at };
    Ok(Some((session, token)))
}

/// Marks a refresh token used; two who show it at once cannot both be the first.
pub async fn use_refresh(tx: &Tx, id: TokenId, now: Timestamp) -> Result<(), StoreError> {
    let used = refresh_token::ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    let done = refresh_token::Entity::update_many()
        .set(used)
        .filter(refresh_token::Column::Id.eq(Uuid::from(id)))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

pub async fn insert_link(tx: &Tx, link: &Link, hash: String, email: Option<String>) -> Result<(), StoreError> {
    let Link { id, user, kind, issued_at, used_at } = *link;
    link::ActiveModel {
        id: Set(id.into()),
        hash: Set(hash),
        kind: Set(kind.code().to_owned()),
        user_id: Set(user.into()),
        email: Set(email),
        issued_at: Set(issued_at),
        used_at: Set(used_at),
    }
    .insert(tx.conn())
    .await?;
    Ok(())
}

/// A mailed link and the address it confirms.
pub async fn find_link(tx: &Tx, hash: &str, kind: LinkKind) -> Result<Option<(Link, Option<String>)>, StoreError> {
    let found = link::Entity::find().filter(link::Column::Hash.eq(hash)).filter(link::Column::Kind.eq(kind.code())).one(tx.conn()).await?;
    Ok(found.map(|row| {
        let link = Link { id: row.id.into(), user: row.user_id.into(), kind, issued_at: row.issued_at, used_at: row.used_at };
        (link, row.email)
    }))
}

/// Ends what a person has of links of one kind: another way in was given, or they need none any more.
pub async fn end_links(tx: &Tx, user: UserId, kind: LinkKind, now: Timestamp) -> Result<(), StoreError> {
    let used = link::ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    link::Entity::update_many()
        .set(used)
        .filter(link::Column::UserId.eq(Uuid::from(user)))
        .filter(link::Column::Kind.eq(kind.code()))
        .filter(link::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn use_link(tx: &Tx, id: TokenId, now: Timestamp) -> Result<(), StoreError> {
    let used = link::ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    let done = link::Entity::update_many()
        .set(used)
        .filter(link::Column::Id.eq(Uuid::from(id)))
        .filter(link::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}
