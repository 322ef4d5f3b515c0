//! The rules of the market from the server's own command line.
use crate::app::App;
use crate::flow::publish_rules;
use crate::store::Tx;
use crate::store::rules::{self as store, RulesSource};
use anyhow::Context;
use chrono::{NaiveDate, NaiveTime};
use clap::Subcommand;
use domain::account::Language;
use domain::day::TradeDay;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Print the latest edition, to write the next one from.
    Show {
        /// vi or en.
        #[arg(long, default_value = "vi")]
        language: Language,
    },
    /// Announce a new edition, which comes into force on a day at least five days ahead.
    Publish {
        #[arg(long, value_name = "FILE")]
        vi: PathBuf,
        #[arg(long, value_name = "FILE")]
        en: PathBuf,
        /// The first day on which it counts, YYYY-MM-DD.
        #[arg(long, value_name = "DAY")]
        from: NaiveDate,
    },
}

pub async fn rules(app: &App, command: Rules) -> anyhow::Result<()> {
    match command {
        Rules::Show { language } => {
            let tx = Tx::read(&app.db).await?;
            let version = store::editions(&tx).await?.latest().context("there are no rules")?.version;
            print!("{}", store::edition_text(&tx, version).await?.of(language));
        }
        Rules::Publish { vi, en, from } => {
            let text = RulesSource { vi: read(&vi)?, en: read(&en)? };
            let edition = publish_rules(app, text, TradeDay::new(from).at(NaiveTime::MIN)).await?;
            println!("edition {} counts from {from}; people read of it from now on", edition.version);
        }
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
