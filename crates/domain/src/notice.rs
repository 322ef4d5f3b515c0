//! What people are told, in the app and some of it by mail. The words are the screens' and the mail templates' own.
use crate::coded::coded;

coded! {
    /// Something that happened or is about to, and that somebody should know.
    NoticeKind, NoticeKindError = "notice_kind_unknown";
    OrganisationVerified = "organisation_verified",
    OrganisationRefused = "organisation_refused",
    OrganisationSuspended = "organisation_suspended",
    CertificateVerified = "certificate_verified",
    CertificateRefused = "certificate_refused",
    CertificateSuspended = "certificate_suspended",
    /// All new proposals of one round in one notice.
    ProposalsNew = "proposals_new",
    ProposalCountered = "proposal_countered",
    /// The other side accepted; the answer is ours.
    ProposalAccepted = "proposal_accepted",
    /// Both sides accepted the same terms.
    ProposalAgreed = "proposal_agreed",
    ProposalDeclined = "proposal_declined",
    ProposalExpired = "proposal_expired",
    ContractToSign = "contract_to_sign",
    ContractSignedByOne = "contract_signed_by_one",
    ContractInForce = "contract_in_force",
    ContractDeclined = "contract_declined",
    ContractExpired = "contract_expired",
    ContractTerminated = "contract_terminated",
    ContractCompleted = "contract_completed",
    DeliveryDue = "delivery_due",
    DeliveryDispatched = "delivery_dispatched",
    DeliveryReceived = "delivery_received",
    DeliveryMissed = "delivery_missed",
    PaymentDue = "payment_due",
    PaymentOverdue = "payment_overdue",
    PaymentDeclared = "payment_declared",
    PaymentDisputed = "payment_disputed",
    PaymentConfirmed = "payment_confirmed",
}

coded! {
    /// What a notice leads to when it is opened.
    Subject, SubjectError = "notice_subject_unknown";
    Organisation = "organisation",
    Certificate = "certificate",
    Round = "round",
    Proposal = "proposal",
    Contract = "contract",
}

impl NoticeKind {
    /// Whose id a notice of this kind carries. A delivery and a payment are read on the page of their contract.
    pub const fn subject(self) -> Subject {
        match self {
            Self::OrganisationVerified | Self::OrganisationRefused | Self::OrganisationSuspended => Subject::Organisation,
            Self::CertificateVerified | Self::CertificateRefused | Self::CertificateSuspended => Subject::Certificate,
            Self::ProposalsNew => Subject::Round,
            Self::ProposalCountered | Self::ProposalAccepted | Self::ProposalDeclined | Self::ProposalExpired => Subject::Proposal,
            Self::ProposalAgreed
            | Self::ContractToSign
            | Self::ContractSignedByOne
            | Self::ContractInForce
            | Self::ContractDeclined
            | Self::ContractExpired
            | Self::ContractTerminated
            | Self::ContractCompleted
            | Self::DeliveryDue
            | Self::DeliveryDispatched
            | Self::DeliveryReceived
            | Self::DeliveryMissed
            | Self::PaymentDue
            | Self::PaymentOverdue
            | Self::PaymentDeclared
            | Self::PaymentDisputed
            | Self::PaymentConfirmed => Subject::Contract,
        }
    }

    /// What cannot wait until somebody opens the app goes out by mail as well.
    pub const fn by_mail(self) -> bool {
        match self {
            Self::OrganisationVerified
            | Self::OrganisationRefused
            | Self::OrganisationSuspended
            | Self::CertificateRefused
            | Self::ProposalsNew
            | Self::ProposalCountered
            | Self::ProposalAccepted
            | Self::ContractToSign
            | Self::ContractSignedByOne
            | Self::ContractInForce
            | Self::ContractDeclined
            | Self::ContractExpired
            | Self::ContractTerminated
            | Self::DeliveryDue
            | Self::PaymentDue
            | Self::PaymentOverdue => true,
            Self::CertificateVerified
            | Self::CertificateSuspended
            | Self::ProposalAgreed
            | Self::ProposalDeclined
            | Self::ProposalExpired
            | Self::ContractCompleted
            | Self::DeliveryDispatched
            | Self::DeliveryReceived
            | Self::DeliveryMissed
            | Self::PaymentDeclared
            | Self::PaymentDisputed
            | Self::PaymentConfirmed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contract with the mail templates and the screens: a change shows here.
    #[test]
    fn every_kind_with_what_it_opens_and_whether_it_is_mailed() {
        let row = |kind: &NoticeKind| format!("{kind:<24}{:<14}{}", kind.subject(), if kind.by_mail() { "mail" } else { "" });
        let rows: Vec<_> = NoticeKind::ALL.iter().map(|kind| row(kind).trim_end().to_owned()).collect();
        insta::assert_snapshot!("kinds", rows.join("\n"));
    }
}
