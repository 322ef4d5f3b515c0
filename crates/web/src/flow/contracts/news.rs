//! What both sides of a contract are told about it.
use crate::app::App;
use crate::flow::lines::announce;
use crate::store::Tx;
use domain::account::Side;
use domain::contract::Contract;
use domain::notice::NoticeKind;
use serde_json::{Value, json};

/// Tells both sides; `said` is what this kind says beside the contract itself.
pub async fn tell(app: &App, tx: &Tx, contract: &Contract, kind: NoticeKind, said: &Value) -> anyhow::Result<()> {
    for side in Side::BOTH {
        let mut facts = json!({
            "kg": contract.terms.total_kg,
            "amount": contract.terms.total,
            "sign_by": contract.terms.sign_by,
            "my_turn": contract.waits_for(side),
        });
        if let (Value::Object(facts), Value::Object(said)) = (&mut facts, said) {
            facts.extend(said.clone());
        }
        announce(app, tx, contract, side, kind, None, facts).await?;
    }
    Ok(())
}

/// What the contract calls one side.
pub fn name(contract: &Contract, side: Side) -> &str {
    match side {
        Side::Supplier => contract.terms.supplier.name.as_str(),
        Side::Buyer => contract.terms.buyer.name.as_str(),
    }
}
