//! Typed identifiers. Two kinds of id cannot be swapped by mistake; raw UUIDs appear only in the store.
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids!(
    OrgId,
    UserId,
    SessionId,
    CertificateId,
    ScanId,
    DocumentId,
    OfferId,
    PhotoId,
    DemandId,
    BatchId,
    RecurringDemandId,
    RoundId,
    ProposalId,
    ContractId,
    LineId,
    DueId,
    ChallengeId,
    NoticeId,
    MailId,
    JobId,
    TokenId,
    InvitationId,
    AppealId,
    ApprovalId,
    GuardedChangeId,
    ImportId,
    ImportRowId,
    SearchId,
    VarietyRequestId,
    AssistedId,
    SlipId,
    OfficeActId,
    OfficeNoteId,
);
