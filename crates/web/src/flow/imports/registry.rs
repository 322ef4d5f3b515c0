//! What the office's lists are compared with: every organisation by its tax code and by its name, every certificate by its number.
//! Nothing is merged: what may be one that is here already waits for a person.
use super::place::{Beside, Placed, problem};
use crate::reference::catalogue;
use crate::store::accounts::{self, Registered};
use crate::store::certificates::{self, Numbered};
use crate::store::{StoreError, Tx};
use domain::account::{Language, OrgProfile, Organisation, Side};
use domain::certificate::{Certificate, CertificateTerms};
use domain::id::OrgId;
use domain::import::{ImportedCorrection, ImportedProblem, ListOwner};
use domain::product::CertKind;
use domain::text::nfc;
use sheets::rows::Value;
use sheets::{OrganisationRow, Owner, Record, name_key};
use std::collections::{BTreeMap, HashMap};

/// How many names are offered as an answer.
const MOST_CHOICES: usize = 6;

#[derive(Debug, Clone, Default)]
pub struct Registry {
    orgs: Vec<Registered>,
    by_tax_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Beside for Registry {
    async fn load(tx: &Tx, _: ListOwner) -> Result<Self, StoreError> {
        let mut registry = Self::default();
        for org in accounts::registered(tx).await? {
            registry.add(org);
        }
        Ok(registry)
    }
}

/// The same name in other letters of the same meaning, marks and all.
fn exact(name: &str) -> String {
    nfc(name).to_lowercase()
}

impl Registry {
    fn add(&mut self, org: Registered) {
        let at = self.orgs.len();
        self.by_tax_code.extend(org.tax_code.iter().map(|code| (code.clone(), at)));
        self.by_name.entry(exact(&org.name)).or_default().push(at);
        self.by_key.entry(name_key(&org.name)).or_default().push(at);
        self.orgs.push(org);
    }

    /// What this transaction made counts for the rows after it.
    pub fn remember(&mut self, org: &Organisation) {
        self.add(Registered::from(org));
    }

    fn of<'a>(&'a self, index: &'a HashMap<String, Vec<usize>>, key: &str) -> Vec<&'a Registered> {
        index.get(key).into_iter().flatten().filter_map(|at| self.orgs.get(*at)).collect()
    }

    fn get(&self, id: OrgId) -> Option<&Registered> {
        self.orgs.iter().find(|org| org.id == id)
    }

    /// The holder as it is registered, so that one holder written in two ways is one.
    pub fn owner(&self, id: Option<OrgId>) -> Owner {
        let org = id.and_then(|id| self.get(id));
        let tax_code = org.and_then(|org| org.tax_code.as_ref()?.parse().ok());
        Owner { tax_code, name: org.and_then(|org| org.name.parse().ok()) }
    }

    /// An organisation is known by its tax code, and without one by its name and commune.
    pub fn place(&self, profile: &OrgProfile) -> Placed {
        let name = profile.name.as_str();
        let code = profile.tax_code.as_ref().map(ToString::to_string);
        if let Some(org) = code.as_ref().and_then(|code| self.orgs.get(*self.by_tax_code.get(code)?)) {
            if name_key(&org.name) == name_key(name) {
                return here(org, profile);
            }
            let taken = problem("tax_code", "tax_code_registered", org.name.clone(), Vec::new());
            return Placed { problems: vec![taken], ..Placed::default() };
        }
        let commune = profile.commune.to_string();
        let same = self.of(&self.by_name, &exact(name)).into_iter().find(|org| code.is_none() && org.commune == commune);
        if let Some(org) = same {
            return here(org, profile);
        }
        let near = self.of(&self.by_key, &name_key(name));
        let doubt = |org: &&Registered| problem("name", "similar_registered", org.name.clone(), Vec::new());
        Placed { doubts: near.first().map(doubt).into_iter().collect(), ..Placed::default() }
    }

    /// Whose a paper is: by the tax code, or else by the exact name. Everything else is asked about.
    fn holder(&self, owner: &Owner) -> Result<&Registered, ImportedProblem> {
        let name = owner.name.as_ref().map(ToString::to_string);
        if let Some(code) = owner.tax_code.as_ref().map(ToString::to_string) {
            let unknown = || problem("tax_code", "holder_unknown", code.clone(), Vec::new());
            let org = self.by_tax_code.get(&code).and_then(|at| self.orgs.get(*at)).ok_or_else(unknown)?;
            return match name {
                Some(name) if name_key(&name) != name_key(&org.name) => {
                    Err(problem("organisation", "holder_named_otherwise", name, vec![org.name.clone()]))
                }
                _ => Ok(org),
            };
        }
        let Some(name) = name else { return Err(problem("organisation", "holder_missing", String::new(), Vec::new())) };
        let names = |orgs: &[&Registered]| orgs.iter().take(MOST_CHOICES).map(|org| org.name.clone()).collect();
        match self.of(&self.by_name, &exact(&name)).as_slice() {
            [org] => Ok(org),
            [] => match self.of(&self.by_key, &name_key(&name)).as_slice() {
                [] => Err(problem("organisation", "holder_unknown", name, Vec::new())),
                near => Err(problem("organisation", "holder_similar", name, names(near))),
            },
            several => {
                let codes = several.iter().take(MOST_CHOICES).filter_map(|org| org.tax_code.clone()).collect();
                Err(problem("tax_code", "holder_ambiguous", name, codes))
            }
        }
    }
}

/// An organisation that is here already, with what the list says of it otherwise: told side by side, and nothing is changed.
fn here(org: &Registered, given: &OrgProfile) -> Placed {
    Placed { corrections: differing(&org.profile, given), ..Placed::known(org.id, org.id.into()) }
}

/// What nobody compares: money goes where two people confirmed it, and a point on the map is no words.
const NOT_COMPARED: [&str; 4] = ["bank", "account", "holder", "point"];

/// Column by column in the words of a list: what it says, and what is here. What the list leaves out is no difference.
fn differing(here: &OrgProfile, given: &OrgProfile) -> Vec<ImportedCorrection> {
    let catalogue = catalogue::now();
    let written = |profile: &OrgProfile| -> BTreeMap<String, String> {
        let cells = OrganisationRow { profile: profile.clone() }.write(catalogue.lookups(), Language::Vi);
        cells.into_iter().filter_map(|(column, value)| Some((column.into_owned(), in_words(value)?))).collect()
    };
    let (here, given) = (written(here), written(given));
    let differs = |(column, said): (String, String)| {
        let to = here.get(&column).cloned().unwrap_or_default();
        let same = exact(&to) == exact(&said) || NOT_COMPARED.contains(&column.as_str());
        (!same).then(|| ImportedCorrection { column, from: said, to, code: "differs_here".to_owned() })
    };
    given.into_iter().filter_map(differs).collect()
}

fn in_words(value: Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text),
        Value::Day(_) => None,
    }
}

/// The holders of certificates, with the papers they have.
#[derive(Debug, Clone, Default)]
pub struct Holders {
    pub registry: Registry,
    papers: HashMap<(OrgId, CertKind, String), Numbered>,
}

impl Beside for Holders {
    async fn load(tx: &Tx, owner: ListOwner) -> Result<Self, StoreError> {
        let papers = certificates::numbers(tx).await?.into_iter().map(|paper| ((paper.org, paper.kind, paper.number.clone()), paper));
        Ok(Self { papers: papers.collect(), registry: Registry::load(tx, owner).await? })
    }
}

impl Holders {
    pub fn remember(&mut self, certificate: &Certificate) {
        let CertificateTerms { kind, number, issued_on, valid_to, .. } = &certificate.terms;
        let (org, number) = (certificate.org, number.to_string());
        let paper = Numbered { id: certificate.id, org, kind: *kind, number: number.clone(), issued_on: *issued_on, valid_to: *valid_to };
        self.papers.insert((org, *kind, number), paper);
    }

    pub fn place(&self, owner: &Owner, terms: &CertificateTerms) -> Placed {
        let org = match self.registry.holder(owner) {
            Ok(org) => org,
            Err(problem) => return Placed { problems: vec![problem], ..Placed::default() },
        };
        if org.kind.side() != Side::Supplier {
            let buyer = problem("organisation", "holder_not_supplier", org.name.clone(), Vec::new());
            return Placed { problems: vec![buyer], ..Placed::default() };
        }
        match self.papers.get(&(org.id, terms.kind, terms.number.to_string())) {
            Some(paper) if (paper.issued_on, paper.valid_to) == (terms.issued_on, terms.valid_to) => Placed::known(org.id, paper.id.into()),
            Some(paper) => {
                let there = problem("number", "certificate_there", paper.number.clone(), Vec::new());
                Placed { org: Some(org.id), problems: vec![there], ..Placed::default() }
            }
            None => Placed { org: Some(org.id), corrections: named(owner, org), ..Placed::default() },
        }
    }
}

/// Whom a paper was given to, where the list says it in other words.
fn named(owner: &Owner, org: &Registered) -> Vec<ImportedCorrection> {
    let given = owner.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let (column, code) = ("organisation".to_owned(), "holder_by_tax_code".to_owned());
    let correction = (exact(&given) != exact(&org.name)).then(|| ImportedCorrection { column, from: given, to: org.name.clone(), code });
    correction.into_iter().collect()
}

#[cfg(test)]
mod tests;
