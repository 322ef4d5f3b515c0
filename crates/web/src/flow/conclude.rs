//! From an agreed proposal to a contract that waits for two signatures.
use super::contracts::tell;
use crate::app::App;
use crate::reference::catalogue;
use crate::reference::grade_sheets::{GradeSheet, sheet_of};
use crate::reference::places::PLACES;
use crate::store::accounts::get_organisation;
use crate::store::contracts::{self, Event, Text};
use crate::store::{StoreError, Tx, certificates, demands, offers, reservations};
use anyhow::anyhow;
use chrono::{Datelike, TimeDelta};
use domain::account::{OrgKind, Organisation};
use domain::certificate::Certificate;
use domain::contract::{
    Agreement, CertificatePromise, Conditions, Contract, ContractNumber, ContractTerms, Goods, PartySnapshot, Places, QualityPromise,
    SizePromise,
};
use domain::contract_text;
use domain::day::{TradeDay, Week};
use domain::demand::{DemandTerms, Preference};
use domain::id::ContractId;
use domain::notice::NoticeKind;
use domain::offer::OfferTerms;
use domain::place::CommuneCode;
use domain::policy::Scope;
use domain::product::{CertKind, CertKinds, Quality, SizeMeasure, Slug};
use domain::proposal::{Proposal, Status};
use domain::text::Name;
use domain::vat::{BuyerType, Origin, Processing, Sale};
use serde_json::json;

#[derive(Debug, thiserror::Error)]
pub enum ConcludeError {
    /// The buyer asked for a certificate, or pays more for one, that the supplier no longer has for every week.
    #[error("certificate_missing")]
    CertificateMissing,
    /// A paper that the price pays for no longer stands: the price has to come without it first.
    #[error("premium_paper_gone")]
    PremiumPaperGone,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// Freezes what both sides accepted as a contract, passes what the proposal held on to it, and tells both sides to sign. Part
/// of the transaction that made the proposal agreed.
pub async fn conclude(app: &App, tx: &Tx, proposal: &Proposal, premiums: Vec<Preference>) -> Result<ContractId, ConcludeError> {
    let Status::Agreed { at } = proposal.status else { return Err(anyhow!("proposal {} is not agreed", proposal.id).into()) };
    let supplier = get_organisation(tx, Scope::All, proposal.supplier).await?;
    let buyer = get_organisation(tx, Scope::All, proposal.buyer).await?;
    let offer = offers::get(tx, Scope::All, proposal.offer).await?.offer.terms;
    let demand = demands::get(tx, Scope::All, proposal.demand).await?.demand;
    let place_line = demands::place_line(tx, &demand).await?;
    let demand = demand.terms;
    let held = certificates::verified(tx, [proposal.supplier]).await?.remove(&proposal.supplier).unwrap_or_default();
    let weeks: Vec<Week> = proposal.current.terms.lines().iter().map(|line| line.week).collect();
    // What is paid more for is promised like what was asked for.
    let paid = premiums.iter().filter_map(|row| row.attribute.certificate());
    let asked = demand.certificates.iter().chain(paid).collect();
    let promised = promises(&held, &offer.variety, asked, &weeks).ok_or(ConcludeError::CertificateMissing)?;
    let made_on = TradeDay::of(at);
    let serial = contracts::next_serial(tx, made_on).await?;
    let agreement = Agreement {
        number: ContractNumber::new(serial, made_on.date().year(), supplier.profile.kind),
        demo: app.demo,
        made_at: at,
        sign_by: at + TimeDelta::hours(Contract::SIGN_HOURS),
        goods: goods(&offer, promised, premiums)?,
        places: places(&offer, &supplier, (&demand, place_line), &buyer)?,
        vat: sale(&supplier, &buyer, made_on).vat_case(),
        supplier: PartySnapshot::of(&supplier, in_words(supplier.profile.commune)?),
        buyer: PartySnapshot::of(&buyer, in_words(buyer.profile.commune)?),
        conditions: Conditions::standard(),
    };
    let terms = ContractTerms::freeze(agreement, &proposal.current.terms, &proposal.limits)
        .map_err(|faults| anyhow!("proposal {} makes no contract: {faults:?}", proposal.id))?;
    let text = Text::new(contract_text::render(&terms));
    let contract = Contract::draw_up(app.env.id(), proposal, terms, text.hash);
    contracts::insert(tx, &contract, text.body, at).await?;
    reservations::move_owner(tx, proposal.id, contract.id).await?;
    contracts::add_event(tx, contract.id, Event::new(app.env.id(), "made", &contract, at)).await?;
    tell(app, tx, &contract, NoticeKind::ContractToSign, &json!({})).await?;
    Ok(contract.id)
}

fn goods(offer: &OfferTerms, certificates: Vec<CertificatePromise>, premiums: Vec<Preference>) -> anyhow::Result<Goods> {
    let slug = offer.variety.as_str();
    let catalogue = catalogue::now();
    let variety = catalogue.variety(slug).ok_or_else(|| anyhow!("no variety {slug} in the catalogue"))?;
    let (variety_vi, variety_en) = (variety.name_vi.parse()?, variety.name_en.parse()?);
    let quality = quality(&offer.quality, slug, &variety.product_slug)?;
    Ok(Goods { variety_vi, variety_en, grade: offer.grade, certificates, premiums, quality })
}

/// What the offer states, with what its labels stand for today; nothing when it states nothing.
fn quality(stated: &Quality, variety: &str, product: &str) -> anyhow::Result<Option<QualityPromise>> {
    let sheet = sheet_of(variety, product);
    let size = |code: &domain::product::SizeCode| {
        let size = sheet.and_then(|sheet| sheet.size(code.as_str()))?;
        Some(SizePromise { code: code.clone(), from: size.from, to: size.to })
    };
    let sizes: Vec<_> = stated.sizes.iter().filter_map(size).collect();
    let named = sheet.filter(|_| !sizes.is_empty());
    let standard = named.and_then(GradeSheet::size_standard).map(str::parse).transpose()?;
    let measure = named.map_or(SizeMeasure::Diameter, |sheet| sheet.measure);
    let promise = QualityPromise { standard, measure, sizes, brix_tenths: stated.brix_tenths, juice_percent: stated.juice_percent };
    // Labels that no sheet has any more promise nothing that could be measured.
    let said = !promise.sizes.is_empty() || promise.brix_tenths.is_some() || promise.juice_percent.is_some();
    Ok(said.then_some(promise))
}

/// For every kind asked for, the certificates that prove it in each week; nothing when one is missing in some week.
fn promises(held: &[Certificate], variety: &Slug, asked: CertKinds, weeks: &[Week]) -> Option<Vec<CertificatePromise>> {
    let mut promised: Vec<&Certificate> = Vec::new();
    for kind in asked.iter() {
        promised.extend(proven(held, variety, kind, weeks)?);
    }
    Some(
        promised
            .into_iter()
            .map(|certificate| CertificatePromise {
                kind: certificate.terms.kind,
                number: certificate.terms.number.clone(),
                issuer: certificate.terms.issuer.clone(),
                valid_to: certificate.terms.valid_to,
            })
            .collect(),
    )
}

/// The certificates that prove a kind in each week, as few as possible; nothing when one is missing in some week.
pub fn proven<'a>(held: &'a [Certificate], variety: &Slug, kind: CertKind, weeks: &[Week]) -> Option<Vec<&'a Certificate>> {
    let valid_in = |certificate: &Certificate, week: Week| (0..7).any(|day| certificate.covers(variety, week.monday().plus(day)));
    let mut promised: Vec<&Certificate> = Vec::new();
    for week in weeks {
        let valid = |certificate: &&Certificate| certificate.terms.kind == kind && valid_in(certificate, *week);
        if !promised.iter().any(valid) {
            promised.push(held.iter().filter(valid).max_by_key(|certificate| certificate.terms.valid_to)?);
        }
    }
    Some(promised)
}

fn places(
    offer: &OfferTerms,
    supplier: &Organisation,
    (demand, line): (&DemandTerms, Option<Name>),
    buyer: &Organisation,
) -> anyhow::Result<Places> {
    let dock = match line {
        Some(line) => at_line(&line, demand.delivery_commune)?,
        None => place(demand.delivery_commune, buyer)?,
    };
    Ok(Places { pickup: place(offer.pickup_commune, supplier)?, dock, hours: demand.delivery_hours })
}

/// A store or gate in its commune. What is too long for the line is cut, since the commune has to stand there.
fn at_line(line: &Name, commune: CommuneCode) -> anyhow::Result<Name> {
    let words = in_words(commune)?;
    let room = Name::MOST_CHARS.saturating_sub(words.as_str().chars().count() + 2);
    let cut: String = line.as_str().chars().take(room).collect();
    Ok(format!("{}, {words}", cut.trim_end()).parse()?)
}

/// The organisation's own address when the goods are met in its own commune, else the commune.
fn place(commune: CommuneCode, org: &Organisation) -> anyhow::Result<Name> {
    let words = in_words(commune)?;
    let own = org.profile.address_line.as_ref().filter(|_| org.profile.commune == commune);
    // A long address may leave no room on the line for the commune, which says enough.
    Ok(own.and_then(|line| format!("{line}, {words}").parse().ok()).unwrap_or(words))
}

fn in_words(commune: CommuneCode) -> anyhow::Result<Name> {
    let words = PLACES.in_words(&commune.to_string()).ok_or_else(|| anyhow!("no commune {commune}"))?;
    Ok(words.parse()?)
}

/// Producers sell what they grew, as it was harvested.
const fn sale(supplier: &Organisation, buyer: &Organisation, day: TradeDay) -> Sale {
    let origin = match supplier.profile.kind {
        OrgKind::Cooperative | OrgKind::ProductionGroup | OrgKind::Farm => Origin::OwnProduce,
        OrgKind::Enterprise => Origin::BoughtIn,
    };
    let buyer = match buyer.profile.kind {
        OrgKind::Enterprise => BuyerType::Enterprise,
        OrgKind::Cooperative => BuyerType::Cooperative,
        OrgKind::ProductionGroup | OrgKind::Farm => BuyerType::Household,
    };
    Sale { day, origin, method: supplier.profile.vat_method, buyer, processing: Processing::Raw }
}
