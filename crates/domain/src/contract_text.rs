//! The text of a contract: the same terms give the same bytes for ever, and their SHA-256 is what people sign.
//!
//! Composed UTF-8, one `\n` after each line. Every value comes from [`ContractTerms`], so there is no blank to fill in and no
//! law is named that the terms do not carry. A change of wording is a new template; the old one stays for old contracts.
mod articles;
mod dues;
mod head;
mod wording;

use crate::contract::ContractTerms;
use crate::text::nfc;

/// The mark of a contract made on the demo market.
pub const DEMO_MARK: &str = "BẢN MẪU – DỮ LIỆU TRÌNH DIỄN, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";

/// Lines of a document, in order.
struct Lines(Vec<String>);

impl Lines {
    fn push(&mut self, line: impl Into<String>) {
        self.0.push(line.into());
    }

    fn blank(&mut self) {
        self.0.push(String::new());
    }
}

/// The canonical text. Its bytes are what is hashed, stored and shown.
pub fn render(terms: &ContractTerms) -> String {
    let mut lines = Lines(Vec::new());
    if terms.demo {
        lines.push(DEMO_MARK);
        lines.blank();
    }
    head::write(&mut lines, terms);
    articles::write(&mut lines, terms);
    head::write_signers(&mut lines, terms);
    if terms.demo {
        lines.blank();
        lines.push(DEMO_MARK);
    }
    lines.blank();
    nfc(&lines.0.join("\n"))
}

#[cfg(test)]
mod tests;
