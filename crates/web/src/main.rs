//! `muavu`: the whole product in one program.
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    web::cli::run(web::cli::Cli::parse())
}
