//! Changes of the own bank account or representative that wait for the reader as the second member.
use super::{TaskKind, TaskView};
use crate::http::guarded::waits_for;
use crate::store::lines::Own;
use crate::store::{StoreError, Tx, accounts};
use domain::account::Actor;
use domain::money::Vnd;
use domain::quantity::Kg;

pub async fn to_confirm(tx: &Tx, reader: &Actor, own: Own) -> Result<Vec<TaskView>, StoreError> {
    let open = accounts::open_guarded_changes(tx, own.org).await?;
    let settled = accounts::settled_since(tx, reader.user).await?;
    let waiting: Vec<_> = open.into_iter().filter(|change| waits_for(change, reader, settled)).collect();
    let names = accounts::user_names(tx, waiting.iter().map(|change| change.asked.by)).await?;
    let task = |change: &domain::account::GuardedChange| {
        Some(TaskView {
            kind: TaskKind::ConfirmChange,
            id: change.id.into(),
            path: "/to-chuc#tai-khoan-ngan-hang".to_owned(),
            deadline: change.confirm_by()?,
            days_late: None,
            other_party: names.get(&change.asked.by).cloned().unwrap_or_default(),
            goods_vi: change.new.in_short(),
            goods_en: change.new.in_short(),
            kg: Kg::ZERO,
            amount: Vnd::default(),
            contract_number: None,
            line: None,
            due: None,
        })
    };
    Ok(waiting.iter().filter_map(task).collect())
}
