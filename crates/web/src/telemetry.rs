//! Log lines: text for people, JSON for machines.
use tracing_subscriber::EnvFilter;

pub fn start(filter: &str, json: bool) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first subscriber.
    drop(if json { builder.json().try_init() } else { builder.with_target(false).compact().try_init() });
}
