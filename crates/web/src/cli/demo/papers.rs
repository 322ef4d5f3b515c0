//! Certificates, entered by their holders and verified by the office.
use super::people::Party;
use super::rows::{each, optional, read, refused};
use super::season::Season;
use crate::app::App;
use anyhow::Context;
use chrono::{NaiveDate, TimeDelta};
use domain::account::Actor;
use domain::certificate::{Certificate, CertificateTerms, OcopCriteria, OldCommune};
use domain::product::Slug;
use domain::reason::Reason;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file leaves out who gives growing area codes.
const CODES_OFFICE: &str = "Cơ quan cấp mã số mẫu";

#[derive(Debug, Deserialize)]
struct Row {
    org_id: String,
    kind: String,
    number: String,
    variety: String,
    area_ha: String,
    expected_tonnes: String,
    star: String,
    criteria: String,
    issuer: String,
    issued_on: NaiveDate,
    valid_to: NaiveDate,
    status: String,
    old_commune: String,
}

pub fn certificates(
    app: &App,
    text: &str,
    season: &Season,
    parties: &BTreeMap<&str, &Party>,
    officer: &Actor,
) -> anyhow::Result<Vec<Certificate>> {
    let seen: Reason = read("reason", "Đã xem bản gốc")?;
    let taken_back: Reason = read("reason", "Tổ chức chứng nhận đình chỉ")?;
    each("certificates.csv", text, |row: Row| {
        app.env.advance(TimeDelta::minutes(1));
        let now = app.env.now();
        let party = parties.get(row.org_id.as_str()).with_context(|| format!("org_id `{}` is not an organisation", row.org_id))?;
        let terms = terms(&row, season)?;
        let added = Certificate::add(&party.actor, terms, app.env.id(), now).map_err(|refusal| refused(&refusal))?;
        let verified = added.verify(officer, seen.clone(), added.version, now).map_err(|refusal| refused(&refusal))?;
        match row.status.as_str() {
            // That a paper ran out is decided by its last day.
            "active" | "expired" => Ok(verified),
            "suspended" => verified.suspend(officer, taken_back.clone(), now).map_err(|refusal| refused(&refusal)),
            other => anyhow::bail!("status `{other}`"),
        }
    })
}

fn terms(row: &Row, season: &Season) -> anyhow::Result<CertificateTerms> {
    Ok(CertificateTerms {
        kind: read("kind", &row.kind)?,
        number: read("number", &row.number)?,
        issuer: read("issuer", if row.kind == "growing_area_code" && row.issuer.is_empty() { CODES_OFFICE } else { &row.issuer })?,
        varieties: optional::<Slug>("variety", &row.variety)?.into_iter().collect(),
        issued_on: season.day(row.issued_on),
        valid_to: season.day(row.valid_to),
        stars: optional("star", &row.star)?,
        criteria: match row.criteria.as_str() {
            "" => None,
            "QĐ 148/2023" => Some(OcopCriteria::Decision148),
            other => anyhow::bail!("criteria `{other}`"),
        },
        old_commune: match row.old_commune.as_str() {
            "" => None,
            "Thị trấn Cao Phong" => Some(OldCommune::CaoPhong),
            "Xã Bắc Phong" => Some(OldCommune::BacPhong),
            "Xã Dũng Phong" => Some(OldCommune::DungPhong),
            "Xã Thu Phong" => Some(OldCommune::ThuPhong),
            "Xã Tây Phong" => Some(OldCommune::TayPhong),
            other => anyhow::bail!("old_commune `{other}`"),
        },
        lab: None,
        area_m2: square_metres(&row.area_ha)?,
        expected: optional::<i64>("expected_tonnes", &row.expected_tonnes)?
            .map(|tonnes| domain::quantity::Kg::from_whole(tonnes * 1000))
            .transpose()
            .context("expected_tonnes")?,
    })
}

/// Hectares with one decimal.
fn square_metres(hectares: &str) -> anyhow::Result<Option<u32>> {
    if hectares.is_empty() {
        return Ok(None);
    }
    let (whole, tenths) = hectares.split_once('.').unwrap_or((hectares, "0"));
    anyhow::ensure!(tenths.len() == 1, "area_ha `{hectares}` has more than one decimal");
    Ok(Some(read::<u32>("area_ha", whole)? * 10_000 + read::<u32>("area_ha", tenths)? * 1_000))
}
