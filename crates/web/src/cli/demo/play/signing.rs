//! Directors sign: a code by mail, then the password with the code.
use super::{OFFICER, OPERATOR, lot};
use crate::cli::demo::people::PASSWORD;
use crate::cli::demo::stage::{Answer, Stage};
use anyhow::{Context, ensure};
use domain::account::Side;
use serde_json::json;

/// Suppliers nearly always sign, buyers a little less often, and what is not signed in time expires; of the latest contracts
/// half still lie on a desk.
fn signs(side: Side, contract: &str, latest: bool) -> bool {
    let of_a_hundred = match (side, latest) {
        (Side::Supplier, false) => 94,
        (Side::Buyer, false) => 90,
        (Side::Supplier, true) => 65,
        (Side::Buyer, true) => 45,
    };
    lot("sign", &[side.code(), contract]) < of_a_hundred
}

/// One side signs the contracts that wait for it.
pub async fn sign(stage: &mut Stage, side: Side, latest: bool) -> anyhow::Result<()> {
    let mut waiting = stage.all(OFFICER, "/contracts?status=signing").await?;
    waiting.extend(stage.all(OFFICER, "/contracts?status=half_signed").await?);
    for row in waiting {
        let id = row["id"].as_str().context("a contract without an id")?;
        let party = row[side.code()]["id"].as_str().context("a contract without a party")?;
        // The buyer waits for the supplier's name on the paper.
        let turn = side == Side::Supplier || row["status"] == "half_signed";
        if turn && signs(side, id, latest) {
            let who = stage.director(party)?;
            sign_one(stage, &who, id, side).await?;
        }
    }
    Ok(())
}

async fn sign_one(stage: &mut Stage, who: &str, id: &str, side: Side) -> anyhow::Result<()> {
    let contract = stage.get(who, &format!("/contracts/{id}")).await?;
    if !contract["waits_for"].as_array().is_some_and(|sides| sides.iter().any(|waiting| waiting == side.code())) {
        return Ok(());
    }
    if let Answer::Refused(code) = stage.post(who, &format!("/contracts/{id}/signing-code"), json!({ "password": PASSWORD })).await? {
        tracing::debug!(id, code, "no code to sign with");
        return Ok(());
    }
    let mail = stage.get(OPERATOR, "/operator/mail?limit=1").await?;
    let mail = &mail["items"][0];
    ensure!(mail["kind"] == "signing_code", "the last mail is no code but {}", mail["kind"]);
    let code = six_digits(mail["text"].as_str().unwrap_or_default()).context("a mail without a code")?;
    let body = json!({ "password": PASSWORD, "code": code, "hash": contract["hash"], "edition": contract["edition"] });
    if let Answer::Refused(code) = stage.post(who, &format!("/contracts/{id}/sign"), body).await? {
        tracing::debug!(id, code, "not signed");
    }
    Ok(())
}

/// The first run of exactly six digits.
fn six_digits(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()))
}
