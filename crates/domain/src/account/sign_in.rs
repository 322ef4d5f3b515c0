//! The name a person signs in with: an e-mail address, a phone number, or a name of their own choice.
use crate::email::{Email, EmailError};
use crate::newtype::checked_text;
use crate::phone::{Phone, PhoneError};
use uuid::Uuid;

checked_text! {
    /// Kept in one form, so that two people cannot have names that differ only in case or in how a number is written:
    /// lower case, phone numbers as `+84…`. A chosen name has a letter, so it is never taken for a number.
    SignInName, SignInNameError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInNameError {
    #[error("sign_in_name_length")]
    Length,
    #[error("sign_in_name_characters")]
    Characters,
    #[error(transparent)]
    Email(#[from] EmailError),
    #[error(transparent)]
    Phone(#[from] PhoneError),
}

impl SignInName {
    pub const LEAST_CHARS: usize = 3;
    pub const MOST_CHARS: usize = 40;

    /// The address mail can go to, when the name is one. Case was lost, which no mail server in use minds.
    pub fn email(&self) -> Option<Email> {
        self.0.parse().ok()
    }

    pub fn phone(&self) -> Option<Phone> {
        if self.0.starts_with('+') { self.0.parse().ok() } else { None }
    }

    /// What stands in the place of a name that was erased: made anew, so that nobody can take it beforehand.
    pub(super) fn erased(token: Uuid) -> Option<Self> {
        format!("da-xoa-{}", token.simple()).parse().ok()
    }

    /// Whether this text, typed as a name, would be this name.
    pub fn reads_as(&self, text: &str) -> bool {
        text.parse::<Self>().is_ok_and(|name| name == *self)
    }
}

impl std::str::FromStr for SignInName {
    type Err = SignInNameError;

    fn from_str(text: &str) -> Result<Self, SignInNameError> {
        let text = text.trim();
        if text.contains('@') {
            let email: Email = text.parse()?;
            return Ok(Self(email.as_str().to_ascii_lowercase()));
        }
        if text.starts_with(|c: char| c == '+' || c == '(' || c.is_ascii_digit()) && !text.contains(char::is_alphabetic) {
            let phone: Phone = text.parse()?;
            return Ok(Self(phone.into()));
        }
        if !(Self::LEAST_CHARS..=Self::MOST_CHARS).contains(&text.chars().take(Self::MOST_CHARS + 1).count()) {
            return Err(SignInNameError::Length);
        }
        let name = text.to_ascii_lowercase();
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
        let lettered = name.bytes().any(|byte| byte.is_ascii_lowercase());
        if lettered && name.bytes().all(known) { Ok(Self(name)) } else { Err(SignInNameError::Characters) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<String, SignInNameError> {
        text.parse::<SignInName>().map(String::from)
    }

    #[test]
    fn one_name_however_it_is_typed() {
        for (typed, kept) in [
            ("HTX.CaoPhong", "htx.caophong"),
            ("0912 345 678", "+84912345678"),
            ("(091) 234.5678", "+84912345678"),
            ("+84 912345678", "+84912345678"),
            (" Lan.Nguyen@Gmail.com ", "lan.nguyen@gmail.com"),
            ("2k-farm", "2k-farm"),
        ] {
            assert_eq!(read(typed), Ok(kept.to_owned()), "{typed}");
        }
    }

    #[test]
    fn each_kind_says_what_is_wrong_with_it() {
        assert_eq!(read("ab"), Err(SignInNameError::Length));
        assert_eq!(read(""), Err(SignInNameError::Length));
        assert_eq!(read(&"a".repeat(41)), Err(SignInNameError::Length));
        assert_eq!(read(&"a".repeat(40_000)), Err(SignInNameError::Length));
        assert_eq!(read("cam cao phong"), Err(SignInNameError::Characters));
        assert_eq!(read("bưởi"), Err(SignInNameError::Characters));
        assert_eq!(read("..."), Err(SignInNameError::Characters));
        assert_eq!(read("lan@"), Err(SignInNameError::Email(EmailError)));
        assert_eq!(read("12345"), Err(SignInNameError::Phone(PhoneError::Length)));
    }

    #[test]
    fn a_name_knows_whether_mail_or_a_call_reaches_it() {
        let name = |text: &str| text.parse::<SignInName>().unwrap();
        assert_eq!(name("Lan@Example.VN").email().map(String::from), Some("lan@example.vn".to_owned()));
        assert_eq!(name("0912345678").phone().map(String::from), Some("+84912345678".to_owned()));
        assert_eq!((name("lan.nguyen").email(), name("lan.nguyen").phone()), (None, None));
    }

    proptest! {
        #[test]
        fn the_kept_form_reads_as_itself(text in "[a-zA-Z0-9._@+ -]{1,45}") {
            if let Ok(name) = text.parse::<SignInName>() {
                prop_assert!(name.reads_as(name.as_str()));
                prop_assert!(name.reads_as(&text.to_uppercase()));
            }
        }
    }
}
