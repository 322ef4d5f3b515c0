//! A cleared market as plain files (format 2): what format 1 has, and beside it what only a real market has.
//!
//! Every field is a decimal integer. Posts and organisations are numbered from 0 in the order of their ids; products, varieties, sizes,
//! kinds, weeks and days keep the numbers of the market.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::book::Seller;
use crate::market::{Attribute, Demand, Market, Offer, Varieties};
use crate::plan::{Ends, Plan};

/// Where a demand sets no limit to the way.
const ANY_KM: u32 = 100_000;
const ANY_VARIETY: u32 = u32::MAX;

/// Name and text of every file.
pub fn write(market: &Market, plan: &Plan) -> Vec<(&'static str, String)> {
    let numbers = Numbers::of(market);
    let mut files = Files(Vec::new());
    offers(&mut files, market, &numbers);
    demands(&mut files, market, &numbers);
    rules(&mut files, market, &numbers);
    trades(&mut files, plan, &numbers);
    prices(&mut files, plan, &numbers);
    limits(&mut files, plan, &numbers);
    files.0
}

struct Numbers<'a> {
    offers: Vec<&'a Offer>,
    demands: Vec<&'a Demand>,
    offer: BTreeMap<u128, i128>,
    demand: BTreeMap<u128, i128>,
    org: BTreeMap<u128, i128>,
}

impl<'a> Numbers<'a> {
    fn of(market: &'a Market) -> Self {
        let mut offers: Vec<&Offer> = market.offers.iter().collect();
        offers.sort_by_key(|offer| offer.id);
        let mut demands: Vec<&Demand> = market.demands.iter().collect();
        demands.sort_by_key(|demand| demand.id);
        let known =
            market.demands.iter().flat_map(|demand| demand.suppliers.iter().copied().chain(demand.supplied.iter().map(|row| row.org)));
        let mut orgs: Vec<u128> =
            market.offers.iter().map(|offer| offer.org).chain(market.demands.iter().map(|demand| demand.org)).chain(known).collect();
        orgs.sort_unstable();
        orgs.dedup();
        let count = |ids: Vec<u128>| ids.into_iter().zip(0..).collect();
        Self {
            offer: count(offers.iter().map(|offer| offer.id).collect()),
            demand: count(demands.iter().map(|demand| demand.id).collect()),
            org: count(orgs),
            offers,
            demands,
        }
    }

    fn offer(&self, id: u128) -> i128 {
        self.offer.get(&id).copied().unwrap_or(-1)
    }

    fn demand(&self, id: u128) -> i128 {
        self.demand.get(&id).copied().unwrap_or(-1)
    }
}

struct Files(Vec<(&'static str, String)>);

impl Files {
    fn add<const N: usize>(&mut self, name: &'static str, header: &str, rows: impl IntoIterator<Item = [i128; N]>) {
        let mut text = format!("{header}\n");
        for row in rows {
            for (at, value) in row.iter().enumerate() {
                let before = if at == 0 { "" } else { "," };
                write!(text, "{before}{value}").expect("a String takes every field");
            }
            text.push('\n');
        }
        self.0.push((name, text));
    }
}

fn stated(value: Option<impl Into<i128>>) -> i128 {
    value.map_or(-1, Into::into)
}

fn offers(files: &mut Files, market: &Market, numbers: &Numbers) {
    let all = || numbers.offers.iter().zip(0_i128..);
    files.add(
        "offers.csv",
        "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot",
        all().map(|(offer, id)| {
            let (product, held) = (offer.product.into(), Seller::new(offer).held().into());
            let place = [offer.lat_e6.into(), offer.lon_e6.into(), offer.from.into(), offer.to.into()];
            let [lat, lon, from, to] = place;
            [
                id,
                product,
                offer.variety.into(),
                offer.grade.into(),
                held,
                offer.kg.into(),
                offer.ask.into(),
                lat,
                lon,
                from,
                to,
                offer.min_lot.into(),
            ]
        }),
    );
    files.add(
        "offer_terms.csv",
        "offer,org,kg_per_week,max_payment_days,brix_tenths,juice_percent,posted_at",
        all().map(|(offer, id)| {
            let quality = &offer.quality;
            let days = offer.max_payment_days.into();
            let org = numbers.org[&offer.org];
            [id, org, offer.kg_per_week.into(), days, stated(quality.brix_tenths), stated(quality.juice_percent), offer.posted_at.into()]
        }),
    );
    let certificates =
        all().flat_map(|(offer, id)| offer.certs.iter().map(move |row| [id, row.kinds.into(), row.from.into(), row.to.into()]));
    files.add("offer_certificates.csv", "offer,kinds,day_from,day_to", certificates);
    let promised = all().flat_map(|(offer, id)| offer.promised.iter().map(move |row| [id, row.week.into(), row.kg.into()]));
    files.add("offer_promised.csv", "offer,week,kg", promised);
    let tiers = all().flat_map(|(offer, id)| offer.tiers.iter().map(move |row| [id, row.from_kg.into(), row.off.into()]));
    files.add("offer_tiers.csv", "offer,from_kg,off", tiers);
    let sizes = all().flat_map(|(offer, id)| offer.quality.sizes.iter().map(move |size| [id, (*size).into()]));
    files.add("offer_sizes.csv", "offer,size", sizes);
    let references = market.references.iter().map(|row| [row.product.into(), row.variety.into(), row.price.into()]);
    files.add("references.csv", "product,variety,price", references);
}

fn demands(files: &mut Files, market: &Market, numbers: &Numbers) {
    let all = || numbers.demands.iter().zip(0_i128..);
    files.add(
        "demands.csv",
        "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km",
        all().map(|(demand, id)| {
            let any = if demand.varieties == Varieties::Any { ANY_VARIETY } else { 0 };
            let kg = demand.lines.iter().map(|line| i128::from(line.kg)).sum();
            let from = demand.lines.iter().map(|line| line.from).min().unwrap_or(0).into();
            let to = demand.lines.iter().map(|line| line.to).max().unwrap_or(0).into();
            let (certs, bid, places) = (demand.certs.into(), demand.bid.into(), demand.max_suppliers.into());
            let [lat, lon] = [demand.lat_e6.into(), demand.lon_e6.into()];
            let km = demand.max_km.unwrap_or(ANY_KM).into();
            [
                id,
                demand.product.into(),
                any.into(),
                demand.min_grade.into(),
                certs,
                kg,
                bid,
                lat,
                lon,
                from,
                to,
                demand.min_lot.into(),
                places,
                km,
            ]
        }),
    );
    files.add(
        "demand_terms.csv",
        "demand,org,payment_days,most_per_supplier,brix_tenths,juice_percent,posted_at",
        all().map(|(demand, id)| {
            let quality = &demand.quality;
            let (org, most) = (numbers.org[&demand.org], stated(demand.most_per_supplier));
            [id, org, demand.payment_days.into(), most, stated(quality.brix_tenths), stated(quality.juice_percent), demand.posted_at.into()]
        }),
    );
    let lines = all().flat_map(|(demand, id)| {
        demand.lines.iter().map(move |line| [id, line.week.into(), line.from.into(), line.to.into(), line.kg.into()])
    });
    files.add("demand_lines.csv", "demand,week,day_from,day_to,kg", lines);
    let only = |demand: &Demand| if let Varieties::Only(list) = &demand.varieties { list.clone() } else { Vec::new() };
    let varieties = all().flat_map(|(demand, id)| only(demand).into_iter().map(move |variety| [id, variety.into()]));
    files.add("demand_varieties.csv", "demand,variety", varieties);
    let sizes = all().flat_map(|(demand, id)| demand.quality.sizes.iter().map(move |size| [id, (*size).into()]));
    files.add("demand_sizes.csv", "demand,size", sizes);
    let suppliers = all().flat_map(|(demand, id)| demand.suppliers.iter().map(move |org| [id, numbers.org[org]]));
    files.add("demand_suppliers.csv", "demand,org", suppliers);
    let supplied = all().flat_map(|(demand, id)| demand.supplied.iter().map(move |row| [id, numbers.org[&row.org], row.kg.into()]));
    files.add("demand_supplied.csv", "demand,org,kg", supplied);
    let premiums = all().flat_map(|(demand, id)| demand.premiums.iter().zip(0..).map(move |(row, at)| (id, at, row)));
    files.add(
        "demand_premiums.csv",
        "demand,premium,kind,value,per_kg",
        premiums.clone().map(|(id, at, row)| {
            let (kind, value) = match &row.attribute {
                Attribute::Certificates(kinds) => (0, (*kinds).into()),
                Attribute::Grade(least) => (1, (*least).into()),
                Attribute::Sizes(_) => (2, 0),
                Attribute::Brix(least) => (3, (*least).into()),
                Attribute::Juice(least) => (4, (*least).into()),
            };
            [id, at, kind, value, row.per_kg.into()]
        }),
    );
    let sizes = premiums.flat_map(|(id, at, row)| {
        let sizes = if let Attribute::Sizes(sizes) = &row.attribute { sizes.clone() } else { Vec::new() };
        sizes.into_iter().map(move |size| [id, at, size.into()])
    });
    files.add("premium_sizes.csv", "demand,premium,size", sizes);
    let resting = market.resting.iter().map(|pair| [numbers.offer(pair.offer), numbers.demand(pair.demand)]);
    // A pair may rest whose posts are not in the round.
    files.add("resting.csv", "offer,demand", resting.filter(|row| row.iter().all(|number| *number >= 0)));
}

fn rules(files: &mut Files, market: &Market, _: &Numbers) {
    files.add("products.csv", "product,freight_class", market.products.iter().map(|row| [row.id.into(), row.freight_class.into()]));
    let freight =
        market.freight.iter().map(|row| [row.class.into(), row.base.into(), row.per_km_milli.into(), row.road_factor_milli.into()]);
    files.add("freight.csv", "class,base,per_km_milli,road_factor_milli", freight);
}

fn trades(files: &mut Files, plan: &Plan, numbers: &Numbers) {
    let all = || plan.trades.iter().map(|trade| (numbers.offer(trade.offer), numbers.demand(trade.demand), trade));
    files.add("solution.csv", "offer,demand,kg,price", all().map(|(offer, demand, row)| [offer, demand, row.kg.into(), row.price.into()]));
    let weeks = all().flat_map(|(offer, demand, trade)| trade.weeks.iter().map(move |row| [offer, demand, row.week.into(), row.kg.into()]));
    files.add("solution_weeks.csv", "offer,demand,week,kg", weeks);
    files.add(
        "solution_terms.csv",
        "offer,demand,freight,premium,discount",
        all().map(|(offer, demand, row)| {
            let premium = row.premiums.iter().map(|premium| i128::from(premium.per_kg)).sum();
            [offer, demand, row.freight.into(), premium, row.discount.into()]
        }),
    );
    files.add("round.csv", "value,bound,least_bound", [[plan.value, plan.bound, plan.least_bound()]]);
}

fn ends(id: i128, week: i128, ends: Ends) -> [i128; 5] {
    [id, week, ends.buyer_best.into(), ends.settled.into(), ends.seller_best.into()]
}

fn prices(files: &mut Files, plan: &Plan, numbers: &Numbers) {
    let totals: BTreeMap<i128, Ends> = plan.offer_prices.iter().map(|row| (numbers.offer(row.offer), row.total)).collect();
    let total = |id: i128| totals.get(&id).copied().unwrap_or_default();
    let ids = || numbers.offers.iter().zip(0_i128..).map(|(_, id)| id);
    files.add("offer_duals.csv", "id,u", ids().map(|id| [id, total(id).settled.into()]));
    let rows = ids().map(|id| [id, total(id).buyer_best.into(), total(id).settled.into(), total(id).seller_best.into()]);
    files.add("offer_ends.csv", "offer,buyer_best,settled,seller_best", rows);
    let weeks =
        plan.offer_prices.iter().flat_map(|row| row.weeks.iter().map(|week| ends(numbers.offer(row.offer), week.week.into(), week.rent)));
    files.add("offer_week_duals.csv", "offer,week,buyer_best,settled,seller_best", weeks);
    let dearest: BTreeMap<i128, i64> = plan
        .demand_prices
        .iter()
        .map(|row| (numbers.demand(row.demand), row.weeks.iter().map(|week| week.rent.settled).max().unwrap_or(0)))
        .collect();
    let rows = numbers.demands.iter().zip(0_i128..).map(|(_, id)| [id, dearest.get(&id).copied().unwrap_or(0).into()]);
    files.add("demand_duals.csv", "id,v", rows);
    let weeks = plan
        .demand_prices
        .iter()
        .flat_map(|row| row.weeks.iter().map(|week| ends(numbers.demand(row.demand), week.week.into(), week.rent)));
    files.add("demand_week_duals.csv", "demand,week,buyer_best,settled,seller_best", weeks);
}

/// Empty files where lots and limits cost nothing: then `bound` is the least one.
fn limits(files: &mut Files, plan: &Plan, numbers: &Numbers) {
    let (offers, demands) = plan.limits.as_ref().map_or((&[][..], &[][..]), |limits| (&limits.offers, &limits.demands));
    files.add("limit_offers.csv", "offer,rent", offers.iter().map(|row| [numbers.offer(row.offer), row.total.into()]));
    let weeks = offers.iter().flat_map(|row| row.weeks.iter().map(|week| [numbers.offer(row.offer), week.week.into(), week.rent.into()]));
    files.add("limit_offer_weeks.csv", "offer,week,rent", weeks);
    let lines =
        demands.iter().flat_map(|row| row.weeks.iter().map(|week| [numbers.demand(row.demand), week.week.into(), week.rent.into()]));
    files.add("limit_lines.csv", "demand,week,rent", lines);
}
