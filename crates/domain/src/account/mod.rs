//! Who is in the market: organisations, the people in them, and the actor a request speaks for.
use crate::id::{OrgId, UserId};
use serde::{Deserialize, Serialize};

/// What an organisation is by law; it decides the side of the market it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrgKind {
    Cooperative,
    ProductionGroup,
    Farm,
    Enterprise,
}

impl OrgKind {
    pub const ALL: [Self; 4] = [Self::Cooperative, Self::ProductionGroup, Self::Farm, Self::Enterprise];

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

    pub const fn name(self) -> &'static str {
        match self {
            Self::Cooperative => "cooperative",
            Self::ProductionGroup => "production_group",
            Self::Farm => "farm",
            Self::Enterprise => "enterprise",
        }
    }
}

/// A side of the market, and so of every proposal and contract: the supplier sells, the buyer buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Supplier,
    Buyer,
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

    pub const fn name(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::Buyer => "buyer",
        }
    }
}

/// What a person may do. Directors and clerks belong to an organisation; officers serve the programme, operators the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Director,
    Clerk,
    Officer,
    Operator,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Director, Self::Clerk, Self::Officer, Self::Operator];

    pub const fn is_member(self) -> bool {
        match self {
            Self::Director | Self::Clerk => true,
            Self::Officer | Self::Operator => false,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Director => "director",
            Self::Clerk => "clerk",
            Self::Officer => "officer",
            Self::Operator => "operator",
        }
    }
}

/// The organisation somebody belongs to. `verified` is false while it waits, was refused, or is suspended.
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
