//! A list that somebody sent as a file: each of its rows is taken, asked about or left out before anything is made from it.
use crate::account::Actor;
use crate::coded::coded;
use crate::id::OrgId;
use crate::policy::{self, Command, Denied, Target};
use crate::reason::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

coded! {
    /// What sort of list a file holds.
    ImportKind, ImportKindError = "import_kind_unknown";
    Offers = "offers",
    Demands = "demands",
    /// The programme office's alone, like the next.
    Organisations = "organisations",
    Certificates = "certificates",
}

/// Who keeps a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOwner {
    Org(OrgId),
    Office,
}

/// How many lists one owner sends in a day: more than anybody has, and few enough to be looked through.
pub const MOST_LISTS_A_DAY: usize = 60;

coded! {
    /// How far a list is.
    ImportState, ImportStateError = "import_state_unknown";
    /// Its rows are still being stored.
    Reading = "reading",
    /// A person looks at it.
    Ready = "ready",
    /// What was taken is being made.
    Making = "making",
    /// What was taken is made.
    Done = "done",
}

coded! {
    /// What came of a row.
    RowState, RowStateError = "row_state_unknown";
    /// Waits to be made.
    Accepted = "accepted",
    /// Waits for a person.
    Review = "review",
    /// No entry of the list: blank, a total, a heading.
    Skipped = "skipped",
    /// A person left it out.
    Left = "left",
    /// Was there before.
    Known = "known",
    Made = "made",
}

/// A cell as it came, and as it stands after a person wrote in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedCell {
    /// A column's stable name: `kg_total`, or `week:2026-11-30`.
    pub column: String,
    /// What the file calls it.
    pub header: String,
    pub text: String,
    /// What stood in the file, where a person wrote something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

/// A value that was not taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedCorrection {
    pub column: String,
    pub from: String,
    pub to: String,
    pub code: String,
}

/// Why a person has to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedProblem {
    /// Absent when it is about the row as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    pub code: String,
    pub given: String,
    /// Texts that answer the question.
    pub choices: Vec<String>,
    /// The earlier row that says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
}

/// How one column of the file was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedColumn {
    /// `C`, as the spreadsheet program calls it.
    pub letter: String,
    pub header: String,
    pub column: String,
}

/// What is known of a list as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportHead {
    pub columns: Vec<ImportedColumn>,
    /// Headers that are left out.
    pub unknown: Vec<String>,
    /// Columns that every row needs and that are not there.
    pub missing: Vec<String>,
    /// One value for every row that has none, by column.
    #[serde(default)]
    pub defaults: BTreeMap<String, String>,
    /// Of the office's lists: why what is made of them is verified at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify_because: Option<Reason>,
}

/// Whose lists this person looks through.
pub fn lists_of(actor: &Actor) -> Result<ListOwner, Denied> {
    let office = policy::allow(actor, Command::KeepOfficeLists, Target::Whole);
    office.map(|()| ListOwner::Office).or_else(|_| {
        policy::allow(actor, Command::ReadImport, Target::own(actor))?;
        actor.org().map(ListOwner::Org).ok_or(Denied::Forbidden)
    })
}

impl ImportKind {
    /// Who posts what such a list holds one by one; nobody where only the office enters it.
    const fn posts(self) -> Option<Command> {
        match self {
            Self::Offers => Some(Command::PostOffer),
            Self::Demands => Some(Command::PostDemand),
            Self::Organisations | Self::Certificates => None,
        }
    }

    pub const fn is_of_office(self) -> bool {
        self.posts().is_none()
    }

    /// For whom this person sends such a list: whoever may post one by one for the own organisation, an officer for the office.
    pub fn may_send(self, actor: &Actor) -> Result<ListOwner, Denied> {
        let owner = if self.is_of_office() { ListOwner::Office } else { ListOwner::Org(actor.org().ok_or(Denied::Forbidden)?) };
        self.may_decide(actor, owner).map(|()| owner)
    }

    /// May this person decide on the rows of such a list?
    pub fn may_decide(self, actor: &Actor, owner: ListOwner) -> Result<(), Denied> {
        match (self.posts(), owner) {
            (Some(command), ListOwner::Org(org)) => policy::allow(actor, command, Target::Org(org)),
            (None, ListOwner::Office) => policy::allow(actor, Command::KeepOfficeLists, Target::Whole),
            (Some(_), ListOwner::Office) | (None, ListOwner::Org(_)) => Err(Denied::Forbidden),
        }
    }
}

impl RowState {
    /// Whether a person can still change what becomes of it.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Accepted | Self::Review | Self::Left => true,
            Self::Skipped | Self::Known | Self::Made => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Membership, Role, Side};
    use uuid::Uuid;

    #[test]
    fn a_list_is_for_those_who_post() {
        let org: OrgId = Uuid::from_u128(10).into();
        let person =
            |role, side, verified| Actor { user: Uuid::from_u128(1).into(), role, membership: Some(Membership { org, side, verified }) };
        assert_eq!(ImportKind::Offers.may_send(&person(Role::Clerk, Side::Supplier, true)), Ok(ListOwner::Org(org)));
        assert_eq!(ImportKind::Demands.may_send(&person(Role::Clerk, Side::Supplier, true)), Err(Denied::Forbidden));
        assert_eq!(ImportKind::Demands.may_send(&person(Role::Director, Side::Buyer, false)), Err(Denied::NotVerified));
        assert_eq!(ImportKind::Offers.may_send(&person(Role::Viewer, Side::Supplier, true)), Err(Denied::Forbidden));
        let other = ListOwner::Org(Uuid::from_u128(20).into());
        assert_eq!(ImportKind::Offers.may_decide(&person(Role::Director, Side::Supplier, true), other), Err(Denied::Hidden));
        assert_eq!(lists_of(&person(Role::Clerk, Side::Supplier, false)), Ok(ListOwner::Org(org)));
        assert_eq!(lists_of(&person(Role::Viewer, Side::Supplier, true)), Err(Denied::Forbidden));
    }

    #[test]
    fn organisations_and_certificates_are_the_offices() {
        let staff = |role| Actor { user: Uuid::from_u128(1).into(), role, membership: None };
        let member = Membership { org: Uuid::from_u128(10).into(), side: Side::Supplier, verified: true };
        let director = Actor { role: Role::Director, membership: Some(member), ..staff(Role::Director) };
        for kind in [ImportKind::Organisations, ImportKind::Certificates] {
            assert_eq!(kind.may_send(&staff(Role::Officer)), Ok(ListOwner::Office));
            assert_eq!(kind.may_send(&staff(Role::Operator)), Err(Denied::Forbidden));
            assert_eq!(kind.may_send(&director), Err(Denied::Forbidden));
            assert_eq!(kind.may_decide(&staff(Role::Officer), ListOwner::Org(member.org)), Err(Denied::Forbidden));
        }
        assert_eq!(ImportKind::Offers.may_send(&staff(Role::Officer)), Err(Denied::Forbidden));
        assert_eq!(lists_of(&staff(Role::Officer)), Ok(ListOwner::Office));
        assert_eq!(lists_of(&staff(Role::Operator)), Err(Denied::Forbidden));
    }
}
