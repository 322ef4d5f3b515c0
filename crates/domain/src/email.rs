//! E-mail addresses, checked for shape; only a mail that arrives proves one.
use crate::newtype::checked_text;

checked_text! {
    /// An address that mail can be sent to. The domain is lower case, the part before `@` stays as typed.
    Email, EmailError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("email_malformed")]
pub struct EmailError;

impl Email {
    pub const MOST_BYTES: usize = 254;
    const MOST_LOCAL_BYTES: usize = 64;
}

impl std::str::FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        let (local, domain) = text.split_once('@').ok_or(EmailError)?;
        let fits = text.len() <= Self::MOST_BYTES && local.len() <= Self::MOST_LOCAL_BYTES;
        if !fits || !is_local(local) || !is_domain(domain) {
            return Err(EmailError);
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }
}

fn is_local(local: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.split('.').all(|part| !part.is_empty() && part.bytes().all(known))
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let Some((_, top)) = domain.rsplit_once('.') else { return false };
    domain.split('.').all(label) && top.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_use_are_taken() {
        for (typed, stored) in [
            ("htx.caophong@gmail.com", "htx.caophong@gmail.com"),
            (" Lan.Nguyen@Example.COM.VN ", "Lan.Nguyen@example.com.vn"),
            ("a+b_c@x-y.vn", "a+b_c@x-y.vn"),
        ] {
            assert_eq!(typed.parse::<Email>().map(String::from), Ok(stored.into()));
        }
    }

    #[test]
    fn anything_else_is_malformed() {
        let long = format!("{}@example.com", "a".repeat(65));
        let too_long = format!("a@{}.vn", ["b".repeat(63), "c".repeat(63), "d".repeat(63), "e".repeat(63)].join("."));
        for bad in [
            "",
            "@",
            "a",
            "a@",
            "@b.vn",
            "a@b",
            "a@@b.vn",
            "a@b@c.vn",
            "a b@c.vn",
            "lan,hoa@c.vn",
            "bưởi@c.vn",
            "a@bưởi.vn",
            "a@.vn",
            "a@b..vn",
            "a@b.vn.",
            ".a@b.vn",
            "a.@b.vn",
            "a..b@c.vn",
            "a@-b.vn",
            "a@b-.vn",
            "a@1.2.3.4",
            "a\n@b.vn",
            "<a@b.vn>",
            &long,
            &too_long,
        ] {
            assert_eq!(bad.parse::<Email>(), Err(EmailError), "{bad:?}");
        }
    }
}
