//! The link in a mail that ends mails of its kind, without a sign-in. It names the person and the kind and is sealed with this
//! instance's key, so nothing needs to be kept for it.
use super::keys::Keys;
use crate::app::App;
use domain::id::UserId;
use domain::notice::NoticeKind;

const PURPOSE: &str = "unsubscribe";
/// The kind of the mail of the day.
pub const DAILY: &str = "daily";

/// What a link ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    Kind(NoticeKind),
    Daily,
}

impl Ends {
    fn of(kind: &str) -> Option<Self> {
        if kind == DAILY {
            return Some(Self::Daily);
        }
        kind.parse().ok().filter(|kind: &NoticeKind| kind.is_optional()).map(Self::Kind)
    }
}

/// Where one click ends mails of a kind to a person; nothing for what must come.
pub fn link(app: &App, user: Option<UserId>, kind: &str) -> Option<String> {
    Ends::of(kind)?;
    Some(format!("{}/api/v1/mail/unsubscribe/{}", app.config.public_url, token(&app.keys, user?, kind)))
}

pub fn token(keys: &Keys, user: UserId, kind: &str) -> String {
    format!("{user}.{kind}.{}", keys.seal(PURPOSE, &format!("{user}.{kind}")))
}

/// Whose mails a token ends, and which; nothing when we did not make it.
pub fn open(keys: &Keys, token: &str) -> Option<(UserId, Ends)> {
    let (named, seal) = token.rsplit_once('.')?;
    let (user, kind) = named.split_once('.')?;
    let ends = Ends::of(kind)?;
    keys.opens(PURPOSE, named, seal).then_some(())?;
    Some((user.parse().ok()?, ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_link_ends_what_it_was_made_for_and_nothing_else() {
        let keys = Keys::new(b"one secret of this instance");
        let user = UserId::from(Uuid::from_u128(7));
        let made = token(&keys, user, "proposals_new");
        assert_eq!(open(&keys, &made), Some((user, Ends::Kind(NoticeKind::ProposalsNew))));
        assert_eq!(open(&keys, &token(&keys, user, DAILY)), Some((user, Ends::Daily)));
        assert_eq!(open(&keys, &token(&keys, user, "payment_due")), None, "a duty of a contract");
        assert_eq!(open(&Keys::new(b"another secret"), &made), None);
        let other = UserId::from(Uuid::from_u128(8));
        for forged in
            [made.replace("proposals_new", DAILY), made.replace(&user.to_string(), &other.to_string()), "a.b.c".into(), String::new()]
        {
            assert_eq!(open(&keys, &forged), None, "{forged}");
        }
    }
}
