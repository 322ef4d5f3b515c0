//! A picture or a PDF of the paper that a certificate is entered from.
use crate::account::Actor;
use crate::certificate::{Certificate, CertificateStatus};
use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{CertificateId, ScanId, UserId};
use crate::policy::{self, Command, Target};
use std::borrow::Cow;

/// The most bytes of one file, as it is sent and as it is kept.
pub const MOST_BYTES: usize = 10_000_000;
/// The most photographed pages of one paper.
pub const MOST_PAGES: usize = 12;
/// The most scans of one certificate.
pub const MOST_SCANS: u64 = 5;

coded! {
    /// What is kept: every picture becomes a JPEG, a PDF stays as it is.
    Media, MediaError = "scan_media_unknown";
    Jpeg = "jpeg",
    Pdf = "pdf",
}

/// What a file is by its first bytes, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Jpeg,
    Png,
    Webp,
    Pdf,
}

impl Format {
    /// How many bytes [`Self::sniff`] wants to see.
    pub const HEAD: usize = 12;

    pub fn sniff(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// What is known of a scan without reading its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    pub id: ScanId,
    pub certificate: CertificateId,
    pub media: Media,
    /// SHA-256 of the bytes that are kept: the same file sent twice is one scan.
    pub hash: [u8; 32],
    pub size: u32,
    /// Width and height of a picture.
    pub pixels: Option<(u32, u32)>,
    pub added_by: UserId,
    pub added_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanConflict {
    #[error("too_many_scans")]
    TooMany,
    /// The office looked at it and decided.
    #[error("scan_was_reviewed")]
    Reviewed,
}

impl Conflict for ScanConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::TooMany | Self::Reviewed => None,
        }
    }
}

pub type ScanError = Refusal<ScanConflict>;

/// May one more scan be put beside the `have` that a certificate has?
pub fn may_add(actor: &Actor, certificate: &Certificate, have: u64) -> Result<(), ScanError> {
    policy::allow(actor, Command::AddScan, Target::Org(certificate.org))?;
    if have < MOST_SCANS { Ok(()) } else { Err(Refusal::Conflict(ScanConflict::TooMany)) }
}

/// May a scan be taken away? Not once the office has verified the certificate by it.
pub fn may_remove(actor: &Actor, certificate: &Certificate) -> Result<(), ScanError> {
    policy::allow(actor, Command::RemoveScan, Target::Org(certificate.org))?;
    match certificate.status {
        CertificateStatus::Submitted { .. } | CertificateStatus::Refused { .. } => Ok(()),
        CertificateStatus::Verified { .. } | CertificateStatus::Suspended { .. } => Err(Refusal::Conflict(ScanConflict::Reviewed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(Format::sniff(b"\xff\xd8\xff\xe0 JFIF"), Some(Format::Jpeg));
        assert_eq!(Format::sniff(b"\x89PNG\r\n\x1a\n...."), Some(Format::Png));
        assert_eq!(Format::sniff(b"RIFF....WEBPVP8 "), Some(Format::Webp));
        assert_eq!(Format::sniff(b"%PDF-1.7"), Some(Format::Pdf));
        for other in [b"".as_slice(), b"RIFF....WAVE", b"<svg xmlns", b"GIF89a", b" %PDF-1.7", b"MZ"] {
            assert_eq!(Format::sniff(other), None, "{other:?}");
        }
    }
}
