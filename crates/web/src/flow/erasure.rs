//! A person leaves and takes along what only served them.
use super::directors_changed;
use crate::app::App;
use crate::store::erasure::erase_user;
use crate::store::{Tx, accounts};
use domain::account::{AccountEvent, AccountStep, Leaving, OrgStatus, Role, UserError};
use domain::id::UserId;
use domain::policy::Scope;

/// Why somebody was not erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    #[error(transparent)]
    Refused(#[from] UserError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<crate::store::StoreError> for EraseError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// Erases somebody in one transaction; once more changes nothing.
pub async fn erase(app: &App, id: UserId) -> Result<(), EraseError> {
    let now = app.env.now();
    // A password that nobody knows: no hash fits the empty one.
    let hash = app.passwords.hash(crate::auth::hex(&app.env.secret::<32>())).await?;
    let tx = Tx::write(&app.db).await?;
    let user = accounts::get_user(&tx, id).await?;
    let leaving = match user.org {
        Some(org) => {
            // Two directors who leave at once must not both find the other there.
            let status = accounts::get_organisation_for_change(&tx, Scope::Org(org), org).await?.status;
            Leaving {
                directors: accounts::open_directors(&tx, org).await?,
                closed: matches!(status, OrgStatus::Closed { .. }),
                open: accounts::open_deals(&tx, org).await?.any(),
            }
        }
        None => Leaving { directors: 0, closed: true, open: false },
    };
    let erased = user.erase(leaving, app.env.id(), now)?;
    if erased == user {
        return Ok(());
    }
    erase_user(&tx, &user, &erased, hash).await?;
    accounts::revoke_invitations_of(&tx, id, id, now).await?;
    accounts::add_account_event(&tx, app.env.id(), AccountEvent { user: id, step: AccountStep::Erased, by: Some(id), at: now }).await?;
    if let (Some(org), Role::Director, None) = (user.org, user.role, user.closed_at) {
        directors_changed(app, &tx, org, &erased.details.name, None, false).await?;
    }
    Ok(tx.commit().await?)
}
