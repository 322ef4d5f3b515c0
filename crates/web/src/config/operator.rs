//! Who answers for this instance: named in the rules and where people read of their data.
use anyhow::{Context, bail};
use domain::email::Email;
use domain::text::Name;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    pub name: String,
    pub address: Option<String>,
    /// As people write it: a landline has another form than a mobile number.
    pub phone: Option<String>,
    pub email: Option<String>,
}

const MOST_ADDRESS: usize = 300;
const MOST_PHONE: usize = 40;

impl Operator {
    /// Nothing where no name is set.
    pub(super) fn read(text: impl Fn(&str) -> String) -> anyhow::Result<Option<Self>> {
        let given = |name: &str| Some(text(name)).filter(|value| !value.is_empty());
        let (address, phone, email) = (given("operator_address"), given("operator_phone"), given("operator_email"));
        let Some(name) = given("operator_name") else {
            if address.is_some() || phone.is_some() || email.is_some() {
                bail!("operator_name must say whose address, phone and e-mail these are");
            }
            return Ok(None);
        };
        let name: Name = name.parse().context("operator_name must be a name of 1 to 200 letters")?;
        if let Some(address) = &address {
            let line: Result<Name, _> = address.chars().take(Name::MOST_CHARS).collect::<String>().parse();
            if line.is_err() || address.chars().count() > MOST_ADDRESS || address.chars().any(char::is_control) {
                bail!("operator_address must be one line of at most {MOST_ADDRESS} letters");
            }
        }
        if let Some(phone) = &phone {
            let digits = phone.chars().filter(char::is_ascii_digit).count();
            let written = phone.chars().all(|c| c.is_ascii_digit() || " +-.()/".contains(c));
            if !written || digits < 4 || phone.chars().count() > MOST_PHONE {
                bail!("operator_phone must be a phone number of at most {MOST_PHONE} signs");
            }
        }
        let email = email.map(|email| email.parse::<Email>().map(String::from)).transpose().context("operator_email must be an address")?;
        Ok(Some(Self { name: name.into(), address, phone, email }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> anyhow::Result<Option<Operator>> {
        Operator::read(|name| pairs.iter().find(|(given, _)| *given == name).map_or_else(String::new, |(_, value)| (*value).to_owned()))
    }

    #[test]
    fn an_operator_has_a_name_and_what_is_wrong_is_named() {
        assert_eq!(read(&[]).unwrap(), None);
        let whole = [
            ("operator_name", "Sở Nông nghiệp Hòa Bình"),
            ("operator_address", "Số 1 Trần Hưng Đạo"),
            ("operator_phone", "(0218) 3852 111"),
            ("operator_email", "cho@so.example"),
        ];
        assert_eq!(read(&whole).unwrap().unwrap().phone.as_deref(), Some("(0218) 3852 111"));
        assert!(read(&whole[..1]).unwrap().unwrap().address.is_none());
        let long = "x".repeat(301);
        for (setting, value) in [
            ("operator_name", "..."),
            ("operator_address", long.as_str()),
            ("operator_address", "a\nb"),
            ("operator_phone", "gọi sau"),
            ("operator_phone", "1"),
            ("operator_email", "khong-phai"),
        ] {
            let mut pairs = vec![(setting, value)];
            if setting != "operator_name" {
                pairs.push(("operator_name", "Sở"));
            }
            assert!(format!("{:#}", read(&pairs).unwrap_err()).contains(setting), "{setting} {value}");
        }
        assert!(read(&whole[1..2]).unwrap_err().to_string().contains("operator_name"));
    }
}
