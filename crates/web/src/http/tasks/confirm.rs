//! Changes of the own bank account, representative or directors that wait for the reader as the second member.
use super::{TaskKind, TaskView};
use crate::http::guarded::waits_for;
use crate::store::lines::Own;
use crate::store::{StoreError, Tx, accounts};
use domain::account::Actor;
use domain::id::UserId;
use domain::money::Vnd;
use domain::quantity::Kg;

pub async fn to_confirm(tx: &Tx, reader: &Actor, own: Own) -> Result<Vec<TaskView>, StoreError> {
    let open = accounts::open_guarded_changes(tx, own.org).await?;
    let settled = accounts::settled_since(tx, reader.user).await?;
    let waiting: Vec<_> = open.into_iter().filter(|change| waits_for(change, reader, settled)).collect();
    let people = waiting.iter().flat_map(|change| std::iter::once(change.asked.by).chain(change.new.member().map(|of| of.member)));
    let names = accounts::user_names(tx, people).await?;
    let name = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let task = |change: &domain::account::GuardedChange| {
        Some(TaskView {
            kind: TaskKind::ConfirmChange,
            id: change.id.into(),
            path: "/to-chuc#tai-khoan-ngan-hang".to_owned(),
            deadline: change.confirm_by()?,
            days_late: None,
            other_party: name(change.asked.by),
            goods_vi: change.new.in_short(name),
            goods_en: change.new.in_short(name),
            kg: Kg::ZERO,
            amount: Vnd::default(),
            contract_number: None,
            line: None,
            due: None,
        })
    };
    Ok(waiting.iter().filter_map(task).collect())
}
