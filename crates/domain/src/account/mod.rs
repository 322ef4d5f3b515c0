//! Who is in the market: organisations, the people in them, and the actor a request speaks for.
mod appeal;
mod document;
mod event;
mod guarded;
mod invitation;
mod org;
mod password;
mod profile;
mod sign_in;
mod standing;
mod user;

pub use appeal::{Appeal, AppealConflict, AppealError, AppealState};
pub use document::{
    Checklist, DocumentConflict, DocumentError, DocumentEvent, DocumentItem, DocumentItemError, DocumentStep, DocumentStepError,
    DocumentVerdict,
};
pub use event::{AccountEvent, AccountStep, AccountStepError};
pub use guarded::{
    Asked, GuardedChange, GuardedConflict, GuardedError, GuardedKind, GuardedKindError, GuardedState, GuardedValue, GuardedVerdict,
    MemberRole, Others, PhoneChange, Representative, Step,
};
pub use invitation::{Invitation, InvitationConflict, InvitationError, InvitationState};
pub use org::{OrgConflict, OrgError, Organisation};
pub use password::{Password, PasswordError};
#[cfg(test)]
pub(crate) use profile::tests::cooperative as profile_for_tests;
pub use profile::{AccountNumber, AccountNumberError, BankAccount, OrgProfile, VatMethod, VatMethodError};
pub use sign_in::{SignInName, SignInNameError};
pub use standing::{OpenDeals, OrgStanding, OrgStandingError, OrgStatus};
pub use user::{Directors, Language, LanguageError, Leaving, User, UserConflict, UserDetails, UserError};

use crate::coded::coded;
use crate::id::{OrgId, UserId};

coded! {
    /// What an organisation is by law; it decides the side of the market it stands on.
    OrgKind, OrgKindError = "organisation_kind_unknown";
    Cooperative = "cooperative",
    ProductionGroup = "production_group",
    Farm = "farm",
    Enterprise = "enterprise",
}

impl OrgKind {
    pub const fn side(self) -> Side {
        match self {
            Self::Cooperative | Self::ProductionGroup | Self::Farm => Side::Supplier,
            Self::Enterprise => Side::Buyer,
        }
    }

    /// A cooperative and an enterprise are legal persons with a tax code; a group and a farm may trade without one.
    pub const fn needs_tax_code(self) -> bool {
        match self {
            Self::Cooperative | Self::Enterprise => true,
            Self::ProductionGroup | Self::Farm => false,
        }
    }
}

coded! {
    /// A side of the market, and so of every proposal and contract: the supplier sells, the buyer buys.
    Side, SideError = "side_unknown";
    Supplier = "supplier",
    Buyer = "buyer",
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Supplier, Self::Buyer];

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Supplier => Self::Buyer,
            Self::Buyer => Self::Supplier,
        }
    }
}

coded! {
    /// What a person may do. Directors decide, clerks do the daily work, viewers only read, drivers send and receive goods and know of
    /// nothing else: all of one organisation. Officers serve the programme, operators the machine.
    Role, RoleError = "role_unknown";
    Director = "director",
    Clerk = "clerk",
    Viewer = "viewer",
    Driver = "driver",
    Officer = "officer",
    Operator = "operator",
}

impl Role {
    /// Whether this role knows prices and money, its own organisation's and those of a deal.
    pub const fn knows_money(self) -> bool {
        !matches!(self, Self::Driver)
    }

    pub const fn is_member(self) -> bool {
        match self {
            Self::Director | Self::Clerk | Self::Viewer | Self::Driver => true,
            Self::Officer | Self::Operator => false,
        }
    }
}

/// The organisation somebody belongs to. `verified` is false while it waits, was refused, is suspended or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    pub org: OrgId,
    pub side: Side,
    pub verified: bool,
}

/// The person a request speaks for, as of this request: a suspension or a change of role takes effect at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub user: UserId,
    pub role: Role,
    pub membership: Option<Membership>,
}

impl Actor {
    /// The actor's organisation; officers and operators have none.
    pub fn org(&self) -> Option<OrgId> {
        self.membership.map(|membership| membership.org)
    }
}
