//! Settings: defaults, then a TOML file, then the environment; all checked before the first connection is taken.
mod operator;
mod sso;

use crate::store::seal::MasterKey;
use anyhow::{Context, bail};
use chrono::NaiveTime;
use ipnet::IpNet;
pub use operator::Operator;
pub use sso::Sso;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

const DEFAULTS: &str = include_str!("config.default.toml");

#[derive(Debug, Clone)]
pub struct Config {
    pub data_dir: PathBuf,
    pub listen: SocketAddr,
    pub public_url: String,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    pub database_url: Secret,
    /// The key of the reserve prices, where it is not the file in the data folder.
    pub seal_key: Option<Secret>,
    pub smtp: Option<Smtp>,
    pub smtp_from: String,
    pub round_times: Vec<NaiveTime>,
    pub freight: BTreeMap<String, Freight>,
    /// What suppliers get of the room for a price, in percent; buyers get the rest.
    pub supplier_share: u8,
    pub sso: Option<Sso>,
    /// Whether newcomers register by themselves; else the office enters them and hands out a link.
    pub sign_up: bool,
    /// Who answers for this instance.
    pub operator: Option<Operator>,
    pub log: String,
    pub log_json: bool,
}

#[derive(Debug, Clone)]
pub struct Smtp {
    pub url: Secret,
    pub ca_file: Option<PathBuf>,
    /// A mail that takes longer is tried again later.
    pub timeout: Duration,
}

/// Freight in đồng per kilogram: `base + per_km × road_km`, where `road_km = factor / 100 × great circle`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freight {
    pub base: i64,
    pub per_km: i64,
    pub factor_percent: i64,
}

/// A value that never shows in a log or in `config check`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "(not set)" } else { "(hidden)" })
    }
}

impl Config {
    /// Reads `file` if one is named, else `muavu.toml` in the working folder if there is one.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let named = file.map(|path| std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display())));
        let text = named.unwrap_or_else(|| Ok(std::fs::read_to_string("muavu.toml").unwrap_or_default()))?;
        Self::from_parts(&text, |name| std::env::var(name).ok())
    }

    /// The settings of a TOML text under those of an environment.
    pub fn from_parts(text: &str, environment: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut values: BTreeMap<String, String> = toml::from_str(DEFAULTS).context("the built-in settings")?;
        let given: BTreeMap<String, String> =
            toml::from_str(text).context("the settings file holds only lines of the form name = \"value\"")?;
        for (name, value) in given {
            if !values.contains_key(&name) {
                bail!("unknown setting `{name}` in the settings file");
            }
            values.insert(name, value);
        }
        for (name, value) in &mut values {
            let variable = format!("MUAVU_{}", name.to_uppercase());
            if let Some(path) = environment(&format!("{variable}_FILE")) {
                std::fs::read_to_string(&path).with_context(|| format!("{variable}_FILE names {path}"))?.trim_end().clone_into(value);
            } else if let Some(given) = environment(&variable) {
                *value = given;
            } else {
                continue;
            }
            // A secret that is not written yet must not mean that a key is made elsewhere.
            if name == "seal_key" && value.trim().is_empty() {
                bail!("{variable} (or the file that {variable}_FILE names) is empty: give the key, or leave both out");
            }
        }
        Self::validate(&values)
    }

    fn validate(values: &BTreeMap<String, String>) -> anyhow::Result<Self> {
        let text = |name: &str| values.get(name).map_or("", String::as_str).trim().to_owned();
        let data_dir = PathBuf::from(text("data_dir"));
        let database_url = match text("database_url") {
            url if url.is_empty() => format!("sqlite://{}", data_dir.join("muavu.sqlite").display()),
            url if ["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) => url,
            _ => bail!("database_url must start with sqlite:// or postgres://"),
        };
        let public_url = text("public_url").trim_end_matches('/').to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            bail!("public_url must start with http:// or https://, as people type it");
        }
        let smtp_url = text("smtp_url");
        if !smtp_url.is_empty() && !["smtp://", "smtps://", "smtp+insecure://"].iter().any(|scheme| smtp_url.starts_with(scheme)) {
            bail!("smtp_url must start with smtp://, smtps:// or smtp+insecure://");
        }
        let seal_key = Some(text("seal_key")).filter(|key| !key.is_empty()).map(Secret);
        if let Some(key) = &seal_key {
            MasterKey::parse(key.expose()).context("seal_key")?;
        }
        let ca_file = Some(text("smtp_ca_file")).filter(|path| !path.is_empty()).map(PathBuf::from);
        let smtp_timeout: u64 = text("smtp_timeout")
            .parse()
            .ok()
            .filter(|seconds| (1..=300).contains(seconds))
            .context("smtp_timeout must be 1 to 300 seconds")?;
        let trusted_proxies = text("trusted_proxies")
            .split(',')
            .map(str::trim)
            .filter(|net| !net.is_empty())
            .map(|net| {
                let one = net.parse::<IpAddr>().map(IpNet::from);
                one.or_else(|_| net.parse())
                    .with_context(|| format!("trusted_proxies: `{net}` is not an address like 10.0.0.1 or 10.0.0.0/8"))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let round_times = text("round_times")
            .split(',')
            .map(str::trim)
            .filter(|time| !time.is_empty())
            .map(|time| NaiveTime::parse_from_str(time, "%H:%M").with_context(|| format!("round_times: `{time}` is not a time like 06:30")))
            .collect::<Result<Vec<_>, _>>()?;
        let mut freight = BTreeMap::new();
        for class in ["citrus", "fruit", "vegetable", "other"] {
            let name = format!("freight_{class}");
            let rate = Freight::parse(&text(&name))
                .with_context(|| format!("{name} must be three whole numbers: base, per km, factor in hundredths"))?;
            freight.insert(class.to_owned(), rate);
        }
        let supplier_share = text("supplier_share").parse().ok().filter(|share| (0..=100).contains(share));
        Ok(Self {
            data_dir,
            listen: text("listen").parse().context("listen must be an address and a port, like 127.0.0.1:8080")?,
            public_url,
            trusted_proxies,
            database_url: Secret(database_url),
            seal_key,
            smtp: (!smtp_url.is_empty()).then_some(Smtp { url: Secret(smtp_url), ca_file, timeout: Duration::from_secs(smtp_timeout) }),
            smtp_from: text("smtp_from"),
            round_times,
            freight,
            supplier_share: supplier_share.context("supplier_share must be a whole number from 0 to 100, in percent")?,
            sso: Sso::read(text)?,
            sign_up: match text("sign_up").as_str() {
                "open" => true,
                "closed" => false,
                _ => bail!("sign_up must be open or closed"),
            },
            operator: Operator::read(text)?,
            log: text("log"),
            log_json: match text("log_format").as_str() {
                "json" => true,
                "text" => false,
                _ => bail!("log_format must be text or json"),
            },
        })
    }

    pub fn secure_cookies(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl Freight {
    fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<i64> = text.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
        match numbers[..] {
            [base @ 0..=1_000_000, per_km @ 0..=100_000, factor_percent @ 100..=1000] => Some(Self { base, per_km, factor_percent }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
        let config = Config::from_parts("listen = \"0.0.0.0:80\"\npublic_url = \"https://cho.example/\"", |name| {
            (name == "MUAVU_LISTEN").then(|| "127.0.0.1:9000".to_owned())
        })
        .unwrap();
        assert_eq!(config.listen.port(), 9000);
        assert_eq!(config.public_url, "https://cho.example");
        assert!(config.secure_cookies());
        assert_eq!(config.round_times.len(), 2);
        assert_eq!(config.supplier_share, 50);
    }

    #[test]
    fn secrets_come_from_files_and_never_show() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "postgres://muavu:hunter2@db/muavu\n").unwrap();
        let path = file.path().to_str().unwrap().to_owned();
        let config = Config::from_parts("", |name| (name == "MUAVU_DATABASE_URL_FILE").then(|| path.clone())).unwrap();
        assert_eq!(config.database_url.expose(), "postgres://muavu:hunter2@db/muavu");
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn a_wrong_setting_is_named() {
        let error = |text: &str| format!("{:#}", Config::from_parts(text, |_| None).unwrap_err());
        assert!(error("listne = \"x\"").contains("listne"));
        assert!(error("listen = \"here\"").contains("listen"));
        assert!(error("round_times = \"25:00\"").contains("25:00"));
        assert!(error("smtp_url = \"mail.example\"").contains("smtp_url"));
        assert!(error("freight_citrus = \"300, 6\"").contains("freight_citrus"));
        assert!(error("supplier_share = \"101\"").contains("supplier_share"));
        assert!(error("supplier_share = \"half\"").contains("0 to 100"));
        assert!(error("seal_key = \"12\"").contains("seal_key"));
        assert!(error("database_url = \"mysql://x\"").contains("database_url"));
        assert!(error("trusted_proxies = \"10.0.0.0/40\"").contains("10.0.0.0/40"));
        assert!(error("smtp_timeout = \"0\"").contains("smtp_timeout"));
    }
}
