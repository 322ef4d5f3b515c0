//! Mail that comes back: a delivery status notification (RFC 3464), read from whatever a mail server wrote around it.
use domain::id::MailId;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use uuid::Uuid;

/// Larger mails are no notifications: those quote a page of the mail at most.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// A notification tells of a few recipients; ours have one.
const MOST_RECIPIENTS: usize = 50;

/// What a mail server says of a mail that it could not hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub mail: MailId,
    /// The server knows no such recipient; else it refused this mail.
    pub no_such_address: bool,
    /// In the words of the server.
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReturned {
    #[error("this is no delivery status notification")]
    NoReport,
    #[error("the notification tells of a delay or of a delivery")]
    NotFailed,
    #[error("the notification does not say which mail of ours it is about")]
    NotOurs,
}

/// The library breaks off on some broken messages: they are no notifications then.
pub fn read(bytes: &[u8]) -> Result<Returned, NotReturned> {
    std::panic::catch_unwind(|| taken_apart(bytes)).unwrap_or(Err(NotReturned::NoReport))
}

fn taken_apart(bytes: &[u8]) -> Result<Returned, NotReturned> {
    let message = MessageParser::default().parse(bytes).ok_or(NotReturned::NoReport)?;
    let kind = |part: &mail_parser::MessagePart<'_>| {
        let kind = part.content_type()?;
        Some(format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase())
    };
    let status = |part: &&mail_parser::MessagePart<'_>| {
        matches!(kind(part).as_deref(), Some("message/delivery-status" | "message/global-delivery-status"))
    };
    let report = message.parts.iter().find(status).ok_or(NotReturned::NoReport)?;
    let failed = failure(&String::from_utf8_lossy(report.contents()))?;
    let quoted = |part: &mail_parser::MessagePart<'_>| match (&part.body, kind(part).as_deref()) {
        (PartType::Message(quoted), _) => quoted.message_id().and_then(mail_of),
        (_, Some("text/rfc822-headers" | "message/rfc822-headers" | "message/global-headers")) => {
            MessageParser::default().parse_headers(part.contents()).and_then(|headers| headers.message_id().and_then(mail_of))
        }
        _ => None,
    };
    let mail = message.parts.iter().find_map(quoted).ok_or(NotReturned::NotOurs)?;
    Ok(Returned { mail, ..failed })
}

/// The first recipient whom the server gave up.
fn failure(report: &str) -> Result<Returned, NotReturned> {
    let plain = report.replace("\r\n", "\n");
    for group in plain.split("\n\n").take(MOST_RECIPIENTS) {
        let group = format!("{}\n\n", group.trim_matches('\n'));
        let Some(fields) = MessageParser::default().parse_headers(group.as_bytes()) else { continue };
        if field(&fields, "Action").is_some_and(|action| action.eq_ignore_ascii_case("failed")) {
            let status = field(&fields, "Status").unwrap_or_default();
            let diagnosis = field(&fields, "Diagnostic-Code").unwrap_or_default();
            let recipient = field(&fields, "Final-Recipient").unwrap_or_default();
            let parts: Vec<_> = [status.as_str(), &diagnosis, &recipient].into_iter().filter(|part| !part.is_empty()).collect();
            let reason = parts.join("; ").chars().filter(|c| !c.is_control()).collect();
            let mail = MailId::from(Uuid::nil());
            return Ok(Returned { mail, no_such_address: is_no_such_address(&status, &diagnosis), reason });
        }
    }
    Err(NotReturned::NotFailed)
}

/// On one line, without the comments' line ends.
fn field(fields: &Message<'_>, name: &'static str) -> Option<String> {
    let raw = fields.header_raw(name)?;
    Some(raw.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// As an answer to the hand-over would be understood: 550, 551 and 553, unless the finer code says that it was about something else,
/// as a full mailbox (5.2.2) or a rule of the house (5.7).
fn is_no_such_address(status: &str, diagnosis: &str) -> bool {
    let code = status.split_whitespace().next().unwrap_or_default();
    if code.starts_with("5.1.") && code != "5.1.7" && code != "5.1.8" || matches!(code, "5.2.0" | "5.2.1") {
        return true;
    }
    let answer = diagnosis.split_whitespace().find(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    matches!(code, "5.0.0" | "") && matches!(answer, Some("550" | "551" | "553"))
}

/// The id that our own Message-ID begins with.
fn mail_of(message_id: &str) -> Option<MailId> {
    let (id, _) = message_id.trim_matches(['<', '>', ' ']).split_once('@')?;
    id.parse::<Uuid>().ok().map(MailId::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "0198f3a0-0000-7000-8000-00000000abcd";

    fn report(action: &str, status: &str, diagnosis: &str, quoted: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nTo: cho@example.vn\r\nSubject: Undelivered Mail Returned to Sender\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"B/mx.example\"\r\n\r\n\
             --B/mx.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI'm sorry to have to inform you.\r\n\r\n\
             --B/mx.example\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0700\r\n\r\n\
             Final-Recipient: rfc822; mai@htx.example\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: {diagnosis}\r\n\r\n\
             --B/mx.example\r\n{quoted}\r\n--B/mx.example--\r\n"
        )
    }

    fn whole() -> String {
        format!(
            "Content-Type: message/rfc822\r\n\r\nFrom: cho@example.vn\r\nMessage-ID: <{MAIL}@example.vn>\r\nSubject: x\r\n\r\nXin chào\r\n"
        )
    }

    #[test]
    fn a_failure_names_the_mail_and_what_the_server_said() {
        let headers = format!(
            "Content-Type: text/rfc822-headers\r\n\r\nFrom: cho@example.vn\r\nMessage-ID:\r\n <{MAIL}@example.vn>\r\nSubject: x\r\n"
        );
        for quoted in [whole(), headers] {
            let returned =
                read(report("failed", "5.1.1", "smtp; 550 5.1.1 <mai@htx.example>:\r\n    no such user", &quoted).as_bytes()).unwrap();
            assert_eq!(returned.mail, MailId::from(MAIL.parse::<Uuid>().unwrap()));
            assert!(returned.no_such_address);
            assert_eq!(returned.reason, "5.1.1; smtp; 550 5.1.1 <mai@htx.example>: no such user; rfc822; mai@htx.example");
        }
    }

    #[test]
    fn a_full_mailbox_or_a_rule_of_the_house_is_no_missing_address() {
        for (status, diagnosis, missing) in [
            ("5.1.1", "smtp; 550 5.1.1 unknown", true),
            ("5.1.10", "smtp; 550 5.1.10 null MX", true),
            ("5.2.1", "smtp; 550 mailbox disabled", true),
            ("5.0.0", "smtp; 550 no such user here", true),
            ("5.2.2", "smtp; 552 mailbox full", false),
            ("5.7.1", "smtp; 550 5.7.1 spam", false),
            ("5.4.4", "dns; host not found", false),
            ("5.0.0", "smtp; 554 transaction failed", false),
        ] {
            let returned = read(report("failed", status, diagnosis, &whole()).as_bytes()).unwrap();
            assert_eq!(returned.no_such_address, missing, "{status} {diagnosis}");
        }
    }

    #[test]
    fn what_tells_of_no_failure_of_ours_is_left_alone() {
        assert_eq!(read(report("delayed", "4.4.1", "smtp; 451 later", &whole()).as_bytes()), Err(NotReturned::NotFailed));
        let foreign = whole().replace(MAIL, "20261122.abc");
        assert_eq!(read(report("failed", "5.1.1", "smtp; 550 no", &foreign).as_bytes()), Err(NotReturned::NotOurs));
        assert_eq!(
            read(report("failed", "5.1.1", "smtp; 550 no", "Content-Type: text/plain\r\n\r\nx\r\n").as_bytes()),
            Err(NotReturned::NotOurs)
        );
        for other in [
            "",
            "\0\u{feff}",
            "Subject: Xin nghỉ phép\r\n\r\nTôi đi vắng.",
            "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n--x--",
        ] {
            assert_eq!(read(other.as_bytes()), Err(NotReturned::NoReport), "{other:?}");
        }
    }

    #[test]
    fn nothing_breaks_the_reader() {
        let whole = report("failed", "5.1.1", "smtp; 550 no", &whole()).into_bytes();
        for at in 0..whole.len() {
            let _ = read(&whole[..at]);
            for odd in [b"\0\xff".as_slice(), b"\r\n\r\n", b"--B/mx.example\r\n", b"Content-Type: message/rfc822\r\n"] {
                let _ = read(&[&whole[..at], odd, &whole[at..]].concat());
            }
        }
    }
}
