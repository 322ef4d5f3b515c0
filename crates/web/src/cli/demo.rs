//! `muavu demo`: the market of the old province of Hoà Bình with invented people, loaded once and then served.
mod board;
mod load;
mod papers;
mod people;
mod play;
mod posts;
mod rows;
mod season;
mod stage;

use super::{open, serve};
use crate::app::App;
use crate::config::Config;
use crate::http::instance::{DEMO_ACCOUNTS, DemoAccount};
use crate::store::{Tx, instance};
use anyhow::Context;
pub use load::{Loaded, load};
pub use play::play;
use std::time::Instant;

/// The setting that says so of a demo instance.
const DEMO: &str = "demo";

/// Loads the market when the instance is empty, then serves it.
pub async fn demo(config: Config, load_only: bool, played: bool) -> anyhow::Result<()> {
    let mut app = open(config).await?;
    if !app.demo {
        let started = Instant::now();
        let loaded = load(&app).await?;
        println!("The demo market is loaded: {loaded} ({:.1} s)", started.elapsed().as_secs_f32());
        if played {
            let began = Instant::now();
            println!("Playing the weeks up to today, as its people lived them: about a minute …");
            play(&app, loaded.cast).await.context("the demo market was not played to the end")?;
            println!("The market is as its people left it today ({:.1} s)", began.elapsed().as_secs_f32());
        }
        app.demo = true;
    }
    if load_only {
        app.db.close().await?;
        return Ok(());
    }
    announce(&app).await?;
    serve::serve(app, true).await
}

/// Where to look and whom to sign in as.
async fn announce(app: &App) -> anyhow::Result<()> {
    let tx = Tx::read(&app.db).await?;
    let kept = instance::find(&tx, DEMO_ACCOUNTS).await?.context("the demo market has lost its accounts")?;
    let accounts: Vec<DemoAccount> = serde_json::from_str(&kept).context("the accounts of the demo market cannot be read")?;
    println!("Mùa Vụ: {}", app.config.public_url);
    for DemoAccount { sign_in, password, role, organisation } in accounts {
        println!("  {sign_in:<20} {password}  {role:<9} {}", organisation.unwrap_or_default());
    }
    Ok(())
}
