//! Harvests that are near and still a forecast.
use super::{MOST, TaskKind, TaskView};
use crate::reference::catalogue;
use crate::store::{StoreError, Tx, offers};
use chrono::NaiveTime;
use domain::day::TradeDay;
use domain::money::Vnd;
use domain::offer::{Forecast, Offer};
use domain::policy::Scope;

/// From two weeks before the first day of the harvest to its last.
pub async fn to_make_firm(tx: &Tx, scope: Scope, today: TradeDay) -> Result<Vec<TaskView>, StoreError> {
    let until = today.plus(Forecast::REMIND_DAYS);
    Ok(offers::forecasts(tx, scope, today, until, None, MOST + 1).await?.iter().map(|offer| task(offer, today)).collect())
}

fn task(offer: &Offer, today: TradeDay) -> TaskView {
    let terms = &offer.terms;
    let catalogue = catalogue::now();
    let variety = catalogue.variety(terms.variety.as_str());
    let late = today.days_since(terms.window.from);
    TaskView {
        kind: TaskKind::ConfirmHarvest,
        id: offer.id.into(),
        path: format!("/nguon-hang/{}", offer.id),
        deadline: terms.window.from.at(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default()),
        days_late: (late > 0).then_some(late),
        other_party: String::new(),
        goods_vi: variety.map(|variety| variety.name_vi.clone()).unwrap_or_default(),
        goods_en: variety.map(|variety| variety.name_en.clone()).unwrap_or_default(),
        kg: terms.kg_total,
        amount: Vnd::default(),
        contract_number: None,
        line: None,
        due: None,
    }
}
