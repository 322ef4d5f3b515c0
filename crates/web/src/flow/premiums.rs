//! What a buyer pays more for, against the papers that stand today: a premium promises a paper, and papers are withdrawn.
use super::conclude::proven;
use crate::store::proposals::Made;
use crate::store::{StoreError, Tx, certificates};
use domain::day::Week;
use domain::demand::Preference;
use domain::id::ProposalId;
use domain::proposal::Proposal;
use std::collections::BTreeMap;

/// The premiums of which the supplier no longer proves the paper in every week, of those proposals that have any.
pub async fn lost(tx: &Tx, rows: &[(&Made, &Proposal)]) -> Result<BTreeMap<ProposalId, Vec<Preference>>, StoreError> {
    let with_papers = |(made, next): &&(&Made, &Proposal)| made.premiums_in(next).iter().any(|row| row.attribute.certificate().is_some());
    let paid: Vec<_> = rows.iter().filter(with_papers).collect();
    if paid.is_empty() {
        return Ok(BTreeMap::new());
    }
    let held = certificates::verified(tx, paid.iter().map(|(made, _)| made.proposal.supplier)).await?;
    let mut found = BTreeMap::new();
    for (made, next) in paid {
        let papers = held.get(&next.supplier).map_or(&[][..], Vec::as_slice);
        let weeks: Vec<Week> = next.current.terms.lines().iter().map(|line| line.week).collect();
        let gone =
            |row: &Preference| row.attribute.certificate().is_some_and(|kind| proven(papers, &made.facts.variety, kind, &weeks).is_none());
        let gone: Vec<_> = made.premiums_in(next).into_iter().filter(gone).collect();
        if !gone.is_empty() {
            found.insert(next.id, gone);
        }
    }
    Ok(found)
}
