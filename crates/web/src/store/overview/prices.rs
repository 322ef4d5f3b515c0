//! What contracts pay at the farm gate, beside the price board.
use super::all;
use crate::store::prices::FARMGATE;
use crate::store::{StoreError, Tx};
use domain::day::{TradeDay, Week};
use sea_orm::FromQueryResult;

/// One variety. Prices in đồng per kg at the farm gate.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VarietyPrice {
    pub variety: String,
    pub contracts: i64,
    pub grams: i64,
    /// Weighted by weight.
    pub mean: i64,
    /// The board's average of the week asked for.
    pub reference: Option<i64>,
}

/// Contracts that came into force, with lines since a day; the board as of a week.
pub async fn contract_prices(tx: &Tx, since: TradeDay, board: Option<Week>) -> Result<Vec<VarietyPrice>, StoreError> {
    let sql = "WITH deal AS ( \
             SELECT p.variety, c.total_g, CAST(e.terms ->> 'farm_gate' AS bigint) AS price \
             FROM contract c JOIN contract_edition e ON e.contract_id = c.id AND e.edition = c.edition JOIN proposal p ON p.id = c.proposal_id \
             WHERE EXISTS (SELECT 1 FROM line l WHERE l.contract_id = c.id AND l.week >= $1) \
         ), mean AS ( \
             SELECT variety, COUNT(*) AS contracts, CAST(SUM(total_g) AS bigint) AS grams, \
                 CAST(SUM(price * (total_g / 1000)) / SUM(total_g / 1000) AS bigint) AS mean FROM deal GROUP BY variety \
         ), board AS ( \
             SELECT variety, CAST(AVG(price_avg) AS bigint) AS price FROM price_quote WHERE week = $2 AND level = $3 GROUP BY variety \
         ) \
         SELECT m.variety, m.contracts, m.grams, m.mean, b.price AS reference \
         FROM mean m LEFT JOIN board b ON b.variety = m.variety ORDER BY m.grams DESC, m.variety";
    let week = board.map(|week| week.monday().date());
    all(tx, sql, [since.date().into(), week.into(), FARMGATE.into()]).await
}
