//! What the calendar does to certificates: their holders hear 60, 30 and 7 days before the end, once each.
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::{Tx, certificates};
use chrono::NaiveTime;
use domain::certificate::{Certificate, NOTICE_DAYS};
use domain::day::TradeDay;
use domain::id::CertificateId;
use domain::notice::NoticeKind;
use domain::policy::Scope;
use serde_json::json;

/// Nobody is woken by a reminder.
const MORNING: Option<NaiveTime> = NaiveTime::from_hms_opt(6, 0, 0);
/// How many are looked at in one read.
const CHUNK: u64 = 500;

/// Tells what stands to be told today. Called again on the same day it finds nothing to do; one certificate that fails does not keep
/// the others waiting.
pub async fn expiring(app: &App) -> anyhow::Result<()> {
    let now = app.env.now();
    if MORNING.is_some_and(|morning| TradeDay::clock(now) < morning) {
        return Ok(());
    }
    let today = TradeDay::of(now);
    let until = today.plus(NOTICE_DAYS.into_iter().max().unwrap_or_default());
    let mut after: Option<CertificateId> = None;
    loop {
        let tx = Tx::read(&app.db).await?;
        let rows = certificates::expiring(&tx, today, until, after, CHUNK).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        let told = certificates::told(&tx, rows.iter().map(|row| row.id)).await?;
        drop(tx);
        for certificate in rows {
            let Some(step) = certificate.expiry_step(today) else { continue };
            if told.contains(&(certificate.id, certificate.terms.valid_to, step.into())) {
                continue;
            }
            if let Err(error) = tell(app, certificate.id).await {
                tracing::error!(certificate = %certificate.id, error = format!("{error:#}"), "a holder could not be told of the end");
            }
        }
    }
}

/// What is so is read again, because it may have changed since the look. A renewed certificate is noted and not spoken of.
async fn tell(app: &App, id: CertificateId) -> anyhow::Result<()> {
    let now = app.env.now();
    let today = TradeDay::of(now);
    let tx = Tx::write(&app.db).await?;
    let certificate = certificates::get(&tx, Scope::All, id).await?;
    let Some(step) = certificate.expiry_step(today) else { return Ok(()) };
    if !certificates::tell(&tx, &certificate, step, now).await? {
        return Ok(());
    }
    let alive = certificates::alive(&tx, [certificate.org]).await?.remove(&certificate.org).unwrap_or_default();
    if !alive.iter().any(|other| other.follows(&certificate)) {
        notify::organisation(app, &tx, certificate.org, &letter(&certificate, today)).await?;
    }
    Ok(tx.commit().await?)
}

fn letter(certificate: &Certificate, today: TradeDay) -> Event {
    let terms = &certificate.terms;
    let catalogue = catalogue::now();
    let kind = catalogue.kind(terms.kind);
    let arguments = json!({
        "kind": terms.kind, "kind_vi": kind.map(|kind| &kind.name_vi), "kind_en": kind.map(|kind| &kind.name_en), "number": terms.number, "valid_to": terms.valid_to,
        "days_left": certificate.days_left(today),
    });
    Event { kind: NoticeKind::CertificateExpiring, subject: Some(certificate.id.into()), arguments, path: "/to-chuc".into() }
}
