//! Serving: the listener, the worker beside it, and a stop that loses nothing.
use crate::app::App;
use crate::{http, jobs};
use anyhow::Context;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

pub async fn serve(app: App, worker: bool) -> anyhow::Result<()> {
    let address = app.config.listen;
    // Heard from here on: whoever reads that it serves may tell it to stop at once.
    let told_to_stop = told_to_stop()?;
    let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
    // A port of 0 is any free one; what was given is said.
    let address = listener.local_addr()?;
    tracing::info!(%address, public_url = app.config.public_url, "serving");
    let (key, kept) = (app.db.key_id().unwrap_or_default(), app.db.keeper());
    tracing::info!(key, %kept, "reserve prices are sealed with this key; keep a copy of it apart from the database: without it nobody reads them");
    if !app.config.secure_cookies() {
        tracing::warn!("public_url is not https: passwords and cookies travel in the clear");
    }
    let (stop, stopped) = watch::channel(false);
    let working = worker.then(|| tokio::spawn(jobs::run(app.clone(), stopped.clone())));
    let mut waiting = stopped;
    let server = axum::serve(listener, http::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            let _ = waiting.changed().await;
        });
    tokio::spawn(async move {
        told_to_stop.await;
        let _ = stop.send(true);
    });
    server.await?;
    if let Some(working) = working {
        working.await?;
    }
    app.db.close().await?;
    Ok(())
}

/// Ends when the process is interrupted or told to end, from the moment this is called.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
