//! What people want by mail, and whose address takes none.
use super::entity::{mail_bounce, mail_settings};
use super::{CHUNK, StoreError, Tx, corrupt};
use domain::day::Timestamp;
use domain::hours::{ClockTime, Hours};
use domain::id::UserId;
use domain::mailing::{MailSettings, Wish};
use domain::notice::NoticeKind;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What decides whether a notice becomes a mail.
#[derive(Debug, Clone, Default)]
pub struct Wants {
    pub settings: MailSettings,
    pub bounce: Option<Bounce>,
}

/// The mail server said that an address takes no mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    pub address: String,
    pub reason: String,
    pub at: Timestamp,
}

pub async fn get(tx: &Tx, user: UserId) -> Result<Wants, StoreError> {
    Ok(all(tx, [user]).await?.remove(&user).unwrap_or_default())
}

/// Of many people; who never chose anything is left out.
pub async fn all(tx: &Tx, users: impl IntoIterator<Item = UserId>) -> Result<BTreeMap<UserId, Wants>, StoreError> {
    let users: BTreeSet<Uuid> = users.into_iter().map(Uuid::from).collect();
    let users: Vec<Uuid> = users.into_iter().collect();
    let mut found: BTreeMap<UserId, Wants> = BTreeMap::new();
    for chunk in users.chunks(CHUNK) {
        let chosen = mail_settings::Entity::find().filter(mail_settings::Column::UserId.is_in(chunk.iter().copied()));
        for row in chosen.all(tx.conn()).await? {
            found.entry(row.user_id.into()).or_default().settings = read(&row).ok_or_else(|| corrupt("mail_settings", row.user_id))?;
        }
        let bounced = mail_bounce::Entity::find().filter(mail_bounce::Column::UserId.is_in(chunk.iter().copied()));
        for row in bounced.all(tx.conn()).await? {
            let bounce = Bounce { address: row.address, reason: row.reason, at: row.at };
            found.entry(row.user_id.into()).or_default().bounce = Some(bounce);
        }
    }
    Ok(found)
}

pub async fn save(tx: &Tx, user: UserId, settings: &MailSettings) -> Result<(), StoreError> {
    use mail_settings::Column::{QuietFrom, QuietTo, UserId as Key, Wishes};
    let wishes: BTreeMap<&str, &str> = settings.wishes().map(|(kind, wish)| (kind.code(), wish.code())).collect();
    let minutes = |time: fn(Hours) -> ClockTime| settings.quiet.map(|quiet| i64::from(time(quiet).minutes()));
    let row = mail_settings::ActiveModel {
        user_id: Set(user.into()),
        quiet_from: Set(minutes(|quiet| quiet.from)),
        quiet_to: Set(minutes(|quiet| quiet.to)),
        wishes: Set(serde_json::json!(wishes)),
    };
    let newer = OnConflict::column(Key).update_columns([QuietFrom, QuietTo, Wishes]).to_owned();
    mail_settings::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn bounced(tx: &Tx, user: UserId, bounce: Bounce) -> Result<(), StoreError> {
    use mail_bounce::Column::{Address, At, Reason, UserId as Key};
    let Bounce { address, reason, at } = bounce;
    let reason = reason.chars().take(500).collect();
    let row = mail_bounce::ActiveModel { user_id: Set(user.into()), address: Set(address), reason: Set(reason), at: Set(at) };
    let newer = OnConflict::column(Key).update_columns([Address, Reason, At]).to_owned();
    mail_bounce::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The address takes mail again.
pub async fn arrives(tx: &Tx, user: UserId, address: &str) -> Result<(), StoreError> {
    let bounce = mail_bounce::Entity::delete_by_id(Uuid::from(user)).filter(mail_bounce::Column::Address.eq(address));
    bounce.exec(tx.conn()).await?;
    Ok(())
}

fn read(row: &mail_settings::Model) -> Option<MailSettings> {
    let quiet = match (row.quiet_from, row.quiet_to) {
        (Some(from), Some(to)) => Some(Hours { from: ClockTime::from_minutes(from)?, to: ClockTime::from_minutes(to)? }),
        _ => None,
    };
    let wishes: BTreeMap<String, Wish> = serde_json::from_value(row.wishes.clone()).ok()?;
    // A kind that became a duty since comes again.
    let known = wishes.into_iter().filter_map(|(kind, wish)| Some((kind.parse::<NoticeKind>().ok()?, wish)));
    let wishes: Vec<_> = known.filter(|(kind, _)| kind.is_optional()).collect();
    MailSettings::new(quiet, &wishes).ok()
}
