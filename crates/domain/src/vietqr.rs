//! A transfer as a code that every bank's app in Viet Nam reads (VietQR of NAPAS, EMVCo tags): payee, amount and purpose, made offline.
use crate::money::Vnd;
use crate::text::fold;

/// What a bank's app fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer<'a> {
    /// Six digits by which NAPAS knows the bank.
    pub bank: &'a str,
    pub account: &'a str,
    /// Without it the payer types it.
    pub amount: Option<Vnd>,
    pub bill: Option<&'a str>,
    pub purpose: Option<&'a str>,
}

/// The longest purpose that all banks carry whole.
const PURPOSE: usize = 25;

impl Transfer<'_> {
    /// The text of the code.
    pub fn payload(&self) -> String {
        let bank = tag("00", self.bank) + &tag("01", self.account);
        let payee = tag("00", "A000000727") + &tag("01", &bank) + &tag("02", "QRIBFTTA");
        let mut text =
            tag("00", "01") + &tag("01", if self.amount.is_some() { "12" } else { "11" }) + &tag("38", &payee) + &tag("53", "704");
        if let Some(amount) = self.amount {
            text += &tag("54", &amount.dong().to_string());
        }
        text += &tag("58", "VN");
        let more =
            self.bill.map(|bill| tag("01", bill)).unwrap_or_default() + &self.purpose.map(|said| tag("08", said)).unwrap_or_default();
        if !more.is_empty() {
            text += &tag("62", &more);
        }
        text += "6304";
        let sum = crc(text.as_bytes());
        format!("{text}{sum:04X}")
    }
}

fn tag(name: &str, value: &str) -> String {
    format!("{name}{:02}{value}", value.len())
}

/// CRC-16/CCITT-FALSE.
fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| if sum & 0x8000 == 0 { sum << 1 } else { (sum << 1) ^ 0x1021 })
    })
}

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("the code is cut off")]
    Truncated,
    #[error("the sum is not that of the code")]
    Crc,
}

/// Whether a code is whole: its sum is that of what it says.
pub fn check(code: &str) -> Result<(), CodeError> {
    let (head, sum) = code.len().checked_sub(4).and_then(|at| code.split_at_checked(at)).ok_or(CodeError::Truncated)?;
    if !head.ends_with("6304") {
        return Err(CodeError::Truncated);
    }
    if sum == format!("{:04X}", crc(head.as_bytes())) { Ok(()) } else { Err(CodeError::Crc) }
}

/// A purpose as banks carry it: plain capitals, at most 25 signs, cut where a word ends if one does.
pub fn purpose(text: &str) -> String {
    let plain: String =
        fold(text).chars().map(|c| if matches!(c, '–' | '—') { '-' } else { c }).filter(|c| matches!(c, ' '..='~')).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_uppercase();
    let Some(head) = plain.get(..=PURPOSE) else { return plain };
    let end = head.rfind(' ').unwrap_or(PURPOSE);
    head.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{Failures, cases, group, text};
    use proptest::prelude::*;

    #[test]
    fn codes_of_the_shared_vectors() {
        let mut failures = Failures::default();
        let vectors = group("vietqr");
        for case in cases(&vectors, "build") {
            let transfer = Transfer {
                bank: text(case, "bank_bin"),
                account: text(case, "account"),
                amount: case["amount"].as_i64().map(Vnd::new),
                bill: case["bill_number"].as_str(),
                purpose: case["purpose"].as_str(),
            };
            failures.same(&case.to_string(), transfer.payload(), text(case, "payload"));
            failures.same(&case.to_string(), check(text(case, "payload")), Ok::<(), CodeError>(()));
        }
        for case in cases(&vectors, "invalid_payloads") {
            let reason = match check(text(case, "payload")) {
                Err(CodeError::Truncated) => "truncated",
                Err(CodeError::Crc) => "crc",
                Ok(()) => "none",
            };
            failures.same(text(case, "payload"), reason, text(case, "reason"));
        }
        for case in cases(&vectors, "purpose_fold") {
            failures.same(text(case, "input"), purpose(text(case, "input")), text(case, "output"));
        }
        failures.none();
    }

    proptest! {
        #[test]
        fn any_purpose_is_short_and_plain_and_any_code_is_whole(said in ".{0,80}", dong in 1i64..1_000_000_000_000) {
            let purpose = purpose(&said);
            prop_assert!(purpose.len() <= PURPOSE && purpose.bytes().all(|b| (b' '..=b'~').contains(&b) && !b.is_ascii_lowercase()));
            let said = Some(purpose.as_str()).filter(|said| !said.is_empty());
            let transfer = Transfer { bank: "970436", account: "1017595600", amount: Some(Vnd::new(dong)), bill: None, purpose: said };
            prop_assert_eq!(check(&transfer.payload()), Ok(()));
        }

        #[test]
        fn one_wrong_sign_is_seen(at in 0usize..60, sign in "[0-9A-Z]") {
            let code = Transfer { bank: "970436", account: "1017595600", amount: None, bill: None, purpose: None }.payload();
            let mut changed = code.clone();
            changed.replace_range(at..=at, &sign);
            prop_assert_eq!(check(&changed).is_ok(), changed == code);
        }
    }
}
