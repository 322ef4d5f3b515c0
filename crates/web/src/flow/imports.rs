//! A list on its way in: read and stored row by row, decided by a person where it is in doubt, then made, each row once.
mod decide;
mod kind;
mod make;
mod place;
mod read;
mod registry;
mod send;

pub use decide::{DecideError, Decision, decide, set_defaults};
pub use kind::Listed;
pub use make::{make, start};
pub use send::{SendError, Sent, may_send_one_more, refused, send};

/// Runs a function for the kind of row that a list holds.
macro_rules! of_kind {
    ($kind:expr, $run:ident($($argument:expr),* $(,)?)) => {
        match $kind {
            domain::import::ImportKind::Offers => $run::<sheets::OfferRow>($($argument),*),
            domain::import::ImportKind::Demands => $run::<sheets::DemandRow>($($argument),*),
            domain::import::ImportKind::Organisations => $run::<sheets::OrganisationRow>($($argument),*),
            domain::import::ImportKind::Certificates => $run::<sheets::CertificateRow>($($argument),*),
        }
    };
    ($kind:expr, await $run:ident($($argument:expr),* $(,)?)) => {
        match $kind {
            domain::import::ImportKind::Offers => $run::<sheets::OfferRow>($($argument),*).await,
            domain::import::ImportKind::Demands => $run::<sheets::DemandRow>($($argument),*).await,
            domain::import::ImportKind::Organisations => $run::<sheets::OrganisationRow>($($argument),*).await,
            domain::import::ImportKind::Certificates => $run::<sheets::CertificateRow>($($argument),*).await,
        }
    };
}
pub(crate) use of_kind;
