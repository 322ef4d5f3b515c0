//! What members asked the catalogue for, and the voices that joined.
use super::entity::{variety_request, variety_voice};
use super::{Slice, StoreError, Tx, corrupt, exactly_one};
use domain::id::{OrgId, VarietyRequestId};
use domain::policy::Scope;
use domain::text::Name;
use domain::variety_request::{AskedVariety, RequestAnswer, RequestStatus, VarietyRequest, Voice};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

const OPEN: &str = "open";

/// The request for this name that waits.
pub async fn waiting(tx: &Tx, name: &Name) -> Result<Option<VarietyRequest>, StoreError> {
    let row = variety_request::Entity::find()
        .filter(variety_request::Column::Called.eq(VarietyRequest::called(name)))
        .filter(variety_request::Column::Status.eq(OPEN))
        .one(tx.conn())
        .await?;
    row.map(from_row).transpose()
}

pub async fn insert(tx: &Tx, request: &VarietyRequest) -> Result<(), StoreError> {
    let row = variety_request::ActiveModel {
        id: Set(request.id.into()),
        called: Set(VarietyRequest::called(&request.name)),
        name: Set(request.name.to_string()),
        asked_at: Set(request.asked_at),
        status: Set(OPEN.to_owned()),
        ..Default::default()
    };
    variety_request::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Adds a voice, or takes the newer words of one; whether the organisation had none yet.
pub async fn join(tx: &Tx, request: VarietyRequestId, voice: &Voice) -> Result<bool, StoreError> {
    let Voice { org, by, at, asked } = voice.clone();
    let own = (Uuid::from(request), Uuid::from(org));
    let new = variety_voice::Entity::find_by_id(own).one(tx.conn()).await?.is_none();
    let row = variety_voice::ActiveModel {
        request_id: Set(request.into()),
        org_id: Set(org.into()),
        by_user: Set(by.into()),
        at: Set(at),
        name: Set(asked.name.into()),
        local_name: Set(asked.local_name.map(String::from)),
        note: Set(asked.note.into()),
    };
    let newer = OnConflict::columns([variety_voice::Column::RequestId, variety_voice::Column::OrgId])
        .update_columns([
            variety_voice::Column::ByUser,
            variety_voice::Column::At,
            variety_voice::Column::Name,
            variety_voice::Column::LocalName,
            variety_voice::Column::Note,
        ])
        .to_owned();
    variety_voice::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    Ok(new)
}

/// Keeps the answer; `Stale` when somebody answered first.
pub async fn answer(tx: &Tx, request: &VarietyRequest) -> Result<(), StoreError> {
    let RequestAnswer { by, at, variety, reason } = request.answer.clone().ok_or_else(|| corrupt("variety_request", request.id))?;
    let row = variety_request::ActiveModel {
        status: Set(request.status().code().to_owned()),
        variety: Set(variety.map(String::from)),
        reason: Set(reason.map(String::from)),
        answered_by: Set(Some(by.into())),
        answered_at: Set(Some(at)),
        ..Default::default()
    };
    let open = variety_request::Entity::update_many()
        .set(row)
        .filter(variety_request::Column::Id.eq(Uuid::from(request.id)))
        .filter(variety_request::Column::Status.eq(OPEN));
    exactly_one(open.exec(tx.conn()).await?.rows_affected)
}

/// One that an organisation in reach has a voice in.
pub async fn get(tx: &Tx, scope: Scope, id: VarietyRequestId) -> Result<VarietyRequest, StoreError> {
    let row = within(scope).filter(variety_request::Column::Id.eq(Uuid::from(id))).one(tx.conn()).await?;
    row.map_or(Err(StoreError::Missing), from_row)
}

/// What an organisation asked for, newest first.
pub async fn list(tx: &Tx, scope: Scope, slice: Slice<Uuid>) -> Result<Vec<VarietyRequest>, StoreError> {
    let mut query = within(scope).order_by_desc(variety_request::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(variety_request::Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// What waits for the office, oldest first.
pub async fn open(tx: &Tx, slice: Slice<Uuid>) -> Result<Vec<VarietyRequest>, StoreError> {
    let mut query = variety_request::Entity::find()
        .filter(variety_request::Column::Status.eq(OPEN))
        .order_by_asc(variety_request::Column::Id)
        .limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(variety_request::Column::Id.gt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Who asked, the first first, by request.
pub async fn voices(
    tx: &Tx,
    scope: Scope,
    requests: impl IntoIterator<Item = VarietyRequestId>,
) -> Result<BTreeMap<VarietyRequestId, Vec<Voice>>, StoreError> {
    let ids: Vec<Uuid> = requests.into_iter().map(Uuid::from).collect();
    let mut query = variety_voice::Entity::find().filter(variety_voice::Column::RequestId.is_in(ids));
    query = match scope {
        Scope::All => query,
        Scope::Org(org) => query.filter(variety_voice::Column::OrgId.eq(Uuid::from(org))),
        Scope::None => return Ok(BTreeMap::new()),
    };
    let rows = query.order_by_asc(variety_voice::Column::At).order_by_asc(variety_voice::Column::OrgId).all(tx.conn()).await?;
    let mut found: BTreeMap<VarietyRequestId, Vec<Voice>> = BTreeMap::new();
    for row in rows {
        let request = row.request_id;
        let voice = voice(row).ok_or_else(|| corrupt("variety_voice", request))?;
        found.entry(request.into()).or_default().push(voice);
    }
    Ok(found)
}

fn within(scope: Scope) -> sea_orm::Select<variety_request::Entity> {
    let own = |org: OrgId| {
        let mut voices = Query::select();
        let of = variety_voice::Column::OrgId.eq(Uuid::from(org));
        voices.column(variety_voice::Column::RequestId).from(variety_voice::Entity).and_where(of);
        variety_request::Column::Id.in_subquery(voices)
    };
    match scope {
        Scope::All => variety_request::Entity::find(),
        Scope::Org(org) => variety_request::Entity::find().filter(own(org)),
        Scope::None => variety_request::Entity::find().filter(variety_request::Column::Id.is_in(Vec::<Uuid>::new())),
    }
}

fn voice(row: variety_voice::Model) -> Option<Voice> {
    let local_name = row.local_name.map(|name| name.parse()).transpose().ok()?;
    let asked = AskedVariety { name: row.name.parse().ok()?, local_name, note: row.note.parse().ok()? };
    Some(Voice { org: row.org_id.into(), by: row.by_user.into(), at: row.at, asked })
}

fn from_row(row: variety_request::Model) -> Result<VarietyRequest, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("variety_request", id))
}

fn read(row: variety_request::Model) -> Option<VarietyRequest> {
    let answer = match row.status.parse::<RequestStatus>().ok()? {
        RequestStatus::Open => None,
        RequestStatus::Taken | RequestStatus::Refused => Some(RequestAnswer {
            by: row.answered_by?.into(),
            at: row.answered_at?,
            variety: row.variety.map(|slug| slug.parse()).transpose().ok()?,
            reason: row.reason.map(|reason| reason.parse()).transpose().ok()?,
        }),
    };
    Some(VarietyRequest { id: row.id.into(), name: row.name.parse().ok()?, asked_at: row.asked_at, answer })
}
