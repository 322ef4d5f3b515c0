//! The programme office's view of the whole market: how much, by whom, at what price, and what is late.
use super::error::{ApiError, Problem};
use super::extract::Auth;
use crate::app::App;
use crate::store::{Tx, overview, prices};
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::day::{TradeDay, Week};
use domain::policy::{Command, Target, allow};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How far back the numbers reach: two quarters, a season with its early varieties.
const WEEKS_BACK: u32 = 26;
const WEEKS_AHEAD: usize = 12;

fn since(today: TradeDay) -> TradeDay {
    today.minus(WEEKS_BACK * 7).week().monday()
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MarketOverview {
    pub at: DateTime<Utc>,
    /// Goods due before this day are not counted.
    pub since: TradeDay,
    pub organisations: Vec<KindCount>,
    pub volumes: VolumeSums,
    /// Proposals that can still be answered.
    pub proposals_waiting: i64,
    pub contracts: Vec<StatusCount>,
    pub late: LatePayments,
    /// Products with OCOP stars that are valid today.
    pub ocop: Vec<StarCount>,
}

/// Verified organisations of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindCount {
    pub kind: String,
    pub verified: i64,
    /// With a contract in force now or before.
    pub contracted: i64,
    pub in_force: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VolumeSums {
    pub offered: KgSum,
    pub demanded: KgSum,
    /// In open proposals.
    pub proposed: KgSum,
    /// In contracts that came into force.
    pub contracted: KgSum,
    /// Accepted by the buyer.
    pub delivered: KgSum,
    /// Of open offers, neither proposed nor contracted.
    pub unsold: KgSum,
}

/// Kilograms of the whole market, which may pass what one post can weigh.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(value_type = String, example = "10730000")]
#[serde(into = "String")]
pub struct KgSum(i64);

impl From<KgSum> for String {
    fn from(sum: KgSum) -> Self {
        let (kg, grams) = (sum.0 / 1000, sum.0 % 1000);
        if grams == 0 { kg.to_string() } else { format!("{kg}.{}", format!("{grams:03}").trim_end_matches('0')) }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct StatusCount {
    pub status: String,
    pub count: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LatePayments {
    pub count: i64,
    /// In đồng.
    pub amount: i64,
    /// How late the oldest one is.
    pub longest_days: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct StarCount {
    pub stars: i64,
    pub count: i64,
}

/// The whole market at a glance.
#[utoipa::path(get, path = "/officer/overview", tag = "officer", responses((status = 200, body = MarketOverview), (status = 403, body = Problem)))]
pub async fn overview(State(app): State<App>, auth: Auth) -> Result<Json<MarketOverview>, ApiError> {
    allow(&auth, Command::ReadMarket, Target::Whole)?;
    let (at, today) = (app.env.now(), app.env.today());
    let since = since(today);
    let tx = Tx::read(&app.db).await?;
    let kinds = overview::by_kind(&tx).await?;
    let volumes = overview::volumes(&tx, since, today).await?;
    let late = overview::late(&tx, today).await?;
    Ok(Json(MarketOverview {
        at,
        since,
        organisations: kinds
            .into_iter()
            .map(|row| KindCount { kind: row.kind, verified: row.verified, contracted: row.contracted, in_force: row.in_force })
            .collect(),
        volumes: VolumeSums {
            offered: KgSum(volumes.offered),
            demanded: KgSum(volumes.demanded),
            proposed: KgSum(volumes.proposed),
            contracted: KgSum(volumes.contracted),
            delivered: KgSum(volumes.delivered),
            unsold: KgSum(volumes.unsold),
        },
        proposals_waiting: overview::open_proposals(&tx, at).await?,
        contracts: overview::by_status(&tx).await?.into_iter().map(|row| StatusCount { status: row.status, count: row.count }).collect(),
        late: LatePayments {
            count: late.count,
            amount: late.amount,
            longest_days: late.oldest.map_or(0, |day| today.days_since(TradeDay::new(day))),
        },
        ocop: overview::by_stars(&tx, today).await?.into_iter().map(|row| StarCount { stars: row.stars, count: row.count }).collect(),
    }))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MarketBalance {
    pub weeks: Vec<Week>,
    /// Products with anything offered or demanded in these weeks, the largest first.
    pub items: Vec<ProductBalance>,
    /// When the round ran that left the rest below; absent before the first one.
    pub ran_at: Option<DateTime<Utc>>,
    pub unmatched: Vec<UnmatchedCount>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ProductBalance {
    pub product: String,
    /// One for each week, in order.
    pub weeks: Vec<WeekBalance>,
}

/// An offer counts evenly over the days of its harvest.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeekBalance {
    pub offered: KgSum,
    pub demanded: KgSum,
    /// In live proposals and contracts.
    pub matched: KgSum,
}

/// What the last round left, by what stood in the way.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnmatchedCount {
    pub side: String,
    pub obstacle: String,
    /// Offers or demands.
    pub posts: i64,
    pub kg: KgSum,
}

/// Supply and demand by product over the next twelve weeks, and why the rest found nobody.
#[utoipa::path(get, path = "/officer/market", tag = "officer", responses((status = 200, body = MarketBalance), (status = 403, body = Problem)))]
pub async fn market(State(app): State<App>, auth: Auth) -> Result<Json<MarketBalance>, ApiError> {
    allow(&auth, Command::ReadMarket, Target::Whole)?;
    let weeks: Vec<Week> = std::iter::successors(Some(app.env.today().week()), |week| Some(week.next())).take(WEEKS_AHEAD).collect();
    let tx = Tx::read(&app.db).await?;
    let found = overview::balance(&tx, &weeks).await?;
    let mut sizes: BTreeMap<&str, i64> = BTreeMap::new();
    for ((product, _), balance) in &found {
        *sizes.entry(product).or_default() += balance.offered + balance.demanded;
    }
    let mut products: Vec<(&str, i64)> = sizes.into_iter().collect();
    products.sort_by_key(|(product, size)| (std::cmp::Reverse(*size), *product));
    let in_week = |product: &str, week: &Week| {
        let balance = found.get(&(product.to_owned(), week.monday().date())).copied().unwrap_or_default();
        WeekBalance { offered: KgSum(balance.offered), demanded: KgSum(balance.demanded), matched: KgSum(balance.matched) }
    };
    let items = products
        .into_iter()
        .map(|(product, _)| ProductBalance {
            product: product.to_owned(),
            weeks: weeks.iter().map(|week| in_week(product, week)).collect(),
        })
        .collect();
    let rest = overview::last_rest(&tx).await?;
    let unmatched =
        rest.rows.into_iter().map(|row| UnmatchedCount { side: row.side, obstacle: row.obstacle, posts: row.posts, kg: KgSum(row.left_g) });
    Ok(Json(MarketBalance { items, unmatched: unmatched.collect(), ran_at: rest.ran_at, weeks }))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ContractPrices {
    /// The week of the board; absent while there are no prices.
    pub board_week: Option<Week>,
    /// All contracts together against the board, in thousandths; absent when no variety is on the board.
    pub difference_permille: Option<i64>,
    pub items: Vec<ContractPrice>,
}

/// What contracts pay for a variety at the farm gate, in đồng per kg.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractPrice {
    pub variety: String,
    pub contracts: i64,
    pub kg: KgSum,
    /// Weighted by weight.
    pub mean: i64,
    pub reference: Option<i64>,
    pub difference_permille: Option<i64>,
}

/// Prices in contracts beside the price board.
#[utoipa::path(get, path = "/officer/prices", tag = "officer", responses((status = 200, body = ContractPrices), (status = 403, body = Problem)))]
pub async fn contract_prices(State(app): State<App>, auth: Auth) -> Result<Json<ContractPrices>, ApiError> {
    allow(&auth, Command::ReadMarket, Target::Whole)?;
    let today = app.env.today();
    let tx = Tx::read(&app.db).await?;
    let board_week = prices::latest_week(&tx, today).await?;
    let rows = overview::contract_prices(&tx, since(today), board_week).await?;
    let (mut paid, mut worth) = (0_i128, 0_i128);
    let items = rows
        .into_iter()
        .map(|row| {
            if let Some(reference) = row.reference {
                paid += i128::from(row.mean) * i128::from(row.grams);
                worth += i128::from(reference) * i128::from(row.grams);
            }
            let difference_permille = row.reference.and_then(|reference| permille(row.mean.into(), reference.into()));
            ContractPrice {
                variety: row.variety,
                contracts: row.contracts,
                kg: KgSum(row.grams),
                mean: row.mean,
                reference: row.reference,
                difference_permille,
            }
        })
        .collect();
    Ok(Json(ContractPrices { board_week, difference_permille: permille(paid, worth), items }))
}

/// How far above the reference, rounded to the nearest thousandth.
fn permille(price: i128, reference: i128) -> Option<i64> {
    if reference <= 0 {
        return None;
    }
    let twice = (price - reference) * 2000 + reference;
    i64::try_from(twice.div_euclid(2 * reference)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_rounded_to_the_nearest_thousandth() {
        assert_eq!(permille(10_420, 10_000), Some(42));
        assert_eq!(permille(10_004, 10_000), Some(0));
        assert_eq!(permille(10_005, 10_000), Some(1));
        assert_eq!(permille(9_580, 10_000), Some(-42));
        assert_eq!(permille(9_996, 10_000), Some(0));
        assert_eq!(permille(1, 0), None);
    }

    #[test]
    fn a_sum_is_written_in_kilograms() {
        let text = |grams| String::from(KgSum(grams));
        assert_eq!((text(10_730_000_000), text(12_500), text(0)), ("10730000".to_owned(), "12.5".to_owned(), "0".to_owned()));
    }
}
