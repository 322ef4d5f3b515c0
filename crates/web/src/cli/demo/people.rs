//! Organisations with their directors, and the accounts that a visitor may try.
use super::play::{OFFICER, OPERATOR};
use super::rows::{each, invalid, optional, read, refused};
use crate::app::App;
use crate::http::instance::DemoAccount;
use crate::reference::places::PLACES;
use anyhow::Context;
use chrono::TimeDelta;
use domain::account::{Actor, Language, OrgKind, OrgProfile, Organisation, Role, Side, User, UserDetails, VatMethod};
use domain::email::Email;
use domain::id::OrgId;
use domain::place::{GeoPoint, OldDistrictCode};
use domain::reason::Reason;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Everybody's password in a demo instance, shown to everybody.
pub const PASSWORD: &str = "dung-thu-mua-vu";

#[derive(Debug, Deserialize)]
struct Row {
    org_id: String,
    kind: String,
    name: String,
    mst: String,
    address_line: String,
    commune_code: String,
    old_district: String,
    lat: String,
    lon: String,
    representative: String,
    position: String,
    phone: String,
    email: String,
    vat_method: String,
    stable_contract: u8,
}

/// An organisation with the person who speaks for it.
#[derive(Debug)]
pub struct Party {
    pub code: String,
    pub organisation: Organisation,
    pub director: User,
    pub actor: Actor,
    /// Sells on contract season after season.
    pub stable: bool,
    supermarket: bool,
}

/// The programme office and the machine room.
#[derive(Debug)]
pub struct Staff {
    pub officer: User,
    pub operator: User,
}

impl Staff {
    pub fn new(app: &App) -> anyhow::Result<Self> {
        let make = |role, sign_in: &str, name: &str| {
            let details = UserDetails { name: read("name", name)?, phone: None, email: None, language: Language::Vi };
            User::staff(role, read("sign_in", sign_in)?, details, app.env.id(), app.env.now()).context("not a role of the office")
        };
        Ok(Self {
            officer: make(Role::Officer, OFFICER, "Cán bộ chương trình (mẫu)")?,
            operator: make(Role::Operator, OPERATOR, "Người vận hành (mẫu)")?,
        })
    }

    pub fn officer_actor(&self) -> anyhow::Result<Actor> {
        self.officer.actor(None).context("the officer's account is closed")
    }
}

/// Every organisation of the file, registered one after the other and verified the same day.
pub fn parties(app: &App, text: &str, officer: &Actor) -> anyhow::Result<Vec<Party>> {
    let approval: Reason = read("reason", "Đủ giấy tờ, đã gọi điện xác minh")?;
    each("organizations.csv", text, |row: Row| {
        app.env.advance(TimeDelta::minutes(7));
        let registered = app.env.now();
        let organisation = Organisation::register(profile(&row)?, app.env.id(), registered).map_err(|faults| invalid(&faults))?;
        let verified = registered + TimeDelta::hours(5);
        let organisation = organisation.verify(officer, approval.clone(), verified).map_err(|refusal| refused(&refusal))?;
        let email: Email = read("email", &row.email)?;
        let details =
            UserDetails { name: read("representative", &row.representative)?, phone: None, email: Some(email), language: Language::Vi };
        let director = User::first_director(organisation.id, read("email", &row.email)?, details, app.env.id(), registered);
        let director = director.confirm_email(registered);
        let actor = director.actor(Some(&organisation)).context("the director is of another organisation")?;
        let supermarket = row.kind == "supermarket";
        Ok(Party { code: row.org_id, organisation, director, actor, stable: row.stable_contract == 1, supermarket })
    })
}

fn profile(row: &Row) -> anyhow::Result<OrgProfile> {
    let kind = match row.kind.as_str() {
        "supermarket" | "wholesaler" | "processor" | "canteen" | "shop_chain" => OrgKind::Enterprise,
        supplier => read("kind", supplier)?,
    };
    Ok(OrgProfile {
        kind,
        name: read("name", &row.name)?,
        tax_code: optional("mst", &row.mst)?,
        address_line: optional("address_line", &row.address_line)?,
        commune: read("commune_code", &row.commune_code)?,
        old_district: old_district(row)?,
        point: Some(GeoPoint::from_degrees(&row.lat, &row.lon).context("lat, lon")?),
        representative: read("representative", &row.representative)?,
        position: read("position", &row.position)?,
        phone: read("phone", &row.phone)?,
        email: optional("email", &row.email)?,
        vat_method: read::<VatMethod>("vat_method", &row.vat_method)?,
        bank_account: None,
    })
}

/// People still name this district, which joined the town in 2020.
const KY_SON: &str = "Huyện Kỳ Sơn";
const HOA_BINH: &str = "Thành phố Hòa Bình";

/// The file names the district, an organisation keeps its code.
fn old_district(row: &Row) -> anyhow::Result<Option<OldDistrictCode>> {
    let commune = PLACES.commune(&row.commune_code).with_context(|| format!("commune_code `{}` is not a commune", row.commune_code))?;
    let name = if row.old_district == KY_SON { HOA_BINH } else { &row.old_district };
    let legacy = commune.legacy.iter().find(|legacy| legacy.district == name);
    let legacy = legacy.with_context(|| format!("old_district `{}` had no part of {}", row.old_district, commune.name))?;
    read("old_district", &legacy.district_code).map(Some)
}

/// The people a visitor may sign in as: a busy cooperative, a busy supermarket, the office and the machine room.
#[derive(Debug)]
pub struct Shown {
    pub clerk: User,
    pub driver: User,
    pub accounts: Vec<DemoAccount>,
}

impl Shown {
    /// `activity` counts the offers and demands of each organisation.
    pub fn choose(app: &App, parties: &mut [Party], staff: &Staff, activity: &BTreeMap<OrgId, usize>) -> anyhow::Result<Self> {
        let busiest = |parties: &[Party], fits: fn(&Party) -> bool| {
            let count = |party: &Party| activity.get(&party.organisation.id).copied().unwrap_or_default();
            let fitting = parties.iter().enumerate().filter(|(_, party)| fits(party));
            // Of equally busy ones the first in the file.
            fitting.max_by_key(|(at, party)| (count(party), std::cmp::Reverse(*at))).map(|(at, _)| at)
        };
        let cooperative = |party: &Party| party.organisation.profile.kind == OrgKind::Cooperative && party.stable;
        let seller = busiest(parties, cooperative).context("no cooperative sells on contract")?;
        let supermarket = |party: &Party| party.organisation.profile.kind.side() == Side::Buyer && party.supermarket;
        let buyer = busiest(parties, supermarket).context("no supermarket buys")?;
        for (at, name) in [(seller, "giam-doc-htx"), (buyer, "giam-doc-sieu-thi")] {
            if let Some(party) = parties.get_mut(at) {
                party.director.sign_in = read("sign_in", name)?;
            }
        }
        let (seller, buyer) = (parties.get(seller).context("the seller")?, parties.get(buyer).context("the buyer")?);
        let details = UserDetails { name: read("name", "Nhân viên ghi sổ (mẫu)")?, phone: None, email: None, language: Language::Vi };
        let clerk =
            User::add_member(&seller.actor, Role::Clerk, true, read("sign_in", "nhan-vien-htx")?, details, app.env.id(), app.env.now())
                .map_err(|refusal| refused(&refusal))?;
        let details = UserDetails { name: read("name", "Lái xe (mẫu)")?, phone: None, email: None, language: Language::Vi };
        let driver =
            User::add_member(&seller.actor, Role::Driver, true, read("sign_in", "tai-xe-htx")?, details, app.env.id(), app.env.now())
                .map_err(|refusal| refused(&refusal))?;
        let account = |user: &User, party: Option<&Party>| DemoAccount {
            sign_in: user.sign_in.to_string(),
            password: PASSWORD.to_owned(),
            role: user.role,
            organisation: party.map(|party| party.organisation.profile.name.to_string()),
        };
        let accounts = vec![
            account(&seller.director, Some(seller)),
            account(&clerk, Some(seller)),
            account(&driver, Some(seller)),
            account(&buyer.director, Some(buyer)),
            account(&staff.officer, None),
            account(&staff.operator, None),
        ];
        Ok(Self { clerk, driver, accounts })
    }
}
