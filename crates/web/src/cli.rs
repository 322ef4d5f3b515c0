//! The commands of the program.
mod admin;
mod backup;
pub mod demo;
mod mail;
mod matching;
mod rules;
mod seal;
mod serve;

pub use matching::replay;

use crate::app::App;
use crate::auth::{keys::Keys, password::Passwords, sso::Sso};
use crate::config::Config;
use crate::env::Env;
use crate::mail::Mailer;
use crate::store::{Db, Tx, instance};
use crate::telemetry;
use anyhow::Context;
use clap::{Parser, Subcommand};
use domain::id::RoundId;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Parser)]
#[command(name = "muavu", version, about = "Mùa Vụ: the market between cooperatives and enterprises")]
pub struct Cli {
    /// Settings file; without it muavu.toml in the working folder, then MUAVU_… from the environment.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bring the database up to date and serve.
    Serve {
        /// Leave mail and other work after the commit to another process.
        #[arg(long)]
        no_worker: bool,
    },
    /// Load a market of invented people into an empty instance, play its first weeks, and serve it.
    Demo {
        /// Stop when the market is loaded and played.
        #[arg(long)]
        load_only: bool,
        /// Leave out the weeks of trade before today: nothing is proposed or signed yet.
        #[arg(long)]
        unplayed: bool,
    },
    /// Bring the database up to date.
    Migrate,
    /// Accounts of the programme office and of the operator.
    Admin {
        #[command(subcommand)]
        command: admin::Admin,
    },
    /// People's accounts.
    User {
        #[command(subcommand)]
        command: admin::User,
    },
    /// The rules of the market, which people accept.
    Rules {
        #[command(subcommand)]
        command: rules::Rules,
    },
    /// Mail that came back.
    Mail {
        #[command(subcommand)]
        command: mail::Mail,
    },
    /// The key that seals reserve prices.
    Seal {
        #[command(subcommand)]
        command: seal::Seal,
    },
    /// Clear a market given as files (offers.csv and demands.csv), and write the solution and its shadow prices.
    Match(matching::Match),
    /// Compute a stored round again and compare.
    Replay {
        /// The round's id.
        round: RoundId,
    },
    /// Print the API's description.
    Openapi,
    /// The settings in force.
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Copy a live SQLite database, with a manifest of its hash, into a new folder. The key of the reserve prices is not in it.
    Backup { folder: PathBuf },
    /// Put a backup in the place of an empty data folder.
    Restore { folder: PathBuf },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Check the settings and print them without secrets.
    Check,
}

/// `EX_TEMPFAIL`: a mail server that hands in a message keeps it and tries again.
const LATER: u8 = 75;

pub fn run(cli: Cli) -> ExitCode {
    let failure = if matches!(cli.command, Command::Mail { .. }) { ExitCode::from(LATER) } else { ExitCode::FAILURE };
    let outcome = Config::load(cli.config.as_deref()).and_then(|config| {
        telemetry::start(&config.log, config.log_json);
        tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(execute(cli.command, config))
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("muavu: {error:#}");
            failure
        }
    }
}

async fn execute(command: Command, config: Config) -> anyhow::Result<()> {
    match command {
        Command::Serve { no_worker } => serve::serve(open(config).await?, !no_worker).await,
        Command::Demo { load_only, unplayed } => demo::demo(config, load_only, !unplayed).await,
        Command::Migrate => Db::connect(&config).await?.migrate().await,
        Command::Admin { command } => admin::admin(&open_shut(config).await?, command).await,
        Command::User { command } => admin::user(&open_shut(config).await?, command).await,
        Command::Rules { command } => rules::rules(&open_shut(config).await?, command).await,
        Command::Mail { command } => mail::mail(&open_shut(config).await?, command).await,
        Command::Seal { command } => seal::seal(&config, command).await,
        Command::Match(command) => matching::run(&command),
        Command::Replay { round } => matching::replay(&open(config).await?, round).await,
        Command::Openapi => {
            println!("{}", crate::http::openapi().to_pretty_json()?);
            Ok(())
        }
        Command::Config { command: ConfigCommand::Check } => {
            Mailer::new(&config)?;
            println!("{config:#?}");
            Ok(())
        }
        Command::Backup { folder } => backup::backup(&config, &folder).await,
        Command::Restore { folder } => backup::restore(&config, &folder),
    }
}

/// Connects, migrates, and reads what the instance keeps for itself.
pub async fn open(config: Config) -> anyhow::Result<App> {
    let mailer = Mailer::new(&config)?;
    let db = Db::connect(&config).await?;
    db.migrate().await.context("cannot bring the database up to date")?;
    assemble(config, db, mailer, Env::system(), Passwords::standard()).await
}

/// The same without the key of the reserve prices, for work that reads none of them: a mail server or a script need not be given it.
async fn open_shut(config: Config) -> anyhow::Result<App> {
    let mailer = Mailer::new(&config)?;
    let db = Db::connect(&config).await?;
    db.leave_shut().await.context("cannot bring the database up to date")?;
    assemble(config, db, mailer, Env::system(), Passwords::standard()).await
}

/// An app on a migrated database.
pub async fn assemble(config: Config, db: Db, mailer: Mailer, env: Env, passwords: Passwords) -> anyhow::Result<App> {
    let tx = Tx::write(&db).await?;
    let fresh = crate::auth::hex(&env.secret::<32>());
    let secret = instance::keep(&tx, "token_secret", &fresh).await?;
    let demo = instance::find(&tx, "demo").await?.is_some();
    crate::flow::keep_first_rules(&tx, env.now()).await.context("the rules of the market cannot be kept")?;
    tx.commit().await?;
    crate::flow::reload_catalogue(&db).await.context("the catalogue cannot be read")?;
    let sso = config.sso.as_ref().map(|settings| Sso::new(settings, &config.public_url)).transpose()?;
    Ok(App { db, config: Arc::new(config), env, mailer, keys: Keys::new(secret.as_bytes()), passwords, sso, demo })
}
