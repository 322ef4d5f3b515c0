//! What people are told, in the app and some of it by mail. The words are the screens' and the mail templates' own.
use crate::coded::coded;

coded! {
    /// Something that happened or is about to, and that somebody should know.
    NoticeKind, NoticeKindError = "notice_kind_unknown";
    /// For the programme office: somebody new waits for it.
    OrganisationSubmitted = "organisation_submitted",
    OrganisationVerified = "organisation_verified",
    OrganisationRefused = "organisation_refused",
    OrganisationSuspended = "organisation_suspended",
    /// By its own director; so are the end of the rest and the closing.
    OrganisationPaused = "organisation_paused",
    OrganisationResumed = "organisation_resumed",
    OrganisationClosed = "organisation_closed",
    /// For the programme office: an organisation asks it to look again.
    AppealMade = "appeal_made",
    AppealAnswered = "appeal_answered",
    /// A new bank account or another representative: asked for, confirmed by a second member, approved so that the wait runs,
    /// refused, stopped, in force. Members and the programme office hear of each step.
    ChangeAsked = "change_asked",
    ChangeConfirmed = "change_confirmed",
    ChangeApproved = "change_approved",
    ChangeRefused = "change_refused",
    ChangeStopped = "change_stopped",
    /// Nobody confirmed it in time.
    ChangeExpired = "change_expired",
    ChangeInForce = "change_in_force",
    /// For those who have a contract in force with an organisation whose bank account changes, changed, or stays after all.
    PartnerAccountChanging = "partner_account_changing",
    PartnerAccountChanged = "partner_account_changed",
    PartnerAccountKept = "partner_account_kept",
    /// A director sent a paper about the organisation.
    DocumentSent = "document_sent",
    /// The office asks for another version.
    DocumentToRevise = "document_to_revise",
    DocumentRefused = "document_refused",
    /// A director or the operator made a link with which this person's password can be set.
    ResetLinkMade = "reset_link_made",
    /// Such a link, or a mailed one, was used.
    PasswordReset = "password_reset",
    /// An account elsewhere opens this one too, or does so no more.
    SsoTied = "sso_tied",
    SsoUntied = "sso_untied",
    /// A director gave this person another role, or closed the account: that one only a mail can tell.
    MemberRoleChanged = "member_role_changed",
    MemberRemoved = "member_removed",
    /// A director of the organisation came or went: its directors and the programme office hear of it.
    DirectorsChanged = "directors_changed",
    CertificateVerified = "certificate_verified",
    CertificateRefused = "certificate_refused",
    CertificateSuspended = "certificate_suspended",
    /// It runs out in 60, 30 or 7 days.
    CertificateExpiring = "certificate_expiring",
    /// The next weeks of a recurring demand went on the market.
    DemandRecurred = "demand_recurred",
    /// An officer entered an offer or a demand for the organisation, which is to say whether it asked for it.
    AssistedEntered = "assisted_entered",
    /// The office corrected or withdrew it before anybody confirmed it.
    AssistedChanged = "assisted_changed",
    AssistedWithdrawn = "assisted_withdrawn",
    /// An officer recorded that a member signed for it on paper.
    AssistedSigned = "assisted_signed",
    /// For the programme office: the organisation did not ask for it.
    AssistedRefused = "assisted_refused",
    /// Nobody confirmed it in time; for both.
    AssistedLapsed = "assisted_lapsed",
    /// An officer did something for the organisation beside its posts: a paper, how to reach it.
    OfficeActed = "office_acted",
    /// One more file beside what was told already.
    OfficeAttached = "office_attached",
    /// The harvest of a forecast is near, and its quantity is not firm.
    HarvestToConfirm = "harvest_to_confirm",
    /// For the programme office: a member asks for a variety that the catalogue does not have.
    VarietyAsked = "variety_asked",
    VarietyTaken = "variety_taken",
    VarietyRefused = "variety_refused",
    /// All new proposals of one round in one notice.
    ProposalsNew = "proposals_new",
    ProposalCountered = "proposal_countered",
    /// The other side accepted; the answer is ours.
    ProposalAccepted = "proposal_accepted",
    ProposalDeclined = "proposal_declined",
    ProposalExpired = "proposal_expired",
    /// One side was suspended.
    ProposalStopped = "proposal_stopped",
    /// For the directors: a clerk would accept or counter what is worth more than clerks decide alone.
    ApprovalAsked = "approval_asked",
    /// For the clerk who asked.
    ApprovalGiven = "approval_given",
    ApprovalRefused = "approval_refused",
    ContractToSign = "contract_to_sign",
    ContractSignedByOne = "contract_signed_by_one",
    ContractInForce = "contract_in_force",
    /// The other side was suspended before it signed; this side waits for a signature that cannot come meanwhile.
    ContractPartnerSuspended = "contract_partner_suspended",
    ContractDeclined = "contract_declined",
    ContractExpired = "contract_expired",
    ContractTerminated = "contract_terminated",
    ContractCompleted = "contract_completed",
    DeliveryDue = "delivery_due",
    /// The supplier named a day inside the asked ones; outside of them the buyer is asked.
    DeliveryDayNamed = "delivery_day_named",
    DeliveryDayAsked = "delivery_day_asked",
    /// The buyer agreed to the day, or not.
    DeliveryDayAnswered = "delivery_day_answered",
    DeliveryDispatched = "delivery_dispatched",
    /// Goods left days ago, and nobody wrote down what arrived.
    DeliveryToReceive = "delivery_to_receive",
    /// The buyer looked at a part; more follows.
    DeliveryInspected = "delivery_inspected",
    DeliveryReceived = "delivery_received",
    /// The buyer wrote down something else in place of an entry.
    InspectionCorrected = "inspection_corrected",
    DeliveryMissed = "delivery_missed",
    PaymentDue = "payment_due",
    PaymentOverdue = "payment_overdue",
    PaymentDeclared = "payment_declared",
    PaymentDisputed = "payment_disputed",
    /// Whoever said that it was paid took that back.
    PaymentWithdrawn = "payment_withdrawn",
    PaymentConfirmed = "payment_confirmed",
    /// A new edition of the rules is announced; once an edition.
    RulesAnnounced = "rules_announced",
    /// New posts on the market fit what somebody keeps looking for, all of some minutes in one notice.
    SearchFound = "search_found",
}

coded! {
    /// What a notice leads to when it is opened.
    Subject, SubjectError = "notice_subject_unknown";
    Organisation = "organisation",
    Account = "account",
    Certificate = "certificate",
    Demand = "demand",
    Offer = "offer",
    Round = "round",
    Proposal = "proposal",
    Contract = "contract",
    Search = "search",
    VarietyRequest = "variety_request",
    Rules = "rules",
    Assisted = "assisted",
}

impl NoticeKind {
    /// Whose id a notice of this kind carries. A delivery and a payment are read on the page of their contract.
    pub const fn subject(self) -> Subject {
        match self {
            Self::OrganisationSubmitted
            | Self::OrganisationVerified
            | Self::OrganisationRefused
            | Self::OrganisationSuspended
            | Self::OrganisationPaused
            | Self::OrganisationResumed
            | Self::OrganisationClosed
            | Self::AppealMade
            | Self::AppealAnswered
            | Self::ChangeAsked
            | Self::ChangeConfirmed
            | Self::ChangeApproved
            | Self::ChangeRefused
            | Self::ChangeStopped
            | Self::ChangeExpired
            | Self::ChangeInForce
            | Self::PartnerAccountChanging
            | Self::PartnerAccountChanged
            | Self::PartnerAccountKept
            | Self::DocumentSent
            | Self::DocumentToRevise
            | Self::DocumentRefused
            | Self::OfficeActed
            | Self::OfficeAttached
            | Self::DirectorsChanged => Subject::Organisation,
            Self::ResetLinkMade | Self::PasswordReset | Self::SsoTied | Self::SsoUntied | Self::MemberRoleChanged | Self::MemberRemoved => {
                Subject::Account
            }
            Self::CertificateVerified | Self::CertificateRefused | Self::CertificateSuspended | Self::CertificateExpiring => {
                Subject::Certificate
            }
            Self::DemandRecurred => Subject::Demand,
            Self::HarvestToConfirm => Subject::Offer,
            Self::AssistedEntered
            | Self::AssistedChanged
            | Self::AssistedWithdrawn
            | Self::AssistedSigned
            | Self::AssistedRefused
            | Self::AssistedLapsed => Subject::Assisted,
            Self::VarietyAsked | Self::VarietyTaken | Self::VarietyRefused => Subject::VarietyRequest,
            Self::ProposalsNew => Subject::Round,
            Self::ProposalCountered
            | Self::ProposalAccepted
            | Self::ProposalDeclined
            | Self::ProposalExpired
            | Self::ProposalStopped
            | Self::ApprovalAsked
            | Self::ApprovalGiven
            | Self::ApprovalRefused => Subject::Proposal,
            Self::ContractToSign
            | Self::ContractSignedByOne
            | Self::ContractInForce
            | Self::ContractPartnerSuspended
            | Self::ContractDeclined
            | Self::ContractExpired
            | Self::ContractTerminated
            | Self::ContractCompleted
            | Self::DeliveryDue
            | Self::DeliveryDayNamed
            | Self::DeliveryDayAsked
            | Self::DeliveryDayAnswered
            | Self::DeliveryDispatched
            | Self::DeliveryToReceive
            | Self::DeliveryInspected
            | Self::DeliveryReceived
            | Self::InspectionCorrected
            | Self::DeliveryMissed
            | Self::PaymentDue
            | Self::PaymentOverdue
            | Self::PaymentDeclared
            | Self::PaymentDisputed
            | Self::PaymentWithdrawn
            | Self::PaymentConfirmed => Subject::Contract,
            Self::SearchFound => Subject::Search,
            Self::RulesAnnounced => Subject::Rules,
        }
    }

    /// Whether the sentence says which member or officer did it; a contract's parties are named by what they signed.
    pub const fn names_a_person(self) -> bool {
        matches!(
            self,
            Self::ChangeAsked
                | Self::ChangeConfirmed
                | Self::ChangeApproved
                | Self::ChangeRefused
                | Self::ChangeStopped
                | Self::ChangeExpired
                | Self::ChangeInForce
                | Self::ResetLinkMade
                | Self::MemberRoleChanged
                | Self::MemberRemoved
                | Self::DirectorsChanged
                | Self::ApprovalAsked
                | Self::ApprovalGiven
                | Self::ApprovalRefused
                | Self::AssistedEntered
                | Self::AssistedChanged
                | Self::AssistedWithdrawn
                | Self::AssistedSigned
                | Self::OfficeActed
                | Self::OfficeAttached
                | Self::AssistedRefused
                | Self::AssistedLapsed
        )
    }

    /// Whether the office reads in it who leads an organisation.
    pub const fn tells_of_directors(self) -> bool {
        matches!(
            self,
            Self::ChangeAsked
                | Self::ChangeConfirmed
                | Self::ChangeApproved
                | Self::ChangeRefused
                | Self::ChangeStopped
                | Self::ChangeExpired
                | Self::ChangeInForce
                | Self::DirectorsChanged
        )
    }

    /// What a driver is told of what everybody in the organisation is told: goods to send and to receive. None of it names money.
    pub const fn is_for_drivers(self) -> bool {
        matches!(
            self,
            Self::DeliveryDue
                | Self::DeliveryDayNamed
                | Self::DeliveryDayAnswered
                | Self::DeliveryDispatched
                | Self::DeliveryToReceive
                | Self::DeliveryMissed
        )
    }

    /// What cannot wait until somebody opens the app, or asks for an answer, goes out by mail as well. What only closes a matter
    /// is found in the app.
    pub const fn by_mail(self) -> bool {
        match self {
            Self::OrganisationSubmitted
            | Self::OrganisationVerified
            | Self::OrganisationRefused
            | Self::OrganisationSuspended
            | Self::OrganisationClosed
            | Self::AppealMade
            | Self::AppealAnswered
            | Self::ChangeAsked
            | Self::ChangeConfirmed
            | Self::ChangeApproved
            | Self::ChangeRefused
            | Self::ChangeStopped
            | Self::ChangeExpired
            | Self::ChangeInForce
            | Self::PartnerAccountChanging
            | Self::PartnerAccountChanged
            | Self::PartnerAccountKept
            | Self::DocumentToRevise
            | Self::DocumentRefused
            | Self::ResetLinkMade
            | Self::PasswordReset
            | Self::SsoTied
            | Self::SsoUntied
            | Self::MemberRoleChanged
            | Self::MemberRemoved
            | Self::DirectorsChanged
            | Self::CertificateRefused
            | Self::CertificateSuspended
            | Self::CertificateExpiring
            | Self::AssistedEntered
            | Self::AssistedSigned
            | Self::AssistedRefused
            | Self::AssistedLapsed
            | Self::OfficeActed
            | Self::HarvestToConfirm
            | Self::ProposalsNew
            | Self::ProposalCountered
            | Self::ProposalAccepted
            | Self::ApprovalAsked
            | Self::ContractToSign
            | Self::ContractSignedByOne
            | Self::ContractInForce
            | Self::ContractPartnerSuspended
            | Self::ContractDeclined
            | Self::ContractExpired
            | Self::ContractTerminated
            | Self::DeliveryDue
            | Self::DeliveryDayNamed
            | Self::DeliveryDayAsked
            | Self::DeliveryDayAnswered
            | Self::DeliveryDispatched
            | Self::DeliveryToReceive
            | Self::DeliveryReceived
            | Self::InspectionCorrected
            | Self::DeliveryMissed
            | Self::PaymentDue
            | Self::PaymentOverdue
            | Self::PaymentDeclared
            | Self::PaymentDisputed
            | Self::PaymentWithdrawn
            | Self::RulesAnnounced
            | Self::SearchFound => true,
            Self::OrganisationPaused
            | Self::OrganisationResumed
            | Self::CertificateVerified
            | Self::DocumentSent
            | Self::DemandRecurred
            | Self::AssistedChanged
            | Self::AssistedWithdrawn
            | Self::OfficeAttached
            | Self::VarietyAsked
            | Self::VarietyTaken
            | Self::VarietyRefused
            | Self::ProposalDeclined
            | Self::ProposalExpired
            | Self::ProposalStopped
            | Self::ApprovalGiven
            | Self::ApprovalRefused
            | Self::ContractCompleted
            | Self::DeliveryInspected
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
