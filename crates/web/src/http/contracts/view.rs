//! A contract as its parties and the programme office read it.
use super::summary::{ContractStatus, since};
use crate::app::App;
use crate::http::error::ApiError;
use crate::http::extract::Auth;
use crate::http::guarded::AccountWarning;
use crate::store::Tx;
use crate::store::accounts::{account_changes, user_names};
use crate::store::contracts::{self, EditionView as StoredEdition, Event};
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{Actor, BankAccount, OrgKind, Side};
use domain::contract::{Authority, Conditions, Contract, Goods, PartySnapshot, Places, PromisedLine, Signature, State};
use domain::day::{Timestamp, TradeDay};
use domain::disclosure::{Field, Stage, shows};
use domain::dues::DueTerms;
use domain::email::Email;
use domain::id::{ContractId, DemandId, OfferId, OrgId, ProposalId, UserId};
use domain::money::{Vnd, VndPerKg};
use domain::phone::Phone;
use domain::policy::{Command, scope};
use domain::proposal::{Carrier, Freight};
use domain::quantity::Kg;
use domain::signing::Challenge;
use domain::tax_code::TaxCode;
use domain::text::Name;
use domain::vat::VatCase;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The whole contract.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractView {
    pub id: ContractId,
    pub number: String,
    pub proposal: ProposalId,
    pub offer: OfferId,
    pub demand: DemandId,
    pub status: ContractStatus,
    /// Since when; absent while nobody has signed.
    pub status_at: Option<DateTime<Utc>>,
    /// Who ended it, and why.
    pub ended_by: Option<Side>,
    pub reason: Option<String>,
    pub sign_by: DateTime<Utc>,
    /// The own side; absent for the programme office.
    pub my_side: Option<Side>,
    pub my_turn: bool,
    /// Whose signatures are missing.
    pub waits_for: Vec<Side>,
    /// The code that was mailed to the reader last, while it can still be typed.
    pub my_code: Option<CodeView>,
    pub edition: u16,
    /// The SHA-256 of the text, in hexadecimal digits.
    pub hash: String,
    pub signatures: Vec<SignatureView>,
    pub terms: TermsView,
    /// The other side's bank account changes or changed lately; the terms keep the one that was signed.
    pub account_warning: Option<AccountWarning>,
    /// Every text there was, first to last.
    pub editions: Vec<EditionView>,
    /// Oldest first.
    pub events: Vec<EventView>,
    pub version: i64,
}

/// What the text says, in fields.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermsView {
    /// Made of invented data: no contract in law.
    pub demo: bool,
    pub made_on: TradeDay,
    pub supplier: ContractParty,
    pub buyer: ContractParty,
    pub goods: Goods,
    pub places: Places,
    pub lines: Vec<PromisedLine>,
    pub total_kg: Kg,
    pub farm_gate: VndPerKg,
    pub freight: Freight,
    pub carrier: Carrier,
    /// What the buyer pays the supplier, before VAT.
    pub price: VndPerKg,
    pub total: Vnd,
    pub vat: VatView,
    pub payment_days: u16,
    /// What is paid ahead and what is kept back.
    pub dues: DueTerms,
    /// In đồng, of the value that was signed; nothing without a deposit.
    pub deposit: Option<Vnd>,
    pub conditions: Conditions,
    pub legal_basis: Vec<String>,
}

/// A party as the contract names it; `domain::disclosure` says what the reader sees of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractParty {
    pub org: OrgId,
    pub kind: OrgKind,
    pub name: Name,
    pub tax_code: Option<TaxCode>,
    /// House, hamlet, street.
    pub address_line: Option<Name>,
    /// Commune and province in full.
    pub place: Name,
    pub representative: Option<Name>,
    pub position: Option<Name>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub bank_account: Option<BankAccount>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VatView {
    pub case: VatCase,
    pub rate_pct: Option<u8>,
    /// On the whole amount; absent when an accountant has to say.
    pub tax: Option<Vnd>,
}

/// A signature in plain facts.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignatureView {
    pub side: Side,
    pub name: String,
    /// Of the registered representative.
    pub position: Option<String>,
    pub authority: Authority,
    /// Beside the password: `email_code` or `totp`.
    pub method: &'static str,
    pub at: DateTime<Utc>,
    pub hash: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CodeView {
    /// When another one may be asked for.
    pub again_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub tries_left: u8,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContractEdition)]
pub struct EditionView {
    pub edition: u16,
    pub hash: String,
    pub made_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContractEvent)]
pub struct EventView {
    /// `made`, `code_sent`, `signed`, `in_force`, `declined`, `terminated` or `expired`.
    pub kind: String,
    pub at: DateTime<Utc>,
    pub edition: u16,
    pub hash: String,
    /// Absent when time did it.
    pub side: Option<Side>,
    pub name: Option<String>,
    /// The reason, or how it was signed.
    pub detail: Option<String>,
}

impl ContractView {
    pub async fn load(app: &App, auth: &Auth, id: ContractId) -> Result<Self, ApiError> {
        let now = app.env.now();
        let tx = Tx::read(&app.db).await?;
        let contract = contracts::get(&tx, scope(auth, Command::ReadContract), id).await?;
        let editions = contracts::editions(&tx, id).await?;
        let events = contracts::list_events(&tx, id).await?;
        let names = user_names(&tx, events.iter().filter_map(|event| event.user)).await?;
        let code = contracts::last_code(&tx, id, auth.user).await?.filter(|sent| sent.edition == contract.edition);
        let my_code = code.and_then(|sent| CodeView::of(&sent.challenge, now));
        let contract = contract.lapse(now).unwrap_or(contract);
        let my_side = auth.membership.map(|member| member.side);
        // Only who pays is warned.
        let payee = (my_side == Some(Side::Buyer)).then_some(&contract.terms.supplier);
        let changes = account_changes(&tx, payee.map(|payee| payee.org)).await?.into_values().next();
        let account_warning = payee.zip(changes).and_then(|(payee, changes)| AccountWarning::first(&changes, payee, now));
        let waits_for: Vec<Side> = Side::BOTH.into_iter().filter(|side| contract.waits_for(*side)).collect();
        let (ended_by, reason) = match &contract.state {
            State::Terminated { by, reason, .. } => (Some(*by), Some(reason.to_string())),
            _ => (None, None),
        };
        Ok(Self {
            id,
            number: contract.terms.number.to_string(),
            proposal: contract.proposal,
            offer: contract.offer,
            demand: contract.demand,
            status: (&contract.state).into(),
            status_at: since(&contract.state),
            ended_by,
            reason,
            sign_by: contract.terms.sign_by,
            my_side,
            my_turn: my_side.is_some_and(|side| waits_for.contains(&side)),
            waits_for,
            my_code,
            account_warning,
            edition: contract.edition,
            hash: contract.hash.to_string(),
            signatures: contract.signatures.iter().map(|signature| SignatureView::of(&contract, signature)).collect(),
            editions: editions.into_iter().map(EditionView::from).collect(),
            events: events.into_iter().map(|event| EventView::of(event, &names)).collect(),
            version: contract.version,
            terms: TermsView::new(contract, auth),
        })
    }
}

impl ContractParty {
    /// As somebody at a stage sees the other side; of the own side everything is known.
    fn seen(party: PartySnapshot, reader: &Actor, stage: Stage) -> Self {
        let own = reader.org() == Some(party.org);
        let sees = |field| own || shows(stage, field);
        let PartySnapshot { org, kind, name, tax_code, address_line, place, representative, position, phone, email, bank_account } = party;
        Self {
            org,
            kind,
            name,
            place,
            tax_code: tax_code.filter(|_| sees(Field::TaxCode)),
            address_line: address_line.filter(|_| sees(Field::Address)),
            representative: sees(Field::Representative).then_some(representative),
            position: sees(Field::Representative).then_some(position),
            phone: sees(Field::Phone).then_some(phone),
            email: email.filter(|_| sees(Field::Email)),
            bank_account: bank_account.filter(|_| sees(Field::BankAccount)),
        }
    }
}

impl TermsView {
    fn new(contract: Contract, reader: &Actor) -> Self {
        let stage = Stage::of_contract(reader, &contract.state);
        let frozen = domain::contract::Frozen::from(contract.terms);
        Self {
            demo: frozen.demo,
            made_on: frozen.made_on,
            supplier: ContractParty::seen(frozen.supplier, reader, stage),
            buyer: ContractParty::seen(frozen.buyer, reader, stage),
            goods: frozen.goods,
            places: frozen.places,
            lines: frozen.lines,
            total_kg: frozen.total_kg,
            farm_gate: frozen.farm_gate,
            freight: frozen.freight,
            carrier: frozen.carrier,
            price: frozen.price,
            total: frozen.total,
            vat: VatView { case: frozen.vat, rate_pct: frozen.vat.rate_pct(), tax: frozen.vat.tax(frozen.total) },
            payment_days: frozen.payment_days,
            deposit: Some(frozen.dues.deposit_of(frozen.total)).filter(|amount| *amount > Vnd::ZERO),
            dues: frozen.dues,
            conditions: frozen.conditions,
            legal_basis: frozen.legal_basis,
        }
    }
}

impl SignatureView {
    fn of(contract: &Contract, signature: &Signature) -> Self {
        let Signature { side, at, facts, .. } = signature;
        let party = match side {
            Side::Supplier => &contract.terms.supplier,
            Side::Buyer => &contract.terms.buyer,
        };
        let position = match facts.authority {
            Authority::RegisteredRepresentative => Some(party.position.to_string()),
            Authority::Authorisation { .. } => None,
        };
        Self {
            side: *side,
            name: facts.signer_name.to_string(),
            position,
            authority: facts.authority.clone(),
            method: facts.proof.code(),
            at: *at,
            hash: facts.hash.to_string(),
        }
    }
}

impl CodeView {
    fn of(challenge: &Challenge, now: Timestamp) -> Option<Self> {
        let open = challenge.used_at.is_none() && now < challenge.expires_at();
        open.then(|| Self {
            again_at: challenge.issued_at + TimeDelta::seconds(Challenge::RESEND_SECONDS),
            expires_at: challenge.expires_at(),
            tries_left: challenge.tries_left(),
        })
    }
}

impl From<StoredEdition> for EditionView {
    fn from(StoredEdition { edition, hash, made_at }: StoredEdition) -> Self {
        Self { edition, hash: hash.to_string(), made_at }
    }
}

impl EventView {
    fn of(event: Event, names: &BTreeMap<UserId, String>) -> Self {
        let Event { kind, edition, hash, side, user, detail, at, .. } = event;
        Self { kind, at, edition, hash: hash.to_string(), side, name: user.and_then(|user| names.get(&user).cloned()), detail }
    }
}

/// An address that its owner recognises and nobody else learns: `h***@htx.example`.
pub fn masked(email: &str) -> String {
    match email.split_once('@') {
        Some((name, domain)) => format!("{}***@{domain}", name.chars().next().unwrap_or('*')),
        None => "***".to_owned(),
    }
}
