//! Signing a contract: a code to one person for one text, then the signature, then the contract in force.
//!
//! The password is checked by the caller, outside any transaction.
use super::contracts::{name, tell};
use crate::app::App;
use crate::auth::totp;
use crate::notify::{self, Letter};
use crate::store::accounts::{Recipient, credentials, get_user, record_totp_step};
use crate::store::contracts::{self, Event as Entry, SentCode};
use crate::store::{StoreError, Tx, lines};
use domain::account::{Actor, Side, User};
use domain::contract::{Authority, Command, Contract, ContractConflict, ContractError, DocHash, SignatureFacts, State};
use domain::day::{Timestamp, TradeDay};
use domain::error::Refusal;
use domain::id::{ChallengeId, ContractId, UserId};
use domain::ledger::Ledger;
use domain::notice::NoticeKind;
use domain::policy::{self, scope};
use domain::signing::{Challenge, Code, CodeError, Proof, fresh_step};
use serde_json::json;

#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    #[error(transparent)]
    Contract(#[from] ContractError),
    #[error(transparent)]
    Code(#[from] CodeError),
    /// Neither an address that mail reaches nor an authenticator.
    #[error("no_signing_method")]
    NoMethod,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// Where the code to sign with comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// By mail, to this address.
    Mail { to: String, challenge: Challenge },
    /// From the signer's own authenticator.
    Totp,
}

/// What a signer puts a name to.
#[derive(Debug, Clone)]
pub struct Intent {
    pub code: Code,
    pub hash: DocHash,
    pub edition: u16,
    pub authority: Authority,
}

/// Mails a code to whoever may sign now. An instance that sends no mail and shows none leaves it to the authenticator.
pub async fn send_code(app: &App, actor: &Actor, id: ContractId) -> Result<Method, SigningError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, scope(actor, policy::Command::ReadContract), id).await?;
    let side = contract.signing_side(actor, now)?;
    let user = get_user(&tx, actor.user).await?;
    let Some(email) = user.details.email.as_ref().filter(|_| app.mailer.sends() || app.demo) else {
        return credentials(&tx, user.id).await?.totp.map(|_| Method::Totp).ok_or(SigningError::NoMethod);
    };
    if let Some(last) = contracts::last_code(&tx, id, user.id).await? {
        last.challenge.may_resend(now)?;
    }
    let code = app.env.code();
    let challenge: ChallengeId = app.env.id();
    let sent = SentCode {
        id: challenge,
        contract: id,
        edition: contract.edition,
        user: user.id,
        code_hash: app.keys.seal(&purpose(challenge), &code),
        challenge: Challenge::issue(now),
    };
    contracts::insert_code(&tx, &sent).await?;
    let entry = Entry::new(app.env.id(), "code_sent", &contract, now).by(side, user.id);
    contracts::add_event(&tx, id, entry).await?;
    mail_code(app, &tx, &contract, &user, &code).await?;
    tx.commit().await?;
    Ok(Method::Mail { to: email.to_string(), challenge: sent.challenge })
}

async fn mail_code(app: &App, tx: &Tx, contract: &Contract, user: &User, code: &str) -> anyhow::Result<()> {
    let to = Recipient::from(user);
    let arguments = json!({
        "code": code,
        "contract_number": contract.terms.number,
        "amount": contract.terms.total,
        "hash": contract.hash,
        "minutes": Challenge::MINUTES,
    });
    let letter = Letter { kind: "signing_code", arguments, path: format!("/hop-dong/{}", contract.id) };
    notify::letter(app, tx, &to, &letter).await
}

/// How often a signature is tried anew when the other side signed in the same moment.
const MOST_TRIES: usize = 5;

/// Signs. A wrong code is counted even though nothing is signed; a right one is used up only by the signature it proves.
pub async fn sign(app: &App, actor: &Actor, id: ContractId, intent: &Intent) -> Result<Contract, SigningError> {
    for _ in 1..MOST_TRIES {
        match sign_once(app, actor, id, intent).await {
            Err(SigningError::Store(StoreError::Stale)) => {}
            done => return done,
        }
    }
    sign_once(app, actor, id, intent).await
}

async fn sign_once(app: &App, actor: &Actor, id: ContractId, intent: &Intent) -> Result<Contract, SigningError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, scope(actor, policy::Command::ReadContract), id).await?;
    if has_signed(&contract, actor.user, intent) {
        return Ok(contract);
    }
    let side = contract.signing_side(actor, now)?;
    if (intent.edition, intent.hash) != (contract.edition, contract.hash) {
        return Err(Refusal::Conflict(ContractConflict::HashMismatch).into());
    }
    let user = get_user(&tx, actor.user).await?;
    let last = contracts::last_code(&tx, id, user.id).await?.filter(|sent| sent.edition == contract.edition);
    let attempt = attempt(app, &tx, last.as_ref(), user.id, &intent.code, now).await?;
    let proof = match attempt.outcome {
        Ok(proof) => proof,
        Err(error) => {
            // The same tap, sent twice, may have signed between the reading of the contract and of its code.
            let current = contracts::get(&tx, scope(actor, policy::Command::ReadContract), id).await?;
            if has_signed(&current, actor.user, intent) {
                return Ok(current);
            }
            if let (Some(before), Some(after)) = (&last, &attempt.challenge) {
                contracts::save_code(&tx, before, after).await?;
            }
            tx.commit().await?;
            return Err(error.into());
        }
    };
    let facts = SignatureFacts { hash: intent.hash, signer_name: user.details.name.clone(), authority: intent.authority.clone(), proof };
    let signed = contract.apply(actor, Command::Sign(facts), now)?;
    match (proof, &last, &attempt.challenge) {
        (Proof::EmailCode { .. }, Some(before), Some(after)) => contracts::save_code(&tx, before, after).await?,
        (Proof::Totp { step }, ..) => record_totp_step(&tx, user.id, step).await?,
        (Proof::EmailCode { .. }, ..) => return Err(CodeError::Expired.into()),
    }
    keep(app, &tx, &signed, side, user.id, now).await?;
    tx.commit().await?;
    Ok(signed)
}

/// The same tap twice: this person's signature on this text is already there.
fn has_signed(contract: &Contract, user: UserId, intent: &Intent) -> bool {
    contract.edition == intent.edition
        && contract.signatures.iter().any(|signature| signature.signer == user && signature.facts.hash == intent.hash)
}

/// What one typed code came to.
struct Attempt {
    outcome: Result<Proof, CodeError>,
    /// The mailed code after this try, when the try counts against it.
    challenge: Option<Challenge>,
}

impl Attempt {
    const fn refused(error: CodeError) -> Self {
        Self { outcome: Err(error), challenge: None }
    }
}

/// The mailed code counts first, then the authenticator.
async fn attempt(app: &App, tx: &Tx, last: Option<&SentCode>, user: UserId, code: &Code, now: Timestamp) -> Result<Attempt, SigningError> {
    let mailed = last.map(|sent| {
        let matches = app.keys.opens(&purpose(sent.id), code.as_str(), &sent.code_hash);
        let (challenge, outcome) = sent.challenge.attempt(now, matches);
        let changed = (challenge != sent.challenge).then_some(challenge);
        Attempt { outcome: outcome.map(|()| Proof::EmailCode { challenge: sent.id }), challenge: changed }
    });
    let totp = credentials(tx, user).await?.totp;
    Ok(match (mailed, totp) {
        (Some(mailed @ Attempt { outcome: Ok(_), .. }), _) | (Some(mailed), None) => mailed,
        (None, None) => Attempt::refused(CodeError::Expired),
        (mailed, Some((secret, last_step))) => match totp::check(&secret, code.as_str(), None, now) {
            Some(step) => Attempt { outcome: fresh_step(step, last_step).map(|()| Proof::Totp { step }), challenge: None },
            None => mailed.unwrap_or(Attempt::refused(CodeError::Wrong { tries_left: Challenge::TRIES })),
        },
    })
}

/// Keeps a signature and tells people; the last one puts the contract in force and opens its deliveries.
async fn keep(app: &App, tx: &Tx, signed: &Contract, side: Side, signer: UserId, now: Timestamp) -> Result<(), SigningError> {
    contracts::save(tx, signed, || app.env.id()).await?;
    let proof = signed.signature(side).map_or("", |signature| signature.facts.proof.code());
    contracts::add_event(tx, signed.id, Entry::new(app.env.id(), "signed", signed, now).by(side, signer).with(proof)).await?;
    if !matches!(signed.state, State::InForce { .. }) {
        return Ok(tell(app, tx, signed, NoticeKind::ContractSignedByOne, &json!({ "by": name(signed, side) })).await?);
    }
    contracts::add_event(tx, signed.id, Entry::new(app.env.id(), "in_force", signed, now)).await?;
    lines::open(tx, signed.id, &Ledger::open(signed, || app.env.id(), TradeDay::of(now))).await?;
    Ok(tell(app, tx, signed, NoticeKind::ContractInForce, &json!({ "hash": signed.hash })).await?)
}

/// A code opens the one challenge it was drawn for.
fn purpose(id: ChallengeId) -> String {
    format!("signing code {id}")
}
