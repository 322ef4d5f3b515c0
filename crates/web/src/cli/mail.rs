//! Mail that comes back is handed in here by the operator's mail server, one message at a time.
use crate::app::App;
use crate::flow::bounces;
use crate::mail::returned;
use anyhow::{Context, bail};
use clap::Subcommand;
use std::io::Read;

#[derive(Debug, Subcommand)]
pub enum Mail {
    /// Read one message from standard input: a delivery status notification marks the mail that it is about as refused.
    Bounced,
}

pub async fn mail(app: &App, command: Mail) -> anyhow::Result<()> {
    match command {
        Mail::Bounced => bounced(app, std::io::stdin().lock()).await,
    }
}

async fn bounced(app: &App, message: impl Read) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    message.take(returned::MOST_BYTES as u64 + 1).read_to_end(&mut bytes).context("cannot read the message")?;
    if bytes.len() > returned::MOST_BYTES {
        bail!("the message is larger than {} bytes", returned::MOST_BYTES);
    }
    let said = match returned::read(&bytes) {
        Err(reason) => bounces::told(Err(reason)),
        Ok(returned) => bounces::told(Ok((&returned, bounces::returned(app, &returned).await?))),
    };
    println!("{said}");
    Ok(())
}
