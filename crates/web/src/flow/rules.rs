//! The first edition of the rules, which comes with the program, and those that the operator publishes after it.
use crate::app::App;
use crate::auth::digest;
use crate::store::rules::{RulesSource, editions, insert_edition};
use crate::store::{StoreError, Tx};
use anyhow::{Context, ensure};
use domain::day::Timestamp;
use domain::rules::{Edition, Editions, RulesText};

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

/// Keeps a new edition. People read of it above every page from now on.
pub async fn publish_rules(app: &App, text: RulesSource, in_force_from: Timestamp) -> anyhow::Result<Edition> {
    let [vi, en] = [("Vietnamese", &text.vi), ("English", &text.en)]
        .map(|(language, text)| text.parse::<RulesText>().with_context(|| format!("the {language} text cannot be read")));
    let (vi, en) = (vi?, en?);
    ensure!(vi.sections.len() == en.sections.len(), "the two languages have {} and {} sections", vi.sections.len(), en.sections.len());
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let edition = editions(&tx).await?.publish(hash(&text), in_force_from, now)?;
    insert_edition(&tx, &edition, text, now).await?;
    tx.commit().await?;
    Ok(edition)
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
