//! Steps that two callers share: a handler and a job, or a handler and the demo season.
mod catalogue;
mod certificates;
pub mod conclude;
pub mod contracts;
pub mod daily;
pub mod deadlines;
pub mod forecasts;
pub mod guarded;
pub mod imports;
pub mod lines;
pub mod proposals;
pub mod recurring_demands;
pub mod rounds;
mod rules;
pub mod searches;
pub mod signing;

pub use catalogue::reload_catalogue;
pub use certificates::expiring;
pub use contracts::{lapse_contracts, tell_waiting};
pub use daily::send_daily;
pub use deadlines::deadlines;
pub use forecasts::to_confirm;
pub use guarded::{settle_guarded, stop_guarded};
pub use proposals::{lapse_proposals, stop_proposals};
pub use recurring_demands::post_recurring;
pub use rounds::{run_due_round, run_round};
pub use rules::{keep_first_rules, publish_rules, shipped_rules};
