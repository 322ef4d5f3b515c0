//! Papers about the organisation that the office asked for and does not have.
use super::{TaskKind, TaskView};
use crate::store::{StoreError, Tx, documents};
use chrono::TimeDelta;
use domain::account::{Actor, OrgStatus, Organisation};
use domain::money::Vnd;
use domain::policy::{Command, Scope, scope};
use domain::quantity::Kg;

/// How long a director may take before the office waits for the papers.
const DAYS: i64 = 7;

/// One task for all of them: they are sent from one list. Who is in the market already is only asked for what the office sent back.
pub async fn to_send(tx: &Tx, actor: &Actor, org: &Organisation) -> Result<Vec<TaskView>, StoreError> {
    if scope(actor, Command::SendDocument) == Scope::None || matches!(org.status, OrgStatus::Closed { .. }) {
        return Ok(Vec::new());
    }
    let list = documents::checklist(tx, org.id, org.profile.kind).await?;
    let lacking: Vec<_> = list.items().into_iter().filter(|item| list.lacks(*item)).collect();
    let asked = lacking.iter().filter_map(|item| list.standing(*item)).map(|event| event.at).min();
    let from = if org.status.may_trade() { asked } else { asked.or(Some(org.registered_at)) };
    let Some(from) = from.filter(|_| !lacking.is_empty()) else { return Ok(Vec::new()) };
    Ok(vec![TaskView {
        kind: TaskKind::SendDocuments,
        id: org.id.into(),
        path: "/to-chuc#giay-to".to_owned(),
        deadline: from + TimeDelta::days(DAYS),
        days_late: None,
        other_party: String::new(),
        goods_vi: String::new(),
        goods_en: String::new(),
        kg: Kg::ZERO,
        amount: Vnd::default(),
        contract_number: None,
        line: None,
        due: None,
    }])
}
