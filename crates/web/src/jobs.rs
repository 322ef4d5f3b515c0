//! Work after the commit. A job carries ids, reads what is so now, and does nothing when nothing is left to do, because it may
//! run twice.
mod periodic;
mod send_mail;
mod worker;

pub use periodic::tick;
pub use worker::{drain, run, tidy};

use domain::account::Side;
use domain::id::{ImportId, MailId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    SendMail {
        mail: MailId,
    },
    /// For whoever pressed the button.
    MakeImported {
        import: ImportId,
        by: UserId,
    },
    /// Whose kept searches some new posts fit.
    MatchSearches {
        side: Side,
        posts: Vec<Uuid>,
    },
    /// Tells the directors of a new edition of the rules.
    TellRules {
        version: i64,
    },
    /// Tells one person what was found.
    TellSearches {
        user: UserId,
    },
}
