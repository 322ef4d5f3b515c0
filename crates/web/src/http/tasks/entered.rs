//! What the office entered for the own organisation, which is to say whether it asked for it.
use super::{MOST, TaskKind, TaskView};
use crate::http::names::Named;
use crate::store::{StoreError, Tx, assisted};
use domain::account::Side;
use domain::assisted::EnteredPost;
use domain::money::Vnd;
use domain::policy::Scope;

pub async fn to_answer(tx: &Tx, scope: Scope) -> Result<Vec<TaskView>, StoreError> {
    let entries = assisted::waiting(tx, scope, MOST + 1).await?;
    let mut goods = assisted::goods(tx, &entries).await?;
    let tasks = entries.iter().filter_map(|entry| {
        let (slug, kg) = goods.remove(&entry.post.id())?;
        let named = if entry.post.side() == Side::Supplier { Named::variety(&slug) } else { Named::product(&slug) };
        Some(TaskView {
            kind: TaskKind::ConfirmEntry,
            id: entry.id.into(),
            path: match entry.post {
                EnteredPost::Offer(id) => format!("/nguon-hang/{id}"),
                EnteredPost::Demand(id) => format!("/nhu-cau/{id}"),
            },
            deadline: entry.confirm_by,
            days_late: None,
            other_party: String::new(),
            goods_vi: named.name_vi,
            goods_en: named.name_en,
            kg,
            amount: Vnd::default(),
            contract_number: None,
            line: None,
            due: None,
        })
    });
    Ok(tasks.collect())
}
