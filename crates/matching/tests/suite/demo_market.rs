//! The demo market of the product's own data files, as a round would see it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use matching::market::{Certificate, Demand, FreightRate, Line, Market, Mix, Offer, Product, Quality, Reference, Varieties};

type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines().map(fields);
    let head = lines.next().unwrap();
    lines.map(|row| head.iter().cloned().zip(row).collect()).collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut all, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    all.push(field);
    all
}

/// Days since 1970-01-01 of a Gregorian date.
fn day(text: &str) -> i32 {
    let part: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let (year, month) = if part[1] > 2 { (part[0], part[1]) } else { (part[0] - 1, part[1] + 12) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + part[2] - 719_469
}

fn micro_degrees(text: &str) -> i32 {
    let (whole, fraction) = text.split_once('.').unwrap();
    format!("{whole}{fraction:0<6}").parse().unwrap()
}

fn grade(text: &str) -> u8 {
    ["xo", "2", "1", "extra"].iter().position(|name| *name == text).unwrap().try_into().unwrap()
}

fn kinds(text: &str) -> u32 {
    let names = ["vietgap", "globalgap", "organic", "haccp", "attp", "ocop", "gi", "growing_area_code"];
    text.split(';').filter(|name| !name.is_empty()).map(|name| 1 << names.iter().position(|known| *known == name).unwrap()).sum()
}

fn id(text: &str) -> u128 {
    text[3..].parse().unwrap()
}

pub fn market() -> Market {
    let varieties = rows("varieties.csv");
    let products: Vec<String> = varieties.iter().map(|row| row["product_slug"].clone()).collect::<BTreeSet<_>>().into_iter().collect();
    let number = |product: &str| u32::try_from(products.iter().position(|name| name == product).unwrap()).unwrap();
    let variety: BTreeMap<String, u32> = varieties.iter().zip(0..).map(|(row, at)| (row["slug"].clone(), at)).collect();
    let place: BTreeMap<String, (i32, i32)> = rows("communes.csv")
        .into_iter()
        .map(|row| (row["code"].clone(), (micro_degrees(&row["lat"]), micro_degrees(&row["lon"]))))
        .collect();
    let board = rows("demo/price_board.csv");
    let last = board.iter().map(|row| row["week_start"].clone()).max().unwrap();
    let references = board
        .iter()
        .filter(|row| row["level"] == "farmgate" && row["week_start"] == last)
        .map(|row| {
            let product = varieties.iter().find(|known| known["slug"] == row["variety"]).unwrap();
            let product = number(&product["product_slug"]);
            Reference { product, variety: variety[&row["variety"]], price: row["price_avg"].parse().unwrap() }
        })
        .collect();
    let offers = rows("demo/offers.csv").into_iter().map(|row| {
        let (from, to) = (day(&row["window_start"]), day(&row["window_end"]));
        let (lat_e6, lon_e6) = place[&row["pickup_commune"]];
        Offer {
            id: id(&row["offer_id"]),
            org: id(&row["org_id"]),
            product: number(&row["product"]),
            variety: variety[&row["variety"]],
            grade: grade(&row["grade"]),
            certs: vec![Certificate { kinds: kinds(&row["certs"]), from, to }],
            quality: Quality::default(),
            kg: row["kg_total"].parse().unwrap(),
            kg_per_week: row["kg_per_week_max"].parse().unwrap(),
            promised: Vec::new(),
            from,
            to,
            ask: row["ask_vnd_per_kg"].parse().unwrap(),
            tiers: Vec::new(),
            lat_e6,
            lon_e6,
            min_lot: row["min_lot_kg"].parse().unwrap(),
            max_payment_days: 120,
            posted_at: 0,
        }
    });
    let mut lines: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for row in rows("demo/demand_weeks.csv") {
        let week = day(&row["week_start"]);
        let line = Line { week, from: week, to: week + 6, kg: row["kg"].parse().unwrap() };
        lines.entry(row["demand_id"].clone()).or_default().push(line);
    }
    let demands = rows("demo/demands.csv").into_iter().map(|row| {
        let (from, to) = (day(&row["window_start"]), day(&row["window_end"]));
        let (lat_e6, lon_e6) = place[&row["delivery_commune"]];
        let clip = |line: Line| Line { from: line.from.max(from), to: line.to.min(to), ..line };
        Demand {
            id: id(&row["demand_id"]),
            org: id(&row["org_id"]),
            product: number(&row["product"]),
            varieties: if row["variety"].is_empty() { Varieties::Any } else { Varieties::Only(vec![variety[&row["variety"]]]) },
            min_grade: grade(&row["min_grade"]),
            certs: kinds(&row["certs_required"]),
            quality: Quality::default(),
            bid: row["bid_delivered_vnd_per_kg"].parse().unwrap(),
            premiums: Vec::new(),
            lat_e6,
            lon_e6,
            lines: lines[&row["demand_id"]].iter().copied().filter(|line| line.kg > 0).map(clip).collect(),
            min_lot: 0,
            max_suppliers: row["max_suppliers"].parse().unwrap(),
            suppliers: Vec::new(),
            most_per_supplier: None,
            supplied: Vec::new(),
            max_km: None,
            payment_days: row["payment_days"].parse().unwrap(),
            posted_at: 0,
        }
    });
    Market {
        offers: offers.collect(),
        demands: demands.collect(),
        products: (0..).zip(&products).map(|(id, _)| Product { id, freight_class: 0 }).collect(),
        freight: vec![FreightRate::PLAIN],
        references,
        resting: Vec::new(),
        mix: Mix::HALF,
    }
}
