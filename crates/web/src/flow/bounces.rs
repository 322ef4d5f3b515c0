//! A mail that came back after the mail server had taken it.
use crate::app::App;
use crate::mail::returned::{NotReturned, Returned};
use crate::store::mail::{self, Status};
use crate::store::mail_settings::{self, Bounce};
use crate::store::{StoreError, Tx};

/// What became of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// As if the server had refused the mail at once.
    Refused,
    /// And its address takes no mail.
    NoSuchAddress,
    /// It was noted before, or the mail never left or is forgotten.
    Nothing,
}

/// Notes a mail that left as refused, and its address as one that takes no mail where the server says so. A notification that comes twice
/// is noted once; mails that were not sent stay as they are, whoever writes notifications about them.
pub async fn returned(app: &App, returned: &Returned) -> Result<Noted, StoreError> {
    let tx = Tx::write(&app.db).await?;
    let mail = match mail::get(&tx, returned.mail).await {
        Err(StoreError::Missing) => return Ok(Noted::Nothing),
        found => found?,
    };
    if mail.status != Status::Sent {
        return Ok(Noted::Nothing);
    }
    mail::came_back(&tx, mail.id, &returned.reason).await?;
    if let (Some(user), true) = (mail.user, returned.no_such_address) {
        let bounce = Bounce { address: mail.recipient, reason: returned.reason.clone(), at: app.env.now() };
        mail_settings::bounced(&tx, user, bounce).await?;
    }
    tx.commit().await?;
    Ok(if returned.no_such_address { Noted::NoSuchAddress } else { Noted::Refused })
}

/// What the operator reads about a message that was handed in.
pub fn told(read: Result<(&Returned, Noted), NotReturned>) -> String {
    match read {
        Err(reason) => format!("nothing done: {reason}"),
        Ok((returned, Noted::Nothing)) => format!("nothing done: mail {} did not leave, or was noted before", returned.mail),
        Ok((returned, Noted::Refused)) => format!("mail {} is marked refused: {}", returned.mail, returned.reason),
        Ok((returned, Noted::NoSuchAddress)) => {
            format!("mail {} is marked refused, its address takes no mail: {}", returned.mail, returned.reason)
        }
    }
}
