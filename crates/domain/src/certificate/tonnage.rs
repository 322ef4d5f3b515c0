//! What an organisation's papers can grow in a season, beside what it offers and has under contract: a paper for four hectares does
//! not cover the harvest of ten. Nothing is refused for it, because weather and plots differ; it is said.
use super::{Certificate, CertificateTerms};
use crate::day::{TradeDay, Window};
use crate::product::{CertKind, Slug};
use crate::quantity::Kg;
use std::collections::{BTreeMap, BTreeSet};

/// The crop year, from the first of July to the end of June: oranges are picked from October to May, and no harvest is cut in two.
pub fn season(day: TradeDay) -> Window {
    use chrono::Datelike;
    let year = day.date().year() - i32::from(day.date().month() < 7);
    let end = |year, month, date| TradeDay::from_ymd(year, month, date).unwrap_or(day);
    Window { from: end(year, 7, 1), to: end(year + 1, 6, 30) }
}

/// What is offered and what is under contract of one variety in a season.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sold {
    pub offered: Kg,
    pub contracted: Kg,
}

/// Papers of one kind whose varieties touch: together they answer for what is sold of these varieties. A paper that was renewed within
/// the season counts once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tonnage {
    pub kind: CertKind,
    pub numbers: Vec<String>,
    /// The whole site when empty.
    pub varieties: Vec<Slug>,
    pub can_grow: Kg,
    /// A paper that names no yield is reckoned by its area and the best usual yield of its varieties.
    pub reckoned: bool,
    pub sold: Sold,
}

impl Tonnage {
    /// Offered goods are what contracts are made from, so the larger of the two counts.
    pub fn over(&self) -> Kg {
        self.sold.offered.max(self.sold.contracted).checked_sub(self.can_grow).unwrap_or_default()
    }

    pub fn exceeds(&self) -> bool {
        !self.over().is_zero()
    }
}

/// What the papers that count in a season can grow. Where one of several papers together says neither yield nor area, nothing can
/// be reckoned and nothing is said. `kg_per_hectare` is the best usual yield of a variety in a year, where there is one.
pub fn tonnage(
    papers: &[Certificate],
    season: Window,
    sold: &BTreeMap<Slug, Sold>,
    kg_per_hectare: impl Fn(&Slug) -> Option<u32>,
) -> Vec<Tonnage> {
    let counts = |paper: &&Certificate| {
        paper.proof().is_some_and(|proof| proof.issued_on <= season.to && season.from <= proof.valid_to) && grows(paper.terms.kind)
    };
    let mut groups: Vec<Vec<&Certificate>> = Vec::new();
    for paper in papers.iter().filter(counts) {
        let (touching, mut rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(|other| touch(other, paper)));
        rest.push(touching.into_iter().flatten().chain([paper]).collect());
        groups = rest;
    }
    groups.iter().filter_map(|group| together(group, sold, &kg_per_hectare)).collect()
}

/// Kinds that are given for land; the others say nothing of tonnes.
const fn grows(kind: CertKind) -> bool {
    match kind {
        CertKind::Vietgap | CertKind::Globalgap | CertKind::Organic | CertKind::Ocop | CertKind::Gi | CertKind::GrowingAreaCode => true,
        CertKind::Haccp | CertKind::Attp | CertKind::LabResult => false,
    }
}

fn touch(one: &Certificate, other: &Certificate) -> bool {
    let (one, other) = (&one.terms, &other.terms);
    let shared =
        one.varieties.is_empty() || other.varieties.is_empty() || one.varieties.iter().any(|variety| other.varieties.contains(variety));
    one.kind == other.kind && shared
}

/// The same land for the same varieties: by its area, or where no area is printed by the yield.
fn same_land(one: &Certificate, other: &Certificate) -> bool {
    let (one, other) = (&one.terms, &other.terms);
    let scope = |terms: &CertificateTerms| terms.varieties.iter().cloned().collect::<BTreeSet<Slug>>();
    let measured = match (one.area_m2, other.area_m2) {
        (Some(area), other) => other == Some(area),
        (None, None) => one.expected.is_some() && one.expected == other.expected,
        (None, Some(_)) => false,
    };
    one.kind == other.kind && measured && scope(one) == scope(other)
}

/// A paper that a later one stands in for: renewed in the middle of a season, its land is there twice and grows once.
fn is_renewed(paper: &Certificate, group: &[&Certificate]) -> bool {
    group.iter().any(|later| paper.terms.issued_on < later.terms.issued_on && same_land(paper, later))
}

fn together(group: &[&Certificate], sold: &BTreeMap<Slug, Sold>, kg_per_hectare: &impl Fn(&Slug) -> Option<u32>) -> Option<Tonnage> {
    let group: Vec<&Certificate> = group.iter().copied().filter(|paper| !is_renewed(paper, group)).collect();
    let kind = group.first()?.terms.kind;
    let each = group.iter().map(|paper| can_grow(paper, kg_per_hectare)).collect::<Option<Vec<_>>>()?;
    let whole = group.iter().any(|paper| paper.terms.varieties.is_empty());
    let named: BTreeSet<&Slug> = group.iter().flat_map(|paper| &paper.terms.varieties).collect();
    let in_scope: Vec<Sold> = sold.iter().filter(|(variety, _)| whole || named.contains(variety)).map(|(_, sold)| *sold).collect();
    let most = |parts: Vec<Kg>| Kg::sum(parts).unwrap_or(Kg::MOST);
    Some(Tonnage {
        kind,
        numbers: group.iter().map(|paper| paper.terms.number.to_string()).collect(),
        varieties: if whole { Vec::new() } else { named.into_iter().cloned().collect() },
        can_grow: most(each.iter().map(|(kg, _)| *kg).collect()),
        reckoned: each.iter().any(|(_, reckoned)| *reckoned),
        sold: Sold {
            offered: most(in_scope.iter().map(|sold| sold.offered).collect()),
            contracted: most(in_scope.iter().map(|sold| sold.contracted).collect()),
        },
    })
}

/// What the paper says, or else its area at the best usual yield; and whether that is reckoned.
fn can_grow(paper: &Certificate, kg_per_hectare: &impl Fn(&Slug) -> Option<u32>) -> Option<(Kg, bool)> {
    let terms = &paper.terms;
    if let Some(expected) = terms.expected {
        return Some((expected, false));
    }
    let best = terms.varieties.iter().map(kg_per_hectare).collect::<Option<Vec<_>>>()?.into_iter().max()?;
    // A hectare is ten thousand square metres, a kilogram a thousand grams.
    let grams = i64::from(terms.area_m2?) * i64::from(best) / 10;
    Some((Kg::from_grams(grams).unwrap_or(Kg::MOST), true))
}

#[cfg(test)]
mod tests;
