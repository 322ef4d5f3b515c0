//! What goes with a person: everything that only served them. What proves a contract stays.
use super::accounts::save_user;
use super::entity::{
    assisted, daily_notice, idempotency, invitation, link, mail, mail_bounce, mail_settings, notice, office_act, organisation,
    refresh_token, saved_search, saved_search_product, search_hit, session, sign_in_failure, sso_identity, user,
};
use super::{CHUNK, StoreError, Tx};
use domain::account::User;
use domain::notice::NoticeKind;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, Set,
};
use std::net::IpAddr;
use uuid::Uuid;

/// Puts the erased person in the place of the one who was there. `password_hash` is of a password that nobody knows.
pub async fn erase_user(tx: &Tx, was: &User, erased: &User, password_hash: String) -> Result<(), StoreError> {
    let (id, conn) = (Uuid::from(was.id), tx.conn());
    daily_notice::Entity::delete_many().filter(daily_notice::Column::UserId.eq(id)).exec(conn).await?;
    notice::Entity::delete_many().filter(notice::Column::UserId.eq(id)).exec(conn).await?;
    search_hit::Entity::delete_many().filter(search_hit::Column::UserId.eq(id)).exec(conn).await?;
    let searches = saved_search::Entity::find().select_only().column(saved_search::Column::Id).filter(saved_search::Column::UserId.eq(id));
    let products = saved_search_product::Column::SearchId.in_subquery(searches.into_query());
    saved_search_product::Entity::delete_many().filter(products).exec(conn).await?;
    saved_search::Entity::delete_many().filter(saved_search::Column::UserId.eq(id)).exec(conn).await?;
    mail::Entity::delete_many().filter(mails_of(was)).exec(conn).await?;
    mail_settings::Entity::delete_many().filter(mail_settings::Column::UserId.eq(id)).exec(conn).await?;
    mail_bounce::Entity::delete_many().filter(mail_bounce::Column::UserId.eq(id)).exec(conn).await?;
    idempotency::Entity::delete_many().filter(idempotency::Column::UserId.eq(id)).exec(conn).await?;
    sso_identity::Entity::delete_by_id(id).exec(conn).await?;
    link::Entity::delete_many().filter(link::Column::UserId.eq(id)).exec(conn).await?;
    let sessions = session::Entity::find().select_only().column(session::Column::Id).filter(session::Column::UserId.eq(id));
    let tokens = refresh_token::Column::SessionId.in_subquery(sessions.into_query());
    refresh_token::Entity::delete_many().filter(tokens).exec(conn).await?;
    session::Entity::delete_many().filter(session::Column::UserId.eq(id)).exec(conn).await?;
    for tries in tries_of(tx, was).await?.chunks(CHUNK) {
        let counted = sign_in_failure::Column::Subject.is_in(tries.iter().map(String::as_str));
        sign_in_failure::Entity::delete_many().filter(counted).exec(conn).await?;
    }
    // The name that the director wrote on the invitation by which this person came.
    invitation::Entity::update_many()
        .set(invitation::ActiveModel { name: Set(None), ..Default::default() })
        .filter(invitation::Column::EndedBy.eq(id))
        .filter(invitation::Column::Status.eq("used"))
        .exec(conn)
        .await?;
    rename_in_notices(tx, was, erased.details.name.as_str()).await?;
    save_user(tx, erased).await?;
    let secrets = user::ActiveModel {
        password_hash: Set(password_hash),
        totp_secret: Set(None),
        totp_confirmed_at: Set(None),
        totp_last_step: Set(None),
        ..Default::default()
    };
    user::Entity::update_many().set(secrets).filter(user::Column::Id.eq(id)).exec(conn).await?;
    Ok(())
}

/// What notices call a person who did something.
const NAMES: [&str; 6] = ["by", "clerk", "director", "asker", "member", "value"];

/// Puts the word for somebody who left in the place of the name that others were told: colleagues, and the officers about their
/// organisation. What an officer did in office keeps the name. Where a colleague has the same name nothing is replaced: the notices
/// tell names, and nobody else's may go.
async fn rename_in_notices(tx: &Tx, was: &User, now: &str) -> Result<(), StoreError> {
    let Some(org) = was.org.map(Uuid::from) else { return Ok(()) };
    let colleagues = || user::Entity::find().filter(user::Column::OrgId.eq(org));
    let namesakes = colleagues().filter(user::Column::Name.eq(was.details.name.as_str())).filter(user::Column::Id.ne(Uuid::from(was.id)));
    if namesakes.count(tx.conn()).await? > 0 {
        return Ok(());
    }
    rename_in_mails(tx, was, org, now).await?;
    let told = NoticeKind::ALL.iter().filter(|kind| kind.names_a_person()).map(|kind| kind.code());
    let readers = colleagues().select_only().column(user::Column::Id).into_query();
    // Who asked the office stands beside what it entered, and in what officers were told of it.
    let entries = assisted::Column::OrgId.eq(org);
    let asked = assisted::Entity::find().select_only().column(assisted::Column::Id).filter(entries.clone()).into_query();
    let about = notice::Column::SubjectId.eq(org).or(notice::Column::SubjectId.in_subquery(asked));
    let here = Condition::any().add(notice::Column::UserId.in_subquery(readers)).add(about);
    assisted::Entity::update_many()
        .set(assisted::ActiveModel { asker: Set(now.to_owned()), note: Set(String::new()), ..Default::default() })
        .filter(entries)
        .filter(assisted::Column::Asker.eq(was.details.name.as_str()))
        .exec(tx.conn())
        .await?;
    office_act::Entity::update_many()
        .set(office_act::ActiveModel { asker: Set(Some(now.to_owned())), note: Set(Some(String::new())), ..Default::default() })
        .filter(office_act::Column::OrgId.eq(org))
        .filter(office_act::Column::Asker.eq(was.details.name.as_str()))
        .exec(tx.conn())
        .await?;
    let query = notice::Entity::find().filter(notice::Column::Kind.is_in(told)).filter(here);
    for row in query.all(tx.conn()).await? {
        let mut arguments = row.arguments;
        let about_others = row.subject_id != Some(org) && arguments.get("change").is_some();
        let mut renamed = false;
        for name in NAMES {
            if let Some(said) = arguments.get_mut(name).filter(|said| said.as_str() == Some(was.details.name.as_str()) && !about_others) {
                *said = now.into();
                renamed = true;
            }
        }
        if renamed {
            let row = notice::ActiveModel { id: Set(row.id), arguments: Set(arguments), ..Default::default() };
            row.update(tx.conn()).await?;
        }
    }
    Ok(())
}

/// The same in the mails that colleagues got, and officers about a director who came or went.
async fn rename_in_mails(tx: &Tx, was: &User, org: Uuid, now: &str) -> Result<(), StoreError> {
    let name = was.details.name.as_str();
    let told = NoticeKind::ALL.iter().filter(|kind| kind.names_a_person()).map(|kind| kind.code());
    let users = || user::Entity::find().select_only().column(user::Column::Id);
    let colleagues = mail::Column::UserId.in_subquery(users().filter(user::Column::OrgId.eq(org)).into_query());
    let known_as = organisation::Entity::find_by_id(org).one(tx.conn()).await?.map(|row| row.name).unwrap_or_default();
    let about_directors = NoticeKind::ALL.iter().filter(|kind| kind.tells_of_directors()).map(|kind| kind.code());
    let office = Condition::all()
        .add(mail::Column::Kind.is_in(about_directors))
        .add(mail::Column::UserId.in_subquery(users().filter(user::Column::OrgId.is_null()).into_query()))
        .add(mail::Column::BodyText.contains(known_as));
    let query = mail::Entity::find()
        .filter(mail::Column::Kind.is_in(told))
        .filter(Condition::any().add(colleagues).add(office))
        .filter(mail::Column::BodyText.contains(name));
    let escaped = minijinja::HtmlEscape(name).to_string();
    for row in query.all(tx.conn()).await? {
        let mail = mail::ActiveModel {
            id: Set(row.id),
            subject: Set(row.subject.replace(name, now)),
            body_text: Set(row.body_text.replace(name, now)),
            body_html: Set(row.body_html.replace(&escaped, now)),
            ..Default::default()
        };
        mail.update(tx.conn()).await?;
    }
    Ok(())
}

/// Mails to the person, and to the address before there was an account.
fn mails_of(user: &User) -> Condition {
    let own = Condition::any().add(mail::Column::UserId.eq(Uuid::from(user.id)));
    match &user.details.email {
        Some(email) => own.add(mail::Column::UserId.is_null().and(mail::Column::Recipient.eq(email.as_str()))),
        None => own,
    }
}

/// Counted tries name whom they were for: `in:lan`, or `in:lan@` and a network. Somebody else's name may begin alike
/// (`lan@htx.vn`), and what is counted against guessing that one stays.
async fn tries_of(tx: &Tx, user: &User) -> Result<Vec<String>, StoreError> {
    let name = user.sign_in.as_str();
    let escaped = name.replace('\\', "\\\\").replace('_', "\\_").replace('%', "\\%");
    let alike = ["in", "forgot"].into_iter().fold(Condition::any(), |any, what| {
        any.add(sign_in_failure::Column::Subject.like(LikeExpr::new(format!("{what}:{escaped}%")).escape('\\')))
    });
    let found: Vec<String> = sign_in_failure::Entity::find()
        .select_only()
        .column(sign_in_failure::Column::Subject)
        .filter(alike)
        .distinct()
        .into_tuple()
        .all(tx.conn())
        .await?;
    let own = |subject: &String| {
        let rest = subject.split_once(':').and_then(|(_, rest)| rest.strip_prefix(name));
        let network = |rest: &str| rest.strip_prefix('@').is_some_and(|at| at.trim_end_matches("/64").parse::<IpAddr>().is_ok());
        rest.is_some_and(|rest| rest.is_empty() || network(rest))
    };
    Ok(found.into_iter().filter(own).collect())
}
