//! What is kept on record about an account.
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
    /// The person had the account erased.
    Erased = "erased",
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
