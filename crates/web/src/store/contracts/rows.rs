//! A contract as rows and back.
use crate::store::entity::{contract, signature};
use domain::account::Side;
use domain::contract::{Authority, Contract, ContractTerms, Signature, SignatureFacts, State};
use domain::day::{Timestamp, TradeDay};
use domain::id::UserId;
use domain::reason::Reason;
use domain::signing::Proof;
use sea_orm::Set;
use uuid::Uuid;

/// What a state says beside its name.
#[derive(Default)]
struct Facts {
    at: Option<Timestamp>,
    side: Option<Side>,
    by: Option<UserId>,
    reason: Option<Reason>,
}

pub fn to_row(contract: &Contract) -> contract::ActiveModel {
    let Facts { at, side, by, reason } = match &contract.state {
        State::Signing => Facts::default(),
        State::HalfSigned { by, at } => Facts { at: Some(*at), side: Some(*by), ..Facts::default() },
        State::InForce { since: at } | State::Completed { at } | State::Expired { at } => Facts { at: Some(*at), ..Facts::default() },
        State::Terminated { by, user, at, reason } => {
            Facts { at: Some(*at), side: Some(*by), by: Some(*user), reason: Some(reason.clone()) }
        }
    };
    contract::ActiveModel {
        id: Set(contract.id.into()),
        number: Set(contract.terms.number.to_string()),
        proposal_id: Set(contract.proposal.into()),
        offer_id: Set(contract.offer.into()),
        demand_id: Set(contract.demand.into()),
        supplier_id: Set(contract.supplier.into()),
        buyer_id: Set(contract.buyer.into()),
        edition: Set(contract.edition.into()),
        sign_by: Set(contract.terms.sign_by),
        total_g: Set(contract.terms.total_kg.grams()),
        total: Set(contract.terms.total.dong()),
        status: Set(contract.state.code().to_owned()),
        status_at: Set(at),
        status_side: Set(side.map(|side| side.code().to_owned())),
        status_by: Set(by.map(Uuid::from)),
        status_reason: Set(reason.map(String::from)),
        version: Set(contract.version),
    }
}

pub fn signature_row(id: Uuid, contract: &Contract, signature: &Signature) -> signature::ActiveModel {
    let Signature { side, signer, at, facts } = signature.clone();
    let SignatureFacts { hash, signer_name, authority, proof } = facts;
    let code = authority.code().to_owned();
    let (number, dated, until) = match authority {
        Authority::RegisteredRepresentative => (None, None, None),
        Authority::Authorisation { number, dated, until } => (Some(number), Some(dated), until),
    };
    let (challenge, step) = match proof {
        Proof::EmailCode { challenge } => (Some(challenge), None),
        Proof::Totp { step } => (None, Some(step)),
    };
    signature::ActiveModel {
        id: Set(id),
        contract_id: Set(contract.id.into()),
        edition: Set(contract.edition.into()),
        hash: Set(hash.to_string()),
        side: Set(side.code().to_owned()),
        signer_id: Set(signer.into()),
        signer_name: Set(signer_name.into()),
        authority: Set(code),
        authority_number: Set(number.map(String::from)),
        authority_dated: Set(dated.map(TradeDay::date)),
        authority_until: Set(until.map(TradeDay::date)),
        method: Set(proof.code().to_owned()),
        challenge_id: Set(challenge.map(Uuid::from)),
        totp_step: Set(step),
        signed_at: Set(at),
    }
}

/// Nothing when the rows do not make a contract, or do not agree with each other.
pub fn read(row: &contract::Model, terms: serde_json::Value, hash: &str, signatures: Vec<signature::Model>) -> Option<Contract> {
    let terms: ContractTerms = serde_json::from_value(terms).ok()?;
    let same = (terms.number.as_str(), terms.sign_by, terms.total_kg.grams(), terms.total.dong())
        == (row.number.as_str(), row.sign_by, row.total_g, row.total);
    let state = read_state(row)?;
    let contract = Contract {
        id: row.id.into(),
        proposal: row.proposal_id.into(),
        offer: row.offer_id.into(),
        demand: row.demand_id.into(),
        supplier: row.supplier_id.into(),
        buyer: row.buyer_id.into(),
        edition: row.edition.try_into().ok()?,
        terms,
        hash: hash.parse().ok()?,
        state,
        signatures: signatures.into_iter().map(read_signature).collect::<Option<_>>()?,
        version: row.version,
    };
    same.then_some(contract)
}

fn read_state(row: &contract::Model) -> Option<State> {
    let side = || row.status_side.as_deref()?.parse::<Side>().ok();
    Some(match row.status.as_str() {
        "signing" => State::Signing,
        "half_signed" => State::HalfSigned { by: side()?, at: row.status_at? },
        "in_force" => State::InForce { since: row.status_at? },
        "completed" => State::Completed { at: row.status_at? },
        "terminated" => State::Terminated {
            by: side()?,
            user: row.status_by?.into(),
            at: row.status_at?,
            reason: row.status_reason.as_deref()?.parse().ok()?,
        },
        "expired" => State::Expired { at: row.status_at? },
        _ => return None,
    })
}

fn read_signature(row: signature::Model) -> Option<Signature> {
    let authority = match row.authority.as_str() {
        "registered_representative" => Authority::RegisteredRepresentative,
        "authorisation" => Authority::Authorisation {
            number: row.authority_number?.parse().ok()?,
            dated: TradeDay::new(row.authority_dated?),
            until: row.authority_until.map(TradeDay::new),
        },
        _ => return None,
    };
    let proof = match row.method.as_str() {
        "email_code" => Proof::EmailCode { challenge: row.challenge_id?.into() },
        "totp" => Proof::Totp { step: row.totp_step? },
        _ => return None,
    };
    Some(Signature {
        side: row.side.parse().ok()?,
        signer: row.signer_id.into(),
        at: row.signed_at,
        facts: SignatureFacts { hash: row.hash.parse().ok()?, signer_name: row.signer_name.parse().ok()?, authority, proof },
    })
}
