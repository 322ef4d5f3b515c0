use super::shared::{commune, point, text, write_point};
use super::{Record, Written};
use crate::cell::Reading;
use crate::cell::phone::phone;
use crate::cell::tax_code::tax_code;
use crate::column::{Column, Kind, ORGANISATIONS};
use crate::context::Lookups;
use crate::fields::{Fields, parsed};
use crate::same::name_key;
use crate::words::{self, ORG_KINDS, VAT_METHODS};
use domain::account::{BankAccount, Language, OrgKind, OrgProfile};
use domain::place::{CommuneCode, OldDistrictCode};
use domain::text::{Name, fold};

/// An organisation as it would register itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    pub profile: OrgProfile,
}

impl Record for OrganisationRow {
    const KIND: Kind = Kind::Organisations;
    const COLUMNS: &'static [Column] = ORGANISATIONS;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let name = fields.required("name", parsed);
        let kind = kind(fields);
        let tax_code = fields.read("tax_code", |cell, _| tax_code(cell));
        // One tax code is one organisation; one name may be two, which a person can tell.
        if let Some(code) = tax_code.as_ref().map(ToString::to_string).or_else(|| fields.suggested("tax_code")) {
            fields.key("same_tax_code", "tax_code", code);
        }
        if let Some(name) = &name {
            fields.key("similar_name", "name", name_key(Name::as_str(name)));
        }
        let address_line = fields.read("address_line", parsed);
        let commune = commune(fields);
        let old_district = commune.and_then(|commune| old_district(fields, commune));
        let point = point(fields);
        let representative = fields.required("representative", parsed);
        let position = fields.required("position", parsed);
        let phone = fields.required("phone", |cell, _| phone(cell));
        let email = fields.read("email", parsed);
        let vat_method = fields.required("vat_method", |cell, _| words::read(VAT_METHODS, cell));
        let bank_account = bank_account(fields);
        let profile = OrgProfile {
            kind: kind?,
            name: name?,
            tax_code,
            address_line,
            commune: commune?,
            old_district,
            point,
            representative: representative?,
            position: position?,
            phone: phone?,
            email,
            vat_method: vat_method?,
            bank_account,
        };
        if fields.problems.is_empty() {
            fields.check(profile.check(), |_| "tax_code");
        }
        Some(Self { profile })
    }

    fn write(&self, lookups: &Lookups, language: Language) -> Vec<Written> {
        let profile = &self.profile;
        let mut cells = vec![text("kind", words::written(ORG_KINDS, profile.kind, language)), text("name", &profile.name)];
        cells.extend(profile.tax_code.iter().map(|code| text("tax_code", code)));
        cells.extend(profile.address_line.iter().map(|line| text("address_line", line)));
        let commune = lookups.communes.get(profile.commune);
        let name =
            |code: OldDistrictCode| commune.and_then(|commune| commune.district_name(code)).map_or_else(|| code.to_string(), str::to_owned);
        let district = profile.old_district.map(name);
        cells.push(text("commune", lookups.communes.label(profile.commune, district.as_deref().as_slice())));
        cells.extend(district.map(|district| text("district", district)));
        cells.extend([
            text("representative", &profile.representative),
            text("position", &profile.position),
            text("phone", profile.phone.national()),
        ]);
        cells.extend(profile.email.iter().map(|email| text("email", email)));
        cells.push(text("vat_method", words::written(VAT_METHODS, profile.vat_method, language)));
        if let Some(account) = &profile.bank_account {
            cells.extend([text("bank", &account.bank), text("account", account.number.as_str()), text("holder", &account.holder)]);
        }
        cells.extend(write_point(profile.point));
        cells
    }
}

/// From its column, or from the first words of the name, or as the whole list is said to be.
fn kind(fields: &mut Fields<'_>) -> Option<OrgKind> {
    if fields.has_own("kind") {
        return fields.read("kind", |cell, _| words::read(ORG_KINDS, cell));
    }
    let name = fold(&fields.beside("name")?);
    let begins = |word: &str| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| !c.is_alphabetic()));
    let kinds = ORG_KINDS.iter().find(|word| begins(&fold(word.1)) || word.3.iter().any(|other| other.len() > 2 && begins(other)));
    if let Some(word) = kinds {
        fields.correct("kind", word.1, "kind_from_name");
        return Some(word.0);
    }
    fields.required("kind", |cell, _| words::read(ORG_KINDS, cell))
}

fn old_district(fields: &mut Fields<'_>, commune: CommuneCode) -> Option<OldDistrictCode> {
    let communes = &fields.context.lookups.communes;
    fields.read("district", |cell, _| match communes.get(commune).and_then(|commune| commune.district(&cell.shown())) {
        Some(code) => Reading::Same(code),
        None => Reading::ask("district_not_of_commune"),
    })
}

/// All of it or nothing: money for half an account goes nowhere.
fn bank_account(fields: &mut Fields<'_>) -> Option<BankAccount> {
    let (bank, number) = (fields.read("bank", parsed), fields.read("account", parsed));
    let holder = fields.read("holder", parsed);
    if bank.is_none() && number.is_none() && holder.is_none() {
        return None;
    }
    let (Some(bank), Some(number), Some(holder)) = (bank, number, holder) else {
        fields.problem("account", "bank_account_incomplete");
        return None;
    };
    Some(BankAccount { bank, number, holder })
}
