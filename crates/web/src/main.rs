//! `muavu`: the whole product in one program.
use clap::Parser;
use std::process::ExitCode;

/// A request allocates a few hundred small things, and SQLite's values are made in one thread and freed in another: the system's
/// allocator took a third of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    web::cli::run(web::cli::Cli::parse())
}
