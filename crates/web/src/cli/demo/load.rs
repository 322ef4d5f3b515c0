//! Everything the files hold, checked by the rules of the market and kept in one transaction.
use super::people::{PASSWORD, Party, Shown, Staff, parties};
use super::rows::{Files, invalid, refused};
use super::season::Season;
use super::stage::{Cast, Player};
use super::{DEMO, board, papers, posts};
use crate::app::App;
use crate::auth::password::Passwords;
use crate::env::Env;
use crate::http::instance::DEMO_ACCOUNTS;
use crate::mail::Mailer;
use crate::store::{Tx, accounts, certificates, demands, documents, instance, offers, prices, rules};
use anyhow::{Context, ensure};
use chrono::{NaiveTime, TimeDelta};
use domain::account::{Actor, Checklist, DocumentEvent, Organisation, Password, User};
use domain::reason::Reason;
use domain::rules::{Acceptance, Consent, ConsentWay, Editions};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What was loaded.
#[derive(Debug)]
pub struct Loaded {
    /// Who speaks for each organisation, for the weeks that are played after.
    pub cast: Cast,
    certificates: usize,
    offers: usize,
    demands: usize,
    quotes: usize,
}

impl std::fmt::Display for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { cast, certificates, offers, demands, quotes } = self;
        write!(f, "{} organisations, {certificates} certificates, {offers} offers, {demands} demands, {quotes} prices", cast.len())
    }
}

/// Loads the market into an empty instance, as it stood on the morning it opened.
pub async fn load(app: &App) -> anyhow::Result<Loaded> {
    let tx = Tx::read(&app.db).await?;
    ensure!(instance::is_empty(&tx).await?, "this instance is in use; the demo market needs an empty data folder (MUAVU_DATA_DIR)");
    drop(tx);
    let season = Season::around(app.env.today());
    fill(&rehearsal(app, season), season).await.context("the demo market was not loaded")
}

/// The same instance under a clock of its own, with passwords that cost nothing, because they are shown to everybody.
pub fn rehearsal(app: &App, season: Season) -> App {
    let env = Env::fixed(season.opening.at(NaiveTime::MIN));
    App { env, passwords: Passwords::light(), mailer: Mailer::Keep, demo: true, ..app.clone() }
}

async fn fill(app: &App, season: Season) -> anyhow::Result<Loaded> {
    let days_before = |days: u32| season.opening.minus(days).at(NaiveTime::MIN) + TimeDelta::hours(8);
    app.env.set(days_before(60));
    let staff = Staff::new(app)?;
    let officer = staff.officer_actor()?;
    let mut parties = parties(app, Files::BUILT_IN.organisations, &officer)?;
    app.env.set(days_before(14));
    let (papers, offered, wanted) = {
        let by_code: BTreeMap<&str, &Party> = parties.iter().map(|party| (party.code.as_str(), party)).collect();
        let papers = papers::certificates(app, Files::BUILT_IN.certificates, &season, &by_code, &officer)?;
        app.env.set(days_before(3));
        let offered = posts::offers(app, Files::BUILT_IN.offers, &season, &by_code)?;
        let wanted = posts::demands(app, Files::BUILT_IN.demands, Files::BUILT_IN.demand_weeks, &season, &by_code)?;
        (papers, offered, wanted)
    };
    let mut activity: BTreeMap<_, usize> = BTreeMap::new();
    for org in offered.iter().map(|offer| offer.org).chain(wanted.iter().map(|demand| demand.org)) {
        *activity.entry(org).or_default() += 1;
    }
    let shown = Shown::choose(app, &mut parties, &staff, &activity)?;
    let quotes = board::quotes(Files::BUILT_IN.price_board, &season)?;

    let password = Password::choose(PASSWORD, &staff.officer.sign_in)?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let mut users: Vec<User> = vec![staff.officer, staff.operator];
    users.extend(parties.iter().map(|party| party.director.clone()));
    users.extend([shown.clerk, shown.driver]);
    let play = |party: &Party| {
        let sign_in = party.director.sign_in.to_string();
        let shown = shown.accounts.iter().any(|account| account.sign_in == sign_in);
        (party.organisation.id.to_string(), Player { sign_in, stable: party.stable, shown })
    };
    let cast: Cast = parties.iter().map(play).collect();
    let organisations: Vec<Organisation> = parties.into_iter().map(|party| party.organisation).collect();

    let tx = Tx::write(&app.db).await?;
    accounts::insert_organisations(&tx, &organisations).await?;
    accounts::insert_users(&tx, &users, &hash).await?;
    documents::note(&tx, &waived(&organisations, &officer)?).await?;
    rules::insert_consents(&tx, agreed(app, &rules::editions(&tx).await?, &users)?).await?;
    certificates::insert_many(&tx, &papers).await?;
    offers::insert_many(&tx, &offered).await?;
    demands::insert_many(&tx, &wanted).await?;
    prices::insert(&tx, &quotes).await?;
    instance::keep(&tx, DEMO_ACCOUNTS, &serde_json::to_string(&shown.accounts)?).await?;
    instance::keep(&tx, DEMO, "1").await?;
    tx.commit().await?;
    Ok(Loaded { cast, certificates: papers.len(), offers: offered.len(), demands: wanted.len(), quotes: quotes.len() })
}

/// Invented organisations have no papers; the office did without them.
fn waived(organisations: &[Organisation], officer: &Actor) -> anyhow::Result<Vec<DocumentEvent>> {
    let reason: Reason = "Dữ liệu mẫu, không có giấy tờ thật".parse()?;
    let mut all = Vec::new();
    for org in organisations {
        let list = Checklist { org: org.id, kind: org.profile.kind, events: Vec::new() };
        all.extend(list.waive(officer, &reason, org.registered_at).map_err(|refusal| refused(&refusal))?);
    }
    Ok(all)
}

/// Everybody accepted the first edition of the rules on the way in.
fn agreed(app: &App, editions: &Editions, users: &[User]) -> anyhow::Result<Vec<(Uuid, Consent)>> {
    let ticked = Acceptance { version: 1, operating_rules: true, personal_data: true };
    let mut all = Vec::new();
    for user in users {
        let consents = editions.accept(ticked, user.id, ConsentWay::Registration, user.created_at).map_err(|faults| invalid(&faults))?;
        all.extend(consents.map(|consent| (app.env.id(), consent)));
    }
    Ok(all)
}
