//! What is kept on record about an account.
use super::Role;
use crate::coded::coded;
use crate::day::Timestamp;
use crate::id::UserId;

coded! {
    /// What was done about somebody's way in.
    AccountStep, AccountStepError = "account_step_unknown";
    /// Somebody else made a link with which the password can be set.
    ResetLinkMade = "reset_link_made",
    /// The password was set by a link, mailed or handed over.
    PasswordReset = "password_reset",
    /// The person changed it, knowing the old one.
    PasswordChanged = "password_changed",
    /// The person tied an account elsewhere, and signs in with that one too.
    SsoTied = "sso_tied",
    /// It opens this account no more.
    SsoUntied = "sso_untied",
    /// A colleague gave the person this role: with the account, by an invitation, or in place of another.
    MadeDirector = "made_director",
    MadeClerk = "made_clerk",
    MadeViewer = "made_viewer",
    MadeDriver = "made_driver",
    /// A director closed the account.
    Removed = "removed",
    /// The person had the account erased.
    Erased = "erased",
}

impl AccountStep {
    /// What colleagues read of each other: who came, in which role, and who left.
    pub const OF_MEMBERS: [Self; 6] =
        [Self::MadeDirector, Self::MadeClerk, Self::MadeViewer, Self::MadeDriver, Self::Removed, Self::Erased];

    pub const fn made(role: Role) -> Option<Self> {
        match role {
            Role::Director => Some(Self::MadeDirector),
            Role::Clerk => Some(Self::MadeClerk),
            Role::Viewer => Some(Self::MadeViewer),
            Role::Driver => Some(Self::MadeDriver),
            Role::Officer | Role::Operator => None,
        }
    }
}

/// One step; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountEvent {
    /// Whose account.
    pub user: UserId,
    pub step: AccountStep,
    /// Nobody, when it was done by a link alone.
    pub by: Option<UserId>,
    pub at: Timestamp,
}
