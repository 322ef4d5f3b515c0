//! Where people of this instance may sign in with an account they have elsewhere (`OpenID` Connect).
use super::Secret;
use anyhow::{Context, bail};
use std::path::PathBuf;
use url::{Host, Url};

#[derive(Debug, Clone)]
pub struct Sso {
    /// What the button says: "Đăng nhập bằng …".
    pub name: String,
    /// As the provider writes it: with or without a slash at its end.
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Secret,
    /// A certificate to trust beside the public ones.
    pub ca_file: Option<PathBuf>,
}

impl Sso {
    /// Nothing where no issuer is set. What is sent there is a secret, so it is https unless it stays on this machine.
    pub(super) fn read(text: impl Fn(&str) -> String) -> anyhow::Result<Option<Self>> {
        let issuer = text("sso_issuer");
        if issuer.is_empty() {
            return Ok(None);
        }
        let address: Url = issuer.parse().context("sso_issuer must be an address like https://dang-nhap.example")?;
        let here = match address.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        if address.scheme() != "https" && !(address.scheme() == "http" && here) {
            bail!("sso_issuer must start with https://");
        }
        let (name, client_id, secret) = (text("sso_name"), text("sso_client_id"), text("sso_client_secret"));
        if name.is_empty() || name.chars().count() > 40 {
            bail!("sso_name must say in 1 to 40 letters what people sign in with, like the name of the company");
        }
        if client_id.is_empty() || secret.is_empty() {
            bail!("sso_client_id and sso_client_secret must be what the provider gave out for this instance");
        }
        let ca_file = Some(text("sso_ca_file")).filter(|path| !path.is_empty()).map(PathBuf::from);
        Ok(Some(Self { name, issuer, client_id, client_secret: Secret::new(secret), ca_file }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(issuer: &str, name: &str, secret: &str) -> anyhow::Result<Option<Sso>> {
        Sso::read(|setting| {
            let value = match setting {
                "sso_issuer" => issuer,
                "sso_name" => name,
                "sso_client_id" => "muavu",
                "sso_client_secret" => secret,
                _ => "",
            };
            value.to_owned()
        })
    }

    #[test]
    fn a_provider_is_whole_and_on_a_safe_line_or_not_there() {
        assert!(read("", "", "").unwrap().is_none());
        assert!(read("https://id.example/realms/a", "Siêu thị A", "s").unwrap().is_some());
        assert!(read("http://127.0.0.1:9000", "Thử", "s").unwrap().is_some());
        for (issuer, name, secret, says) in [
            ("id.example", "A", "s", "sso_issuer"),
            ("http://id.example", "A", "s", "https"),
            ("ftp://127.0.0.1", "A", "s", "https"),
            ("https://id.example", "", "s", "sso_name"),
            ("https://id.example", "A", "", "sso_client_secret"),
        ] {
            assert!(read(issuer, name, secret).unwrap_err().to_string().contains(says), "{issuer}");
        }
    }
}
