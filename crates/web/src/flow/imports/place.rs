//! Whose a row is, what it is already, and what stands against it beyond its own cells.
use crate::store::{StoreError, Tx, accounts};
use domain::account::Organisation;
use domain::id::OrgId;
use domain::import::{ImportedCorrection, ImportedProblem, ListOwner};
use domain::policy::Scope;
use domain::tax_code::TaxCode;
use domain::text::Name;
use sheets::{Owner, name_key};
use uuid::Uuid;

/// What lies beside a list while its rows are read.
pub trait Beside: Clone + Send + Sync + 'static {
    fn load(tx: &Tx, owner: ListOwner) -> impl Future<Output = Result<Self, StoreError>> + Send;
}

#[derive(Debug, Default)]
pub struct Placed {
    /// Whose it is or will be; what the office enters anew is nobody's yet.
    pub org: Option<OrgId>,
    /// It is there already.
    pub thing: Option<Uuid>,
    pub corrections: Vec<ImportedCorrection>,
    pub problems: Vec<ImportedProblem>,
    /// What a person who looked at the row may overrule.
    pub doubts: Vec<ImportedProblem>,
}

impl Placed {
    pub fn known(org: OrgId, thing: Uuid) -> Self {
        Self { org: Some(org), thing: Some(thing), ..Self::default() }
    }
}

pub fn problem(column: &str, code: &str, given: String, choices: Vec<String>) -> ImportedProblem {
    ImportedProblem { column: Some(column.to_owned()), code: code.to_owned(), given, choices, row: None }
}

/// The organisation that a list belongs to, as its rows may name it.
#[derive(Debug, Clone)]
pub struct Own {
    id: OrgId,
    tax_code: Option<TaxCode>,
    name: Name,
}

impl From<&Organisation> for Own {
    fn from(org: &Organisation) -> Self {
        Self { id: org.id, tax_code: org.profile.tax_code.clone(), name: org.profile.name.clone() }
    }
}

impl Beside for Own {
    async fn load(tx: &Tx, owner: ListOwner) -> Result<Self, StoreError> {
        let ListOwner::Org(org) = owner else { return Err(StoreError::Missing) };
        Ok(Self::from(&accounts::get_organisation(tx, Scope::Org(org), org).await?))
    }
}

impl Own {
    /// A row that names another organisation does not become a post of this one.
    pub fn place(&self, owner: &Owner) -> Placed {
        let asked = |column, given, meant: Option<String>| problem(column, "owner_is_another", given, meant.into_iter().collect());
        let code = owner.tax_code.iter().filter(|code| self.tax_code.as_ref() != Some(code));
        let code = code.map(|code| asked("tax_code", code.to_string(), self.tax_code.as_ref().map(ToString::to_string)));
        let name = owner.name.iter().filter(|name| name_key(name.as_str()) != name_key(self.name.as_str()));
        let name = name.map(|name| asked("organisation", name.to_string(), Some(self.name.to_string())));
        Placed { org: Some(self.id), problems: code.chain(name).collect(), ..Placed::default() }
    }
}
