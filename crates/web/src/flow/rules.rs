//! The first edition of the rules, which comes with the program, and those that the operator publishes after it.
use crate::app::App;
use crate::auth::digest;
use crate::jobs::Job;
use crate::notify::{self, Event};
use crate::store::rules::{RulesSource, editions, insert_edition};
use crate::store::{StoreError, Tx, instance, outbox};
use anyhow::{Context, ensure};
use domain::day::Timestamp;
use domain::notice::NoticeKind;
use domain::rules::{Edition, Editions, RulesText};
use serde_json::json;
use uuid::Uuid;

/// What comes with the program: a beginning to which an operator adds its name and address.
pub fn shipped_rules() -> RulesSource {
    RulesSource { vi: include_str!("../../rules/vi.txt").to_owned(), en: include_str!("../../rules/en.txt").to_owned() }
}

fn hash(text: &RulesSource) -> String {
    digest(&format!("{}\0{}", text.vi, text.en))
}

/// An instance without rules gets the first edition.
pub async fn keep_first_rules(tx: &Tx, now: Timestamp) -> Result<(), StoreError> {
    if editions(tx).await?.latest().is_some() {
        return Ok(());
    }
    let text = shipped_rules();
    let first = Editions::first(hash(&text), now);
    insert_edition(tx, &first, text, now).await
}

/// Keeps a new edition. People read of it above every page from now on, and directors are told.
pub async fn publish_rules(app: &App, text: RulesSource, in_force_from: Timestamp) -> anyhow::Result<Edition> {
    let [vi, en] = [("Vietnamese", &text.vi), ("English", &text.en)]
        .map(|(language, text)| text.parse::<RulesText>().with_context(|| format!("the {language} text cannot be read")));
    let (vi, en) = (vi?, en?);
    ensure!(vi.sections.len() == en.sections.len(), "the two languages have {} and {} sections", vi.sections.len(), en.sections.len());
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let edition = editions(&tx).await?.publish(hash(&text), in_force_from, now)?;
    insert_edition(&tx, &edition, text, now).await?;
    outbox::push(&tx, &[(app.env.id(), Job::TellRules { version: edition.version }, now)]).await?;
    tx.commit().await?;
    Ok(edition)
}

/// Tells every director of an edition by notice and mail, once: who comes first keeps the mark beside what is sent.
pub async fn tell_rules(app: &App, version: i64) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let mark = app.env.id::<Uuid>().to_string();
    if instance::keep(&tx, &format!("rules_told_{version}"), &mark).await? != mark {
        return Ok(());
    }
    let editions = editions(&tx).await?;
    let Some(edition) = editions.get(version) else { return Ok(()) };
    let event = Event {
        kind: NoticeKind::RulesAnnounced,
        subject: None,
        arguments: json!({ "version": version, "effective_at": edition.in_force_from }),
        path: "/quy-che".to_owned(),
    };
    notify::all_directors(app, &tx, &event).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_come_with_the_program_say_the_same_in_both_languages() {
        let shipped = shipped_rules();
        let shape = |text: &str| {
            let text: RulesText = text.parse().unwrap();
            text.sections.iter().map(|section| (section.paragraphs.len(), section.points.len())).collect::<Vec<_>>()
        };
        assert_eq!(shape(&shipped.vi), shape(&shipped.en));
    }
}
