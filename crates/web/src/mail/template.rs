//! What mails say. A template is a subject, paragraphs and one link's words; text and HTML are laid out from the same parts.
use anyhow::{Context, anyhow};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use rust_embed::RustEmbed;
use serde::Serialize;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "mail"]
struct Files;

/// A mail ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What every mail has beside its own words.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct About<'a> {
    pub language: &'a str,
    pub name: &'a str,
    /// Where the button goes.
    pub link: &'a str,
    /// Where mails of this kind end, if they may.
    pub stop: Option<&'a str>,
    pub demo: bool,
}

#[derive(Serialize)]
struct Layout<'a> {
    #[serde(flatten)]
    about: About<'a>,
    subject: &'a str,
    paragraphs: &'a [String],
    button: &'a str,
}

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    // Parts are plain text; only the HTML layout escapes.
    environment.set_auto_escape_callback(|name| {
        if std::path::Path::new(name).extension().is_some_and(|kind| kind == "html") { AutoEscape::Html } else { AutoEscape::None }
    });
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_filter("vnd", |dong: i64| domain::format::vnd(domain::money::Vnd::new(dong)));
    environment.add_filter("kg", |text: &str| read(text).map(domain::format::kg));
    environment.add_filter("day", |text: &str| read(text).map(|date| domain::format::day(domain::day::TradeDay::new(date))));
    environment.add_filter("local_day", |text: &str| read(text).map(|at| domain::format::day(domain::day::TradeDay::of(at))));
    environment.add_filter("local_time", |text: &str| read(text).map(|at| domain::day::TradeDay::clock(at).format("%H:%M").to_string()));
    for path in Files::iter() {
        let text = Files::get(&path).and_then(|file| String::from_utf8(file.data.into_owned()).ok()).unwrap_or_default();
        environment.add_template_owned(path.to_string(), text).unwrap_or_else(|error| panic!("mail template {path}: {error}"));
    }
    environment
});

/// An argument as it stands in JSON, read back for printing.
fn read<T: std::str::FromStr>(text: &str) -> Result<T, minijinja::Error> {
    text.parse().map_err(|_| minijinja::Error::new(minijinja::ErrorKind::InvalidOperation, format!("cannot print {text:?}")))
}

/// The first line of a mail of this kind, for a list of what happened.
pub fn subject(kind: &str, language: &str, arguments: &serde_json::Value) -> anyhow::Result<String> {
    parts(kind, language, arguments).map(|(subject, _)| subject)
}

/// A template filled with its arguments: the subject, and what stands below.
fn parts(kind: &str, language: &str, arguments: &serde_json::Value) -> anyhow::Result<(String, String)> {
    let filled = TEMPLATES
        .get_template(&format!("{language}/{kind}.txt"))
        .and_then(|template| template.render(Serde(arguments)))
        .with_context(|| format!("mail {language}/{kind}"))?;
    let (subject, body) = filled.split_once("\n---\n").ok_or_else(|| anyhow!("mail {language}/{kind} has no subject line"))?;
    Ok((subject.trim().to_owned(), body.to_owned()))
}

/// Renders the mail `kind`; `arguments` fill its template.
pub fn render(kind: &str, arguments: &serde_json::Value, about: &About) -> anyhow::Result<Rendered> {
    let language = about.language;
    let (subject, body) = parts(kind, language, arguments)?;
    let mut paragraphs: Vec<String> = body.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    let button = paragraphs.pop().and_then(|last| Some(last.strip_prefix('[')?.strip_suffix(']')?.to_owned()));
    let button = button.ok_or_else(|| anyhow!("mail {language}/{kind} has no [button]"))?;
    let layout = Layout { about: *about, subject: &subject, paragraphs: &paragraphs, button: &button };
    let lay = |file: &str| {
        TEMPLATES.get_template(file).and_then(|template| template.render(Serde(&layout))).with_context(|| format!("mail {file}"))
    };
    Ok(Rendered { text: lay("layout.txt")?, html: lay("layout.html")?, subject })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::notice::NoticeKind;
    use std::collections::BTreeSet;

    fn kinds(language: &str) -> BTreeSet<String> {
        Files::iter().filter_map(|path| Some(path.strip_prefix(language)?.strip_prefix('/')?.strip_suffix(".txt")?.to_owned())).collect()
    }

    const fn about(link: &str) -> About<'_> {
        About { language: "vi", name: "Bùi Văn A", link, stop: None, demo: false }
    }

    #[test]
    fn the_mail_of_the_day_lists_what_happened_and_how_to_end_it() {
        let lines = ["3 đề xuất mới từ phiên ghép", "Giấy VietGAP sắp hết hạn"];
        let arguments = serde_json::json!({ "count": 22, "lines": lines, "more": 20 });
        let stop = "https://cho.example/api/v1/mail/unsubscribe/x";
        let mail = render("daily", &arguments, &About { stop: Some(stop), ..about("https://cho.example/thong-bao") }).unwrap();
        assert_eq!(mail.subject, "22 việc mới trên chợ");
        assert!(mail.text.contains("• 3 đề xuất mới từ phiên ghép\n• Giấy VietGAP sắp hết hạn\n• và 20 việc khác"), "{}", mail.text);
        assert!(mail.text.contains(stop) && mail.html.contains("mail&#x2f;unsubscribe"), "{}", mail.html);
    }

    #[test]
    fn both_languages_have_the_same_mails() {
        assert_eq!(kinds("vi"), kinds("en"));
    }

    #[test]
    fn there_is_a_mail_for_what_is_told_by_mail_and_for_every_secret() {
        let told = NoticeKind::ALL.iter().filter(|kind| kind.by_mail()).map(|kind| kind.code());
        let secret = ["confirm_email", "invitation", "reset_password", "signing_code"];
        let told = told.chain([crate::auth::unsubscribe::DAILY]);
        assert_eq!(kinds("vi"), told.chain(secret).map(str::to_owned).collect());
    }

    #[test]
    fn names_are_escaped_in_html_and_the_link_stands_in_both_parts() {
        let arguments = serde_json::json!({ "organisation": "HTX <b>Cam</b> & Bưởi", "reason": "Đủ giấy" });
        let link = "https://cho.example/to-chuc";
        let mail = render("organisation_verified", &arguments, &about(link)).unwrap();
        assert!(mail.html.contains("HTX &lt;b&gt;Cam&lt;") && !mail.html.contains("<b>Cam"), "{}", mail.html);
        assert!(mail.text.contains("HTX <b>Cam</b> & Bưởi") && mail.text.contains(link));
        assert!(mail.html.contains("https:&#x2f;&#x2f;cho.example") || mail.html.contains(link));
    }

    #[test]
    fn a_missing_argument_is_an_error_not_a_gap() {
        assert!(render("organisation_verified", &serde_json::json!({}), &about("https://x")).is_err());
    }
}
