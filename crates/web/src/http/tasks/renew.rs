//! Papers that run out and have nothing to follow them.
use super::{TaskKind, TaskView};
use crate::reference::catalogue;
use crate::store::lines::Own;
use crate::store::{StoreError, Tx, certificates};
use chrono::NaiveTime;
use domain::certificate::Certificate;
use domain::day::TradeDay;
use domain::money::Vnd;
use domain::quantity::Kg;

/// From a month before the last day until a month after it; then the holder does not mean to renew.
const AROUND_DAYS: i64 = 30;

pub async fn to_renew(tx: &Tx, own: Own) -> Result<Vec<TaskView>, StoreError> {
    let alive = certificates::alive(tx, [own.org]).await?.remove(&own.org).unwrap_or_default();
    let due = |paper: &&Certificate| paper.status.is_verified() && paper.days_left(own.today).abs() <= AROUND_DAYS;
    let lonely = |paper: &&Certificate| !alive.iter().any(|other| other.follows(paper));
    Ok(alive.iter().filter(due).filter(lonely).map(|paper| task(paper, own.today)).collect())
}

fn task(paper: &Certificate, today: TradeDay) -> TaskView {
    let terms = &paper.terms;
    let catalogue = catalogue::now();
    let kind = catalogue.kind(terms.kind);
    let left = paper.days_left(today);
    TaskView {
        kind: TaskKind::RenewCertificate,
        id: paper.id.into(),
        path: "/to-chuc".to_owned(),
        deadline: terms.valid_to.at(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default()),
        days_late: (left < 0).then_some(-left),
        other_party: terms.issuer.to_string(),
        goods_vi: format!("{} {}", kind.map_or("", |kind| &kind.name_vi), terms.number),
        goods_en: format!("{} {}", kind.map_or("", |kind| &kind.name_en), terms.number),
        kg: Kg::ZERO,
        amount: Vnd::default(),
        contract_number: None,
        line: None,
        due: None,
    }
}
