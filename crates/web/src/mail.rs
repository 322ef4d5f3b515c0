//! Mail: what it says, and how it leaves.
pub mod returned;
pub mod template;

use crate::config::{Config, Smtp};
use crate::store::mail::Mail;
use anyhow::Context;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

#[derive(Debug, Clone)]
pub enum Mailer {
    Smtp {
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        timeout: Duration,
        from: Mailbox,
        domain: String,
    },
    /// No mail server: mail stays in the database, where the operator reads it.
    Keep,
    /// For tests: what was sent.
    Memory(Arc<Mutex<Vec<Mail>>>),
}

/// What became of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    Sent,
    Kept,
    /// Never again: the server refused this mail.
    Refused(String),
    /// Never again: the server knows no such recipient.
    NoSuchAddress(String),
    /// Not now: no answer, a broken connection, a temporary refusal.
    Later(String),
}

impl Mailer {
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let Some(smtp) = &config.smtp else { return Ok(Self::Keep) };
        let from: Mailbox = config.smtp_from.parse().context("smtp_from must be a mail address, like Mùa Vụ <cho@example.vn>")?;
        let domain = from.email.domain().to_owned();
        Ok(Self::Smtp { transport: Box::new(transport(smtp)?), timeout: smtp.timeout, from, domain })
    }

    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    pub const fn sends(&self) -> bool {
        match self {
            Self::Smtp { .. } | Self::Memory(_) => true,
            Self::Keep => false,
        }
    }

    /// `stop` is where one click ends mails of this kind.
    pub async fn send(&self, mail: &Mail, stop: Option<&str>) -> Delivery {
        match self {
            Self::Keep => Delivery::Kept,
            Self::Memory(sent) => {
                sent.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
                Delivery::Sent
            }
            Self::Smtp { transport, timeout, from, domain } => {
                let message = match message(mail, from, domain, stop) {
                    Ok(message) => message,
                    Err(error) => return Delivery::Refused(format!("{error:#}")),
                };
                // The transport itself waits without an end for an answer; its connection is dropped with it, never used again.
                let Ok(outcome) = tokio::time::timeout(*timeout, transport.send(message)).await else {
                    return Delivery::Later(format!("the mail server did not answer within {timeout:?}"));
                };
                match outcome {
                    Ok(_) => Delivery::Sent,
                    Err(error) => match error.status().map(u16::from) {
                        // The server will not have us at all; that is the operator's to mend, and no fault of the mail.
                        Some(530..=539) => Delivery::Later(error.to_string()),
                        Some(550 | 551 | 553) => Delivery::NoSuchAddress(error.to_string()),
                        _ if error.is_permanent() => Delivery::Refused(error.to_string()),
                        _ => Delivery::Later(error.to_string()),
                    },
                }
            }
        }
    }
}

/// The same mail has the same Message-ID at every try, so a server that took it and forgot to say so can tell.
fn message(mail: &Mail, from: &Mailbox, domain: &str, stop: Option<&str>) -> anyhow::Result<Message> {
    let address: Address = mail.recipient.parse().context("the address of the recipient")?;
    let mut builder = Message::builder();
    if let Some(stop) = stop {
        builder = builder.header(ListUnsubscribe(format!("<{stop}>"))).header(ListUnsubscribePost);
    }
    Ok(builder
        .from(from.clone())
        .to(Mailbox::new(Some(mail.recipient_name.clone()), address))
        .subject(&mail.subject)
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        .date(mail.created_at.into())
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))?)
}

/// RFC 8058: the mail program's own button asks this address, without a sign-in.
#[derive(Debug, Clone)]
struct ListUnsubscribe(String);

#[derive(Debug, Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

fn transport(smtp: &Smtp) -> anyhow::Result<AsyncSmtpTransport<Tokio1Executor>> {
    let url = url::Url::parse(smtp.url.expose()).context("smtp_url cannot be read")?;
    let host = url.host_str().context("smtp_url names no host")?.to_owned();
    let tls = || -> anyhow::Result<TlsParameters> {
        let mut parameters = TlsParameters::builder(host.clone());
        if let Some(path) = &smtp.ca_file {
            let pem = std::fs::read(path).with_context(|| format!("cannot read smtp_ca_file {}", path.display()))?;
            parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).context("smtp_ca_file is not a PEM certificate")?);
        }
        Ok(parameters.build_rustls()?)
    };
    let (tls, usual_port) = match url.scheme() {
        "smtps" => (Tls::Wrapper(tls()?), 465),
        "smtp+insecure" => (Tls::None, 25),
        _ => (Tls::Required(tls()?), 587),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&host)
        .port(url.port().unwrap_or(usual_port))
        .tls(tls)
        .timeout(Some(smtp.timeout));
    if !url.username().is_empty() {
        let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        builder = builder.credentials(Credentials::new(decode(url.username()), decode(url.password().unwrap_or_default())));
    }
    Ok(builder.build())
}
