//! What a demand requires and what a buyer pays more for, against the papers that stand today: both promise papers, and papers are
//! withdrawn.
use super::conclude::{ConcludeError, proven};
use crate::store::proposals::Made;
use crate::store::{StoreError, Tx, certificates, demands};
use domain::day::Week;
use domain::demand::Preference;
use domain::id::ProposalId;
use domain::product::CertKind;
use domain::proposal::Proposal;
use std::collections::BTreeMap;

/// The papers of a proposal that the supplier does not prove in every week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    /// What the demand requires: until it stands again, or is required no more, nobody can accept.
    pub required: Vec<CertKind>,
    /// What the price pays for: the terms may go without it.
    pub premiums: Vec<Preference>,
}

impl Gone {
    /// Why nobody can accept.
    pub const fn refusal(&self) -> ConcludeError {
        if self.required.is_empty() { ConcludeError::PremiumPaperGone } else { ConcludeError::CertificateMissing }
    }
}

/// Of those proposals of which something is gone.
pub async fn gone(tx: &Tx, rows: &[(&Made, &Proposal)]) -> Result<BTreeMap<ProposalId, Gone>, StoreError> {
    let required = demands::certificates(tx, rows.iter().map(|(made, _)| made.proposal.demand)).await?;
    let asked = |made: &Made| required.get(&made.proposal.demand).copied().unwrap_or_default();
    let paid = |made: &Made, next: &Proposal| made.premiums_in(next).into_iter().filter(|row| row.attribute.certificate().is_some());
    let with_papers = |(made, next): &&(&Made, &Proposal)| asked(made).iter().next().is_some() || paid(made, next).next().is_some();
    let rows: Vec<_> = rows.iter().filter(with_papers).collect();
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let held = certificates::verified(tx, rows.iter().map(|(made, _)| made.proposal.supplier)).await?;
    let mut found = BTreeMap::new();
    for (made, next) in rows {
        let papers = held.get(&next.supplier).map_or(&[][..], Vec::as_slice);
        let weeks: Vec<Week> = next.current.terms.lines().iter().map(|line| line.week).collect();
        let lacks = |kind: CertKind| proven(papers, &made.facts.variety, kind, &weeks).is_none();
        let gone = Gone {
            required: asked(made).iter().filter(|kind| lacks(*kind)).collect(),
            premiums: paid(made, next).filter(|row| row.attribute.certificate().is_some_and(lacks)).collect(),
        };
        if gone != Gone::default() {
            found.insert(next.id, gone);
        }
    }
    Ok(found)
}
