//! The facts that notices and mails about a contract's lines are made of.
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::Tx;
use domain::account::Side;
use domain::contract::Contract;
use domain::delivery::Line;
use domain::notice::NoticeKind;
use serde_json::{Map, Value, json};

/// What a member of one side needs to know which goods are meant.
pub fn about(contract: &Contract, reader: Side, line: Option<&Line>) -> Map<String, Value> {
    let other = match reader {
        Side::Supplier => &contract.terms.buyer,
        Side::Buyer => &contract.terms.supplier,
    };
    let mut facts = json!({
        "contract": contract.id,
        "contract_number": contract.terms.number,
        "side": reader,
        "other_party": other.name,
        "goods_vi": contract.terms.goods.variety_vi,
        "goods_en": contract.terms.goods.variety_en,
    });
    if let Some(line) = line {
        facts["line"] = json!(line.number);
        facts["from"] = json!(line.window.from);
        facts["to"] = json!(line.window.to);
        facts["planned_kg"] = json!(line.planned);
    }
    match facts {
        Value::Object(facts) => facts,
        _ => Map::new(),
    }
}

/// Tells one side of a contract.
pub async fn announce(
    app: &App,
    tx: &Tx,
    contract: &Contract,
    to: Side,
    kind: NoticeKind,
    line: Option<&Line>,
    said: Value,
) -> anyhow::Result<()> {
    let mut arguments = about(contract, to, line);
    if let Value::Object(said) = said {
        arguments.extend(said);
    }
    let org = match to {
        Side::Supplier => contract.supplier,
        Side::Buyer => contract.buyer,
    };
    let event =
        Event { kind, subject: Some(contract.id.into()), arguments: Value::Object(arguments), path: format!("/hop-dong/{}", contract.id) };
    notify::organisation(app, tx, org, &event).await
}
