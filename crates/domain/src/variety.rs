//! A variety of the catalogue as the programme office keeps it. One that is in use is never taken away: it rests.
use crate::account::Actor;
use crate::coded::coded;
use crate::error::{Conflict, Faults, FieldError, Refusal, fresh};
use crate::policy::{self, Command, Target};
use crate::product::Slug;
use crate::quantity::Kg;
use crate::season::Season;
use crate::text::{Name, fold};
use crate::unit::{TradeUnit, UnitWeight};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use utoipa::ToSchema;

coded! {
    /// Which row of the freight table carries a product.
    FreightClass, FreightClassError = "freight_class_unknown";
    Citrus = "citrus",
    Fruit = "fruit",
    Vegetable = "vegetable",
    Other = "other",
}

/// What an officer writes of a variety.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VarietyTerms {
    pub product: Slug,
    pub name_vi: Name,
    pub name_en: Name,
    /// What else people call it; at most forty.
    #[serde(default)]
    #[schema(max_items = 40)]
    pub also: Vec<Name>,
    pub season: Season,
    /// What it is counted in.
    pub unit: TradeUnit,
    /// What one of that weighs, at least and at most.
    pub unit_kg_min: Kg,
    pub unit_kg_max: Kg,
    /// Nothing new is posted of it; what is posted and agreed goes on.
    #[serde(default)]
    pub resting: bool,
}

/// A variety with its history's last number; 0 is as it came with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VarietyEntry {
    pub slug: Slug,
    pub terms: VarietyTerms,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueConflict {
    /// Offers name their product beside the variety.
    #[error("variety_product_fixed")]
    ProductFixed,
    #[error("variety_unchanged")]
    Unchanged,
}

impl Conflict for CatalogueConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::ProductFixed => Some("product".into()),
            Self::Unchanged => None,
        }
    }
}

pub type CatalogueError = Refusal<CatalogueConflict>;

impl VarietyTerms {
    pub const MOST_WORDS: usize = 40;

    /// Every fault of the form.
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(self.also.len() <= Self::MOST_WORDS, "also", "too_many_words");
        let mut seen = BTreeSet::from([self.name_vi.as_str()]);
        for (at, word) in self.also.iter().enumerate().take(Self::MOST_WORDS) {
            faults.require(seen.insert(word.as_str()), format!("also.{at}"), "name_repeated");
        }
        let weight = UnitWeight::new(self.unit_kg_min, self.unit_kg_max);
        faults.require(weight.is_ok(), "unit_kg_max", "unit_weight_out_of_order");
        let one = Kg::from_whole(1).ok();
        let kilogram = self.unit != TradeUnit::Kg || (Some(self.unit_kg_min) == one && Some(self.unit_kg_max) == one);
        faults.require(kilogram, "unit_kg_min", "kg_weighs_one_kg");
        faults.finish()
    }

    /// Whether somebody calls it so, marks and case aside.
    pub fn is_called(&self, name: &Name) -> bool {
        let folded = name.fold();
        [&self.name_vi, &self.name_en].into_iter().chain(&self.also).any(|own| own.fold() == folded)
    }
}

impl VarietyEntry {
    pub fn add(actor: &Actor, slug: Slug, terms: VarietyTerms) -> Result<Self, CatalogueError> {
        policy::allow(actor, Command::EditCatalogue, Target::Whole)?;
        terms.check()?;
        Ok(Self { slug, terms, version: 1 })
    }

    pub fn change(&self, actor: &Actor, terms: VarietyTerms, seen: i64) -> Result<Self, CatalogueError> {
        policy::allow(actor, Command::EditCatalogue, Target::Whole)?;
        fresh(self.version, seen)?;
        if terms.product != self.terms.product {
            return Err(Refusal::Conflict(CatalogueConflict::ProductFixed));
        }
        terms.check()?;
        if terms == self.terms {
            return Err(Refusal::Conflict(CatalogueConflict::Unchanged));
        }
        Ok(Self { slug: self.slug.clone(), terms, version: self.version + 1 })
    }
}

/// The short name of a thing that is new, from what it is called: plain letters, and a number where others have that name.
pub fn slug_of(name: &Name, taken: impl Fn(&str) -> bool) -> Slug {
    const MOST: usize = 56;
    let plain: String = fold(name.as_str()).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut words = String::new();
    for word in plain.split('-').filter(|word| !word.is_empty()) {
        let room = MOST.saturating_sub(words.len() + usize::from(!words.is_empty()));
        if room == 0 {
            break;
        }
        if !words.is_empty() {
            words.push('-');
        }
        words.extend(word.chars().take(room));
    }
    let base = if words.is_empty() { "giong" } else { &words };
    let named = std::iter::once(base.to_owned()).chain((2_u32..).map(|number| format!("{base}-{number}")));
    let free = named.filter(|slug| !taken(slug)).find_map(|slug| slug.parse().ok());
    free.expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Membership, Role, Side};
    use crate::policy::Denied;
    use crate::season::WeekRange;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn actor(role: Role) -> Actor {
        let membership = Membership { org: Uuid::from_u128(9).into(), side: Side::Supplier, verified: true };
        Actor { user: Uuid::from_u128(1).into(), role, membership: role.is_member().then_some(membership) }
    }

    fn terms() -> VarietyTerms {
        VarietyTerms {
            product: "cam".parse().unwrap(),
            name_vi: "Cam Bù".parse().unwrap(),
            name_en: "Bù mandarin".parse().unwrap(),
            also: vec!["cam bù Hương Sơn".parse().unwrap()],
            season: Season::new(&[WeekRange { from: 51, to: 8 }]).unwrap(),
            unit: TradeUnit::Kg,
            unit_kg_min: Kg::from_whole(1).unwrap(),
            unit_kg_max: Kg::from_whole(1).unwrap(),
            resting: false,
        }
    }

    fn faults(change: impl Fn(&mut VarietyTerms)) -> Vec<String> {
        let mut terms = terms();
        change(&mut terms);
        terms.check().err().into_iter().flatten().map(|fault| format!("{}: {}", fault.field, fault.code)).collect()
    }

    #[test]
    fn a_form_is_checked_field_by_field() {
        assert!(faults(|_| ()).is_empty());
        assert_eq!(faults(|terms| terms.also.push("Cam Bù".parse().unwrap())), ["also.1: name_repeated"]);
        assert_eq!(faults(|terms| terms.unit_kg_max = Kg::from_whole(2).unwrap()), ["unit_kg_min: kg_weighs_one_kg"]);
        assert!(faults(|terms| (terms.unit, terms.unit_kg_max) = (TradeUnit::Fruit, Kg::from_whole(2).unwrap())).is_empty());
        assert_eq!(
            faults(|terms| (terms.unit, terms.unit_kg_min) = (TradeUnit::Fruit, Kg::from_whole(2).unwrap())),
            ["unit_kg_max: unit_weight_out_of_order"]
        );
        let many = |terms: &mut VarietyTerms| terms.also = (0..41).map(|at| format!("tên {at}").parse().unwrap()).collect();
        assert_eq!(faults(many), ["also: too_many_words"]);
    }

    #[test]
    fn the_office_changes_what_it_saw_and_never_the_product() {
        let slug: Slug = "cam-bu".parse().unwrap();
        let denied = VarietyEntry::add(&actor(Role::Director), slug.clone(), terms());
        assert_eq!(denied, Err(Refusal::Denied(Denied::Forbidden)));
        let officer = actor(Role::Officer);
        let entry = VarietyEntry::add(&officer, slug, terms()).unwrap();
        let rested = VarietyTerms { resting: true, ..terms() };
        assert_eq!(entry.change(&officer, rested.clone(), 0), Err(Refusal::Stale));
        assert_eq!(entry.change(&officer, terms(), 1), Err(Refusal::Conflict(CatalogueConflict::Unchanged)));
        let moved = VarietyTerms { product: "quyt".parse().unwrap(), ..terms() };
        assert_eq!(entry.change(&officer, moved, 1), Err(Refusal::Conflict(CatalogueConflict::ProductFixed)));
        assert_eq!(entry.change(&officer, rested, 1).unwrap().version, 2);
    }

    #[test]
    fn a_new_thing_is_named_after_what_it_is_called() {
        let slug = |name: &str, taken: &[&str]| slug_of(&name.parse().unwrap(), |slug| taken.contains(&slug)).to_string();
        assert_eq!(slug("Bưởi Đường (Lá Cam)", &[]), "buoi-duong-la-cam");
        assert_eq!(slug("Cam Bù", &["cam-bu", "cam-bu-2"]), "cam-bu-3");
        assert_eq!(slug("橙", &[]), "giong");
    }

    proptest! {
        #[test]
        fn every_name_has_a_short_one(name in "\\PC{0,200}") {
            if let Ok(name) = name.parse::<Name>() {
                let slug = slug_of(&name, |slug| slug.len() < 3);
                prop_assert!(slug.as_str().parse::<Slug>().is_ok());
            }
        }
    }
}
