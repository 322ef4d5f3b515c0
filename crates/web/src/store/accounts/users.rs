//! People as rows, with the secrets that only the store knows.
use super::organisations::{get_organisation, optional};
use crate::store::entity::user::{ActiveModel, Column, Entity, Model};
use crate::store::entity::{account_event, organisation};
use crate::store::{CHUNK, StoreError, Tx, corrupt, exactly_one, execute, sso, taken};
use domain::account::{AccountStep, Actor, Role, SignInName, User, UserDetails};
use domain::collate::given_name_key;
use domain::day::Timestamp;
use domain::id::{OrgId, UserId};
use domain::policy::{self, Scope};
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Steps after which somebody else may hold an account.
const RESETS: [&str; 2] = [AccountStep::ResetLinkMade.code(), AccountStep::PasswordReset.code()];

/// What proves that a person is who they say.
#[derive(Debug, Clone)]
pub struct Credentials {
    pub password_hash: String,
    /// The secret of a confirmed authenticator and the last step used.
    pub totp: Option<(String, Option<i64>)>,
    /// A secret that was shown and waits for its first code.
    pub totp_pending: Option<String>,
}

/// Somebody to tell about something.
#[derive(Debug, Clone)]
pub struct Recipient {
    pub user: UserId,
    pub name: String,
    pub language: String,
    pub email: Option<String>,
    /// Hears of deliveries alone, of what everybody in the organisation hears.
    pub drives: bool,
}

impl From<&User> for Recipient {
    fn from(user: &User) -> Self {
        let UserDetails { name, email, language, phone: _ } = &user.details;
        Self {
            user: user.id,
            name: name.to_string(),
            language: language.code().to_owned(),
            email: email.as_ref().map(ToString::to_string),
            drives: user.role == Role::Driver,
        }
    }
}

pub async fn insert_user(tx: &Tx, user: &User, password_hash: String) -> Result<(), StoreError> {
    let row = ActiveModel { password_hash: Set(password_hash), ..to_row(user) };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "user", "sign_in"))?;
    Ok(())
}

/// Many at once, with one password for all.
pub async fn insert_users(tx: &Tx, users: &[User], password_hash: &str) -> Result<(), StoreError> {
    for chunk in users.chunks(CHUNK) {
        let rows = chunk.iter().map(|user| ActiveModel { password_hash: Set(password_hash.to_owned()), ..to_row(user) });
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

pub async fn save_user(tx: &Tx, user: &User) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(to_row(user))
        .filter(Column::Id.eq(Uuid::from(user.id)))
        .filter(Column::Version.eq(user.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

pub async fn get_user(tx: &Tx, id: UserId) -> Result<User, StoreError> {
    Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

/// Whom a job works for, as they stand now; nobody when the account is closed.
pub async fn actor(tx: &Tx, id: UserId) -> Result<Option<Actor>, StoreError> {
    let user = get_user(tx, id).await?;
    let membership = match user.org {
        Some(org) => Some(get_organisation(tx, Scope::Org(org), org).await?.membership()),
        None => None,
    };
    Ok(user.closed_at.is_none().then_some(Actor { user: id, role: user.role, membership }))
}

pub async fn find_by_sign_in(tx: &Tx, name: &SignInName) -> Result<Option<(User, Credentials)>, StoreError> {
    let Some(row) = Entity::find().filter(Column::SignIn.eq(name.as_str())).one(tx.conn()).await? else { return Ok(None) };
    let secrets = secrets(&row);
    Ok(Some((from_row(row)?, secrets)))
}

pub async fn credentials(tx: &Tx, id: UserId) -> Result<Credentials, StoreError> {
    Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.as_ref().map(secrets).ok_or(StoreError::Missing)
}

/// By given name, as people here are called; those of one name by the rest of it.
pub async fn list_members(tx: &Tx, org: OrgId) -> Result<Vec<User>, StoreError> {
    let rows = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).order_by_asc(Column::Id).all(tx.conn()).await?;
    let mut members = rows.into_iter().map(from_row).collect::<Result<Vec<_>, _>>()?;
    members.sort_by_cached_key(|user| given_name_key(user.details.name.as_str()));
    Ok(members)
}

/// The names of some people, by id.
pub async fn user_names(tx: &Tx, ids: impl IntoIterator<Item = UserId>) -> Result<BTreeMap<UserId, String>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(Uuid, String)>()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

pub async fn open_directors(tx: &Tx, org: OrgId) -> Result<u64, StoreError> {
    Ok(directors_of(org).count(tx.conn()).await?)
}

/// Since when an account is in the hands it is in: it was opened then, or its password was set by a link. A director can hand
/// out such a link, to himself too.
pub async fn settled_since(tx: &Tx, user: UserId) -> Result<Timestamp, StoreError> {
    let opened = get_user(tx, user).await?.created_at;
    let reset = account_event::Entity::find()
        .filter(account_event::Column::UserId.eq(Uuid::from(user)))
        .filter(account_event::Column::Step.is_in(RESETS))
        .order_by_desc(account_event::Column::At)
        .one(tx.conn())
        .await?;
    Ok(reset.map_or(opened, |reset| std::cmp::max(reset.at, opened)))
}

/// How many members of an organisation cannot confirm because of what was done after a certain time: the account was closed, the
/// role became one that does not confirm, or somebody made a link for the password. Those set aside could not confirm anyway.
pub async fn left_after(tx: &Tx, org: OrgId, but: impl IntoIterator<Item = UserId>, at: Timestamp) -> Result<u64, StoreError> {
    let done = |steps: &[AccountStep]| {
        let mut query = Query::select();
        query
            .column(account_event::Column::UserId)
            .from(account_event::Entity)
            .and_where(account_event::Column::Step.is_in(steps.iter().map(|step| step.code())))
            .and_where(account_event::Column::At.gt(at));
        query
    };
    let (able, unable): (Vec<Role>, Vec<Role>) = Role::ALL.iter().partition(|role| policy::may_confirm(**role));
    let codes = |roles: &[Role]| roles.iter().map(|role| role.code()).collect::<Vec<_>>();
    let made: Vec<_> = unable.iter().filter_map(|role| AccountStep::made(*role)).collect();
    let demoted = Condition::all().add(Column::Role.is_in(codes(&unable))).add(Column::Id.in_subquery(done(&made)));
    let reset = Condition::all().add(Column::Role.is_in(codes(&able))).add(Column::Id.in_subquery(done(&[AccountStep::ResetLinkMade])));
    let open = Condition::all()
        .add(Column::ClosedAt.is_null())
        .add(Column::CreatedAt.lte(at))
        .add(Column::Id.is_not_in(but.into_iter().map(Uuid::from)))
        .add(Condition::any().add(demoted).add(reset));
    let left = Condition::any().add(Column::ClosedAt.gt(at)).add(open);
    Ok(Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).filter(left).count(tx.conn()).await?)
}

/// How many others of an organisation could confirm what one of them asks, some of them aside: open accounts that are in the hands they are in since
/// a certain time.
pub async fn confirmers(tx: &Tx, org: OrgId, but: impl IntoIterator<Item = UserId>, opened_by: Timestamp) -> Result<u64, StoreError> {
    let mut reset = Query::select();
    reset
        .column(account_event::Column::UserId)
        .from(account_event::Entity)
        .and_where(account_event::Column::Step.is_in(RESETS))
        .and_where(account_event::Column::At.gt(opened_by));
    let roles = Role::ALL.iter().filter(|role| policy::may_confirm(**role)).map(|role| role.code());
    let query = Entity::find()
        .filter(Column::OrgId.eq(Uuid::from(org)))
        .filter(Column::Id.is_not_in(but.into_iter().map(Uuid::from)))
        .filter(Column::ClosedAt.is_null())
        .filter(Column::CreatedAt.lte(opened_by))
        .filter(Column::Id.not_in_subquery(reset))
        .filter(Column::Role.is_in(roles));
    Ok(query.count(tx.conn()).await?)
}

/// Everybody with an open account in some organisations, or the officers of the programme when none is named.
pub async fn recipients(tx: &Tx, orgs: &[OrgId]) -> Result<Vec<(Option<OrgId>, Recipient)>, StoreError> {
    let query = Entity::find().filter(Column::ClosedAt.is_null()).order_by_asc(Column::Id);
    let query = if orgs.is_empty() {
        query.filter(Column::Role.eq(Role::Officer.code()))
    } else {
        query.filter(Column::OrgId.is_in(orgs.iter().copied().map(Uuid::from)))
    };
    Ok(query.all(tx.conn()).await?.into_iter().map(|row| (row.org_id.map(OrgId::from), recipient(row))).collect())
}

/// Makes others who hold the same person wait until this transaction ends.
pub async fn hold_user(tx: &Tx, id: UserId) -> Result<(), StoreError> {
    execute(tx, r#"UPDATE "user" SET version = version WHERE id = $1"#, [Uuid::from(id).into()]).await?;
    Ok(())
}

/// Those who decide for an organisation.
pub async fn directors(tx: &Tx, org: OrgId) -> Result<Vec<Recipient>, StoreError> {
    let rows = directors_of(org).order_by_asc(Column::Id).all(tx.conn()).await?;
    Ok(rows.into_iter().map(recipient).collect())
}

/// Those who decide for any organisation.
pub async fn all_directors(tx: &Tx) -> Result<Vec<Recipient>, StoreError> {
    let mut here = Query::select();
    here.column(organisation::Column::Id)
        .from(organisation::Entity)
        .and_where(organisation::Column::Status.is_not_in(["closed", "refused"]));
    let query = Entity::find()
        .filter(Column::Role.eq(Role::Director.code()))
        .filter(Column::ClosedAt.is_null())
        .filter(Column::OrgId.in_subquery(here));
    let rows = query.order_by_asc(Column::Id).all(tx.conn()).await?;
    Ok(rows.into_iter().map(recipient).collect())
}

fn directors_of(org: OrgId) -> Select<Entity> {
    Entity::find()
        .filter(Column::OrgId.eq(Uuid::from(org)))
        .filter(Column::Role.eq(Role::Director.code()))
        .filter(Column::ClosedAt.is_null())
}

/// Some people, those whose accounts were closed left out.
pub async fn people(tx: &Tx, users: impl IntoIterator<Item = UserId>) -> Result<Vec<Recipient>, StoreError> {
    let users = users.into_iter().map(Uuid::from);
    let rows = Entity::find().filter(Column::ClosedAt.is_null()).filter(Column::Id.is_in(users)).all(tx.conn()).await?;
    Ok(rows.into_iter().map(recipient).collect())
}

fn recipient(row: Model) -> Recipient {
    let drives = row.role == Role::Driver.code();
    Recipient { user: row.id.into(), name: row.name, language: row.language, email: row.email, drives }
}

/// An account elsewhere opens this one no more: whoever knew the old password may have tied it. Whether one
/// was tied.
pub async fn set_password(tx: &Tx, id: UserId, password_hash: String) -> Result<bool, StoreError> {
    let untied = sso::untie(tx, id).await?;
    change(tx, id, ActiveModel { password_hash: Set(password_hash), ..Default::default() }).await?;
    Ok(untied)
}

/// Keeps a new authenticator secret. `confirmed_at` is when its first code was right; without a secret there is none.
pub async fn enrol_totp(tx: &Tx, id: UserId, secret: Option<String>, confirmed_at: Option<Timestamp>) -> Result<(), StoreError> {
    let row =
        ActiveModel { totp_secret: Set(secret), totp_confirmed_at: Set(confirmed_at), totp_last_step: Set(None), ..Default::default() };
    change(tx, id, row).await
}

/// A code counts once: the step only moves forward.
pub async fn record_totp_step(tx: &Tx, id: UserId, step: i64) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(ActiveModel { totp_last_step: Set(Some(step)), ..Default::default() })
        .filter(Column::Id.eq(Uuid::from(id)))
        .filter(Column::TotpLastStep.is_null().or(Column::TotpLastStep.lt(step)))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

async fn change(tx: &Tx, id: UserId, row: ActiveModel) -> Result<(), StoreError> {
    let done = Entity::update_many().set(row).filter(Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Missing) }
}

fn secrets(row: &Model) -> Credentials {
    let (totp, totp_pending) = match (row.totp_secret.clone(), row.totp_confirmed_at) {
        (Some(secret), Some(_)) => (Some((secret, row.totp_last_step)), None),
        (secret, _) => (None, secret),
    };
    Credentials { password_hash: row.password_hash.clone(), totp, totp_pending }
}

fn to_row(user: &User) -> ActiveModel {
    let User { id, sign_in, role, org, details, email_confirmed_at, created_at, closed_at, erased_at, version } = user.clone();
    let UserDetails { name, phone, email, language } = details;
    ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.map(Uuid::from)),
        role: Set(role.code().to_owned()),
        name: Set(name.into()),
        sign_in: Set(sign_in.into()),
        email: Set(email.map(String::from)),
        email_confirmed_at: Set(email_confirmed_at),
        phone: Set(phone.map(String::from)),
        language: Set(language.code().to_owned()),
        created_at: Set(created_at),
        closed_at: Set(closed_at),
        erased_at: Set(erased_at),
        version: Set(version),
        ..Default::default()
    }
}

fn from_row(row: Model) -> Result<User, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("user", id))
}

fn read(row: Model) -> Option<User> {
    let details = UserDetails {
        name: row.name.parse().ok()?,
        phone: optional(row.phone).ok()?,
        email: optional(row.email).ok()?,
        language: row.language.parse().ok()?,
    };
    Some(User {
        id: row.id.into(),
        sign_in: row.sign_in.parse().ok()?,
        role: row.role.parse().ok()?,
        org: row.org_id.map(OrgId::from),
        details,
        email_confirmed_at: row.email_confirmed_at,
        created_at: row.created_at,
        closed_at: row.closed_at,
        erased_at: row.erased_at,
        version: row.version,
    })
}
