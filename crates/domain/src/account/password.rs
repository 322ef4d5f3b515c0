//! What a password must be. Its hash is made and kept elsewhere; here it is only looked at.
use super::SignInName;
use unicode_normalization::UnicodeNormalization;

/// A password somebody chose: NFC, of a fair length, not the first one a stranger would try. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error("password_too_short")]
    TooShort,
    #[error("password_too_long")]
    TooLong,
    #[error("password_is_sign_in_name")]
    IsSignInName,
    #[error("password_too_common")]
    TooCommon,
}

impl PasswordError {
    pub const fn field(self) -> &'static str {
        "password"
    }
}

/// Tried first by everybody who guesses; shorter ones fail on their length, runs and repeats on their shape.
const OBVIOUS: [&str; 24] = [
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "123456789a",
    "a123456789",
    "abc1234567",
    "abcd123456",
    "anhyeuem123",
    "emyeuanh123",
    "hoptacxa123",
    "iloveyou123",
    "letmein123",
    "matkhau123",
    "matkhau1234",
    "matkhau12345",
    "mật khẩu 123",
    "muavu12345",
    "password12",
    "password123",
    "password1234",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop",
    "vietnam123",
    "vietnam1234",
];

impl Password {
    pub const LEAST_CHARS: usize = 10;
    pub const MOST_CHARS: usize = 128;

    /// For a new password of the account that signs in with `name`.
    pub fn choose(text: &str, name: &SignInName) -> Result<Self, PasswordError> {
        let password = Self::given(text).ok_or(PasswordError::TooLong)?;
        if password.0.chars().count() < Self::LEAST_CHARS {
            return Err(PasswordError::TooShort);
        }
        if name.reads_as(&password.0) {
            return Err(PasswordError::IsSignInName);
        }
        let lower = password.0.to_lowercase();
        if OBVIOUS.contains(&lower.as_str()) || is_a_run(&lower) {
            return Err(PasswordError::TooCommon);
        }
        Ok(password)
    }

    /// What was typed at sign-in, in the form it was hashed in; nothing when no account can have it.
    pub fn given(text: &str) -> Option<Self> {
        // Composing never makes a text longer in characters, so a huge body is refused before it is worked on.
        if text.len() > Self::MOST_CHARS * 16 {
            return None;
        }
        let text: String = text.nfc().collect();
        (text.chars().count() <= Self::MOST_CHARS).then_some(Self(text))
    }

    /// For hashing and comparing only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The same character throughout, or digits that only count up or only count down (`0` follows `9`).
fn is_a_run(text: &str) -> bool {
    let steps = || text.chars().zip(text.chars().skip(1));
    let digit_step = |by: u32| {
        steps().all(|(a, b)| match (a.to_digit(10), b.to_digit(10)) {
            (Some(a), Some(b)) => (a + by) % 10 == b,
            (Some(_) | None, None) | (None, Some(_)) => false,
        })
    };
    steps().all(|(a, b)| a == b) || digit_step(1) || digit_step(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(text: &str) -> Result<Password, PasswordError> {
        Password::choose(text, &"0912345678".parse().unwrap())
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(choose("chín ký tự"), Ok(Password("chín ký tự".to_owned())));
        assert_eq!(choose("cam ngọt"), Err(PasswordError::TooShort));
        assert!(choose(&"ữa".repeat(64)).is_ok());
        assert_eq!(choose(&"ữa".repeat(65)), Err(PasswordError::TooLong));
        assert_eq!(choose(&"x".repeat(40_000)), Err(PasswordError::TooLong));
    }

    #[test]
    fn one_password_however_the_keyboard_spells_it() {
        let composed = choose("vườn cam trên đồi").unwrap();
        let decomposed: String = "vườn cam trên đồi".nfd().collect();
        assert_eq!(Password::given(&decomposed), Some(composed));
    }

    #[test]
    fn the_sign_in_name_is_not_a_password() {
        for same in ["0912345678", "+84912345678", "0912 345 678"] {
            assert_eq!(choose(same), Err(PasswordError::IsSignInName), "{same}");
        }
        let name = "cam.cao.phong".parse().unwrap();
        assert_eq!(Password::choose("Cam.Cao.Phong", &name), Err(PasswordError::IsSignInName));
    }

    #[test]
    fn obvious_passwords_are_refused() {
        for obvious in ["Matkhau123", "1234567890", "0987654321", "aaaaaaaaaaaa", "7890123456", "QWERTYUIOP"] {
            assert_eq!(choose(obvious), Err(PasswordError::TooCommon), "{obvious}");
        }
        assert!(choose("1234509876").is_ok());
        assert!(OBVIOUS.iter().all(|word| word.chars().count() >= Password::LEAST_CHARS && word.to_lowercase() == *word));
    }

    #[test]
    fn a_password_is_never_printed() {
        assert_eq!(format!("{:?}", choose("vườn cam trên đồi").unwrap()), "Password(…)");
    }
}
