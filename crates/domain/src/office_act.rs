//! What an officer does for a member beside offers and demands: papers, how to reach it, the organisation itself. Each leaves a trace
//! that nobody changes.
use crate::assisted::Asked;
use crate::coded::coded;
use crate::day::Timestamp;
use crate::id::{OfficeActId, OrgId, UserId};
use crate::text::Name;
use uuid::Uuid;

coded! {
    /// What was done.
    OfficeActKind, OfficeActKindError = "office_act_unknown";
    CertificateAdded = "certificate_added",
    CertificateCorrected = "certificate_corrected",
    ScanAdded = "scan_added",
    ScanRemoved = "scan_removed",
    DocumentSent = "document_sent",
    PhotoAdded = "photo_added",
    PhotoRemoved = "photo_removed",
    OrganisationEntered = "organisation_entered",
    ContactCorrected = "contact_corrected",
    /// Consent on paper to an entry on the market.
    SlipRecorded = "slip_recorded",
}

impl OfficeActKind {
    /// Whether it is one more file beside something that was told already: told in the app alone.
    pub const fn is_attachment(self) -> bool {
        matches!(self, Self::ScanAdded | Self::ScanRemoved | Self::PhotoAdded | Self::PhotoRemoved)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeAct {
    pub id: OfficeActId,
    pub org: OrgId,
    pub kind: OfficeActKind,
    /// The certificate, the offer, the entry or the organisation.
    pub subject: Uuid,
    /// What people call it: a certificate's number, a slip's reference, the code of a document.
    pub about: Option<Name>,
    /// Who asked for it; of one file more beside something, whoever asked for that.
    pub asked: Option<Asked>,
    pub by: UserId,
    pub at: Timestamp,
}
