//! The trace of what the office entered, as the organisation and the office read it; the other side sees nothing of it.
use crate::http::names::Named;
use crate::store::slips::{self, Kept};
use crate::store::{StoreError, Tx, accounts, assisted};
use chrono::{DateTime, Utc};
use domain::account::{Actor, Side};
use domain::assisted::{AskedBy, Assisted, AssistedState, AssistedStatus};
use domain::day::TradeDay;
use domain::id::{AssistedId, OrgId, UserId};
use domain::quantity::Kg;
use domain::reason::Reason;
use domain::scan::Media;
use domain::text::{Name, Note};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AssistedView {
    pub id: AssistedId,
    pub organisation: OrgId,
    pub organisation_name: String,
    /// Of a supplier it is an offer, of a buyer a demand.
    pub side: Side,
    /// The offer or the demand.
    pub post: Uuid,
    /// The variety of an offer, the product of a demand.
    pub goods: Named,
    pub kg: Kg,
    /// The member who asked the office.
    pub asker: Name,
    pub way: AskedBy,
    pub note: Note,
    /// Name of the officer.
    pub entered_by: String,
    pub entered_at: DateTime<Utc>,
    /// Without an answer it leaves the market then, unless there is a `slip`.
    pub confirm_by: DateTime<Utc>,
    /// What a member signed for it as it stands; the organisation may still say no.
    pub slip: Option<SlipView>,
    /// `waiting`, `confirmed`, `refused`, `withdrawn` or `lapsed`.
    pub status: AssistedStatus,
    /// The office may still correct or withdraw it: nobody answered, and the organisation may trade.
    pub correctable: bool,
    /// Who settled it; the clock has no name.
    pub settled_by: Option<String>,
    pub settled_at: Option<DateTime<Utc>>,
    /// Why the organisation refused it.
    pub reason: Option<Reason>,
}

/// Consent on paper; its scan is at `/assisted/{id}/slip`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SlipView {
    pub reference: Name,
    pub signed_on: TradeDay,
    pub media: Media,
    /// Name of the officer.
    pub recorded_by: String,
    pub recorded_at: DateTime<Utc>,
}

/// Beside a post: the trace, and whether its reader may read the reserve price for it.
#[derive(Debug, Clone)]
pub struct Entered {
    pub view: AssistedView,
    pub shows_reserve: bool,
}

/// Beside each of some posts of one side that the office entered.
pub async fn of_posts(
    tx: &Tx,
    actor: &Actor,
    side: Side,
    posts: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, Entered>, StoreError> {
    let entries: Vec<Assisted> = assisted::of_posts(tx, side, posts).await?.into_values().collect();
    let views = views(tx, &entries).await?;
    let beside = |(entry, view): (&Assisted, AssistedView)| (entry.post.id(), Entered { view, shows_reserve: entry.shows_reserve(actor) });
    Ok(entries.iter().zip(views).map(beside).collect())
}

/// In the order of the entries.
pub async fn views(tx: &Tx, entries: &[Assisted]) -> Result<Vec<AssistedView>, StoreError> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let mut slips = slips::of(tx, entries.iter().filter_map(|entry| entry.slip)).await?;
    let signers: Vec<UserId> = slips.values().map(|kept| kept.slip.by).collect();
    let people = entries.iter().map(|entry| entry.entered_by).chain(signers).chain(entries.iter().filter_map(|entry| settled(entry).0));
    let people = accounts::user_names(tx, people).await?;
    let orgs = accounts::names(tx, entries.iter().map(|entry| entry.org)).await?;
    let trading = accounts::verified_among(tx, entries.iter().map(|entry| entry.org)).await?;
    let mut goods = assisted::goods(tx, entries).await?;
    let name = |id: UserId| people.get(&id).cloned().unwrap_or_default();
    let mut view = |entry: &Assisted| {
        let (slug, kg) = goods.remove(&entry.post.id()).ok_or(StoreError::Missing)?;
        let (settled_by, settled_at) = settled(entry);
        let side = entry.post.side();
        Ok(AssistedView {
            id: entry.id,
            organisation: entry.org,
            organisation_name: orgs.get(&entry.org).cloned().unwrap_or_default(),
            side,
            post: entry.post.id(),
            goods: if side == Side::Supplier { Named::variety(&slug) } else { Named::product(&slug) },
            kg,
            asker: entry.asked.name.clone(),
            way: entry.asked.way,
            note: entry.asked.note.clone(),
            entered_by: name(entry.entered_by),
            entered_at: entry.entered_at,
            confirm_by: entry.confirm_by,
            slip: entry.slip.and_then(|id| slips.remove(&id)).map(|Kept { slip, media, .. }| SlipView {
                reference: slip.reference,
                signed_on: slip.signed_on,
                media,
                recorded_by: name(slip.by),
                recorded_at: slip.at,
            }),
            status: entry.state.status(),
            correctable: entry.is_waiting() && trading.contains(&entry.org),
            settled_by: settled_by.map(name),
            settled_at,
            reason: if let AssistedState::Refused { reason, .. } = &entry.state { Some(reason.clone()) } else { None },
        })
    };
    entries.iter().map(&mut view).collect()
}

fn settled(entry: &Assisted) -> (Option<UserId>, Option<DateTime<Utc>>) {
    match entry.state {
        AssistedState::Waiting => (None, None),
        AssistedState::Confirmed { by, at } | AssistedState::Refused { by, at, .. } | AssistedState::Withdrawn { by, at } => {
            (Some(by), Some(at))
        }
        AssistedState::Lapsed { at } => (None, Some(at)),
    }
}
