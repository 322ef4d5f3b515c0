//! Organisations and the people in them.
mod appeals;
mod events;
mod guarded;
mod invitations;
mod organisations;
mod phones;
mod registered;
mod standing;
mod users;

pub use appeals::{answer_appeal, get_appeal, insert_appeal, list_appeals, open_appeals};
pub use events::{add_account_event, list_account_events, list_member_events};
pub use guarded::{
    account_changes, due_guarded_changes, get_guarded_change, guarded_changes_to_decide, insert_guarded_change, list_guarded_changes,
    open_guarded_changes, partners, save_guarded_change, unconfirmed_guarded_changes,
};
pub use invitations::{
    end_invitation, find_invitation, get_invitation, insert_invitation, list_invitations, revoke_invitations, revoke_invitations_of,
};
pub use organisations::{
    Filter, get_organisation, get_organisation_for_change, hold_organisation, insert_organisation, insert_organisations,
    list_organisations, lock_verified, names, save_organisation, verified_among,
};
pub use phones::{add_phone_change, phone_changes};
pub use registered::{Registered, registered};
pub use standing::{Standing, open_deals, standing_history};
pub use users::{
    Credentials, Recipient, actor, all_directors, confirmers, credentials, directors, enrol_totp, find_by_sign_in, get_user, hold_user,
    insert_user, insert_users, left_after, list_members, open_directors, people, recipients, record_totp_step, save_user, set_password,
    settled_since, user_names,
};
