//! What both sides of a contract are told about it.
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::Tx;
use domain::account::Side;
use domain::contract::Contract;
use domain::id::OrgId;
use domain::notice::NoticeKind;
use serde_json::{Value, json};

/// Tells both sides; each reads the other's name. `said` is what this kind says beside the contract itself.
pub async fn tell(app: &App, tx: &Tx, contract: &Contract, kind: NoticeKind, said: &Value) -> anyhow::Result<()> {
    for side in Side::BOTH {
        let mut arguments = json!({
            "contract": contract.id,
            "contract_number": contract.terms.number,
            "side": side,
            "other_party": party(contract, side.other()).1,
            "goods_vi": contract.terms.goods.variety_vi,
            "goods_en": contract.terms.goods.variety_en,
            "kg": contract.terms.total_kg,
            "amount": contract.terms.total,
            "sign_by": contract.terms.sign_by,
            "my_turn": contract.waits_for(side),
        });
        if let (Value::Object(arguments), Value::Object(said)) = (&mut arguments, said) {
            arguments.extend(said.clone());
        }
        let path = format!("/hop-dong/{}", contract.id);
        let event = Event { kind: kind.code(), subject: Some(contract.id.into()), arguments, path };
        notify::organisation(app, tx, party(contract, side).0, &event).await?;
    }
    Ok(())
}

/// One side's organisation, as the contract names it.
pub fn party(contract: &Contract, side: Side) -> (OrgId, &str) {
    match side {
        Side::Supplier => (contract.supplier, contract.terms.supplier.name.as_str()),
        Side::Buyer => (contract.buyer, contract.terms.buyer.name.as_str()),
    }
}
