//! Everything that is kept about one person, for that person.
use super::entity::{assisted, invitation, link, mail_bounce, mail_settings, office_act, saved_search, session, signature, sso_identity};
use super::{StoreError, Tx};
use domain::day::Timestamp;
use domain::id::{OrgId, UserId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

/// Where it is written who did what: table, its key, who, when.
const ACTIONS: [(&str, &str, &str, &str); 54] = [
    ("account_event", "id", "by_user", "at"),
    ("appeal", "id", "made_by", "made_at"),
    ("appeal", "id", "answered_by", "answered_at"),
    ("approval", "id", "asked_by", "asked_at"),
    ("approval", "id", "closed_by", "closed_at"),
    ("assisted", "id", "entered_by", "entered_at"),
    ("assisted", "id", "settled_by", "settled_at"),
    ("assisted_slip", "id", "recorded_by", "recorded_at"),
    ("certificate", "id", "status_by", "status_at"),
    ("challenge", "contract_id", "user_id", "issued_at"),
    ("clerk_limit", "id", "set_by", "set_at"),
    ("contract", "id", "status_by", "status_at"),
    ("contract_due", "id", "confirmed_by", "confirmed_at"),
    ("contract_due", "id", "declared_by", "declared_at"),
    ("contract_due", "id", "disputed_by", "disputed_at"),
    ("contract_event", "contract_id", "user_id", "at"),
    ("delivery_day", "line_id", "said_by", "said_at"),
    ("demand", "id", "posted_by", "posted_at"),
    ("demand", "id", "withdrawn_by", "withdrawn_at"),
    ("document", "id", "sent_by", "sent_at"),
    ("document_event", "org_id", "by_user", "at"),
    ("guarded_change", "id", "asked_by", "asked_at"),
    ("guarded_change", "id", "confirmed_by", "confirmed_at"),
    ("guarded_change", "id", "decided_by", "decided_at"),
    ("guarded_change", "id", "member_id", "asked_at"),
    ("guarded_change", "id", "stopped_by", "stopped_at"),
    ("import", "id", "sent_by", "sent_at"),
    ("inspection", "line_id", "inspected_by", "inspected_at"),
    ("invitation", "id", "invited_by", "made_at"),
    ("invitation", "id", "ended_by", "ended_at"),
    ("line", "id", "confirmed_by", "confirmed_at"),
    ("line", "id", "declared_by", "declared_at"),
    ("line", "id", "dispatched_by", "dispatched_at"),
    ("line", "id", "disputed_by", "disputed_at"),
    ("line", "id", "received_by", "received_at"),
    ("offer", "id", "posted_by", "posted_at"),
    ("offer", "id", "withdrawn_by", "withdrawn_at"),
    ("office_act", "id", "done_by", "done_at"),
    ("office_note", "id", "written_by", "written_at"),
    ("offer_photo", "id", "added_by", "added_at"),
    ("offer_revision", "offer_id", "by_user", "at"),
    ("organisation", "id", "status_by", "status_at"),
    ("organisation_event", "org_id", "by_user", "at"),
    ("organisation_phone", "org_id", "by_user", "at"),
    ("proposal", "id", "closed_by", "closed_at"),
    ("proposal_revision", "proposal_id", "by_user", "at"),
    ("proposal_revision", "proposal_id", "supplier_user", "supplier_at"),
    ("proposal_revision", "proposal_id", "buyer_user", "buyer_at"),
    ("recurring_demand", "id", "posted_by", "posted_at"),
    ("recurring_demand", "id", "withdrawn_by", "withdrawn_at"),
    ("round", "id", "ran_by", "ran_at"),
    ("scan", "id", "added_by", "added_at"),
    ("variety_request", "id", "answered_by", "answered_at"),
    ("variety_voice", "request_id", "by_user", "at"),
];
/// The same where the key is a word.
const OF_THE_CATALOGUE: [(&str, &str, &str, &str); 2] =
    [("catalogue_product", "slug", "added_by", "added_at"), ("catalogue_step", "slug", "by_user", "at")];

/// One thing that somebody did: in which table it stands, in which part of it, and of what.
#[derive(Debug, Serialize)]
pub struct Action {
    pub record: &'static str,
    pub part: &'static str,
    pub of: String,
    pub at: Option<Timestamp>,
}

/// What somebody did anywhere, table by table.
pub async fn actions(tx: &Tx, user: UserId) -> Result<Vec<Action>, StoreError> {
    let mut all = Vec::new();
    for (record, key, part, at) in ACTIONS {
        for row in rows(tx, user, record, key, part, at).await? {
            let of = row.try_get::<Uuid>("", "of")?.to_string();
            all.push(Action { record, part, of, at: row.try_get("", "at")? });
        }
    }
    for (record, key, part, at) in OF_THE_CATALOGUE {
        for row in rows(tx, user, record, key, part, at).await? {
            all.push(Action { record, part, of: row.try_get("", "of")?, at: row.try_get("", "at")? });
        }
    }
    Ok(all)
}

async fn rows(tx: &Tx, user: UserId, table: &str, key: &str, who: &str, at: &str) -> Result<Vec<sea_orm::QueryResult>, StoreError> {
    let mut query = Query::select();
    query
        .expr_as(Expr::col(Alias::new(key)), Alias::new("of"))
        .expr_as(Expr::col(Alias::new(at)), Alias::new("at"))
        .from(Alias::new(table))
        .and_where(Expr::col(Alias::new(who)).eq(Uuid::from(user)));
    Ok(tx.conn().query_all(&query).await?)
}

/// Signatures as they stand in the evidence.
pub async fn signatures(tx: &Tx, user: UserId) -> Result<Vec<Value>, StoreError> {
    let rows = signature::Entity::find()
        .filter(signature::Column::SignerId.eq(Uuid::from(user)))
        .order_by_asc(signature::Column::Id)
        .all(tx.conn())
        .await?;
    let signature = |row: signature::Model| {
        json!({
            "contract": row.contract_id, "edition": row.edition, "hash": row.hash, "side": row.side, "name": row.signer_name,
            "authority": row.authority, "authority_number": row.authority_number, "method": row.method, "signed_at": row.signed_at,
        })
    };
    Ok(rows.into_iter().map(signature).collect())
}

/// What the office entered because somebody of this name asked for it, as far as the organisation is the person's own.
pub async fn asked_office(tx: &Tx, org: OrgId, name: &str) -> Result<Vec<Value>, StoreError> {
    let query = assisted::Entity::find().filter(assisted::Column::OrgId.eq(Uuid::from(org))).filter(assisted::Column::Asker.eq(name));
    let rows = query.order_by_asc(assisted::Column::Id).all(tx.conn()).await?;
    let asked = |row: assisted::Model| json!({ "post": row.offer_id.or(row.demand_id), "asker": row.asker, "way": row.way, "note": row.note, "entered_at": row.entered_at, "status": row.status, "signed_slip": row.slip_id });
    let acts = office_act::Entity::find().filter(office_act::Column::OrgId.eq(Uuid::from(org))).filter(office_act::Column::Asker.eq(name));
    let acts = acts.order_by_asc(office_act::Column::Id).all(tx.conn()).await?;
    let done = |row: office_act::Model| json!({ "act": row.kind, "of": row.subject_id, "asker": row.asker, "way": row.way, "note": row.note, "done_at": row.done_at });
    Ok(rows.into_iter().map(asked).chain(acts.into_iter().map(done)).collect())
}

/// Every session, those that ended too.
pub async fn sessions(tx: &Tx, user: UserId) -> Result<Vec<Value>, StoreError> {
    let own = session::Column::UserId.eq(Uuid::from(user));
    let rows = session::Entity::find().filter(own).order_by_asc(session::Column::Id).all(tx.conn()).await?;
    let session = |row: session::Model| {
        json!({
            "browser": row.browser, "system": row.system, "started_at": row.started_at, "last_used_at": row.last_used_at, "ended_at": row.ended_at,
        })
    };
    Ok(rows.into_iter().map(session).collect())
}

/// Which links were made for the person; what opens them is not kept.
pub async fn links(tx: &Tx, user: UserId) -> Result<Vec<Value>, StoreError> {
    let own = link::Column::UserId.eq(Uuid::from(user));
    let rows = link::Entity::find().filter(own).order_by_asc(link::Column::Id).all(tx.conn()).await?;
    let link = |row: link::Model| json!({ "kind": row.kind, "email": row.email, "issued_at": row.issued_at, "used_at": row.used_at });
    Ok(rows.into_iter().map(link).collect())
}

/// Searches kept, which mail is wanted, an address that took none, an account elsewhere that opens this one, and the invitation by which the person came.
pub async fn wishes(tx: &Tx, user: UserId) -> Result<Value, StoreError> {
    let id = Uuid::from(user);
    let searches = saved_search::Entity::find().filter(saved_search::Column::UserId.eq(id)).all(tx.conn()).await?;
    let mail = mail_settings::Entity::find_by_id(id).one(tx.conn()).await?;
    let tied = sso_identity::Entity::find_by_id(id).one(tx.conn()).await?;
    let bounce = mail_bounce::Entity::find_by_id(id).one(tx.conn()).await?;
    let came = invitation::Entity::find()
        .filter(invitation::Column::EndedBy.eq(id))
        .filter(invitation::Column::Status.eq("used"))
        .one(tx.conn())
        .await?;
    Ok(json!({
        "saved_searches": searches.into_iter().map(|row| json!({ "name": row.name, "side": row.side, "search": row.search, "created_at": row.created_at })).collect::<Vec<_>>(),
        "mail_settings": mail.map(|row| json!({ "quiet_from": row.quiet_from, "quiet_to": row.quiet_to, "wishes": row.wishes })),
        "sso": tied.map(|row| json!({ "issuer": row.issuer, "subject": row.subject, "email": row.email, "tied_at": row.tied_at })),
        "mail_bounce": bounce.map(|row| json!({ "address": row.address, "reason": row.reason, "at": row.at })),
        "invitation": came.map(|row| json!({ "name": row.name, "role": row.role, "made_at": row.made_at, "used_at": row.ended_at })),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column that says who did something is in the copy from the day it exists, whoever filled it in a story.
    #[test]
    fn every_column_that_names_who_did_something_is_told() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/entity");
        let told = |table: &str, column: &str| ACTIONS.iter().chain(&OF_THE_CATALOGUE).any(|row| (row.0, row.2) == (table, column));
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let table = source.split("table_name = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let columns = source.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.trim_end_matches(',').split_once(": "));
            for (column, _) in columns.filter(|(name, kind)| kind.contains("Uuid") && (name.ends_with("_by") || name.ends_with("_user"))) {
                assert!(told(table, column), "{table}.{column}");
                seen += 1;
            }
        }
        assert!(seen > 30, "the entities were read");
    }
}
