//! A round as one file that anybody can check: plain CSV for other programs, and market and plan as they are stored for a replay.
use anyhow::{Context, bail, ensure};
use matching::market::Market;
use matching::plan::Plan;
use matching::round_files;
use serde::de::DeserializeOwned;
use std::io::{Cursor, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MARKET: &str = "market.json";
const PLAN: &str = "plan.json";
const README: &str = "README.txt";

/// No file of a round is larger than this once unpacked.
const MOST_BYTES: u64 = 1 << 30;

/// The same round gives the same bytes.
pub fn pack(market: &Market, plan: &Plan) -> anyhow::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> anyhow::Result<()> {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(bytes).context("cannot write a file of the round")
    };
    add(README, readme(market, plan).as_bytes())?;
    for (name, text) in round_files::write(market, plan) {
        add(name, text.as_bytes())?;
    }
    add(MARKET, &serde_json::to_vec(market)?)?;
    add(PLAN, &serde_json::to_vec(plan)?)?;
    Ok(archive.finish()?.into_inner())
}

fn readme(market: &Market, plan: &Plan) -> String {
    let (market_hash, plan_hash) = (super::hash(&market.canonical_bytes()), super::hash(&plan.canonical_bytes()));
    format!(
        "A round of Mùa Vụ. Every reserve price of it is in here: keep it to yourself.\n\n\
         market {market_hash}\nplan   {plan_hash}\n\n\
         muavu match --round FILE.zip           clears the market again and compares the plan bit by bit\n\
         check.py --round FILE.zip              checks plan, prices and bound without the program (Python 3 alone)\n\n\
         check.py, check_round.py and what the files mean (FORMAT.md, format 2) are in benches/matching of the program's source.\n"
    )
}

/// Reads a round back; an error where a file is missing, or where the CSV files are not those of the market and the plan beside them.
pub fn unpack(file: impl Read + Seek) -> anyhow::Result<(Market, Plan)> {
    let mut archive = ZipArchive::new(file).context("this is not a ZIP file")?;
    let market: Market = json(&mut archive, MARKET)?;
    let plan: Plan = json(&mut archive, PLAN)?;
    market.validate().context("the market of the round is malformed")?;
    for (name, text) in round_files::write(&market, &plan) {
        ensure!(bytes(&mut archive, name)? == text.as_bytes(), "{name} is not that of {MARKET} and {PLAN}");
    }
    Ok((market, plan))
}

fn json<T: DeserializeOwned>(archive: &mut ZipArchive<impl Read + Seek>, name: &str) -> anyhow::Result<T> {
    serde_json::from_slice(&bytes(archive, name)?).with_context(|| format!("{name} cannot be read"))
}

fn bytes(archive: &mut ZipArchive<impl Read + Seek>, name: &str) -> anyhow::Result<Vec<u8>> {
    let entry = archive.by_name(name).with_context(|| format!("there is no {name}"))?;
    let mut bytes = Vec::new();
    entry.take(MOST_BYTES + 1).read_to_end(&mut bytes).with_context(|| format!("{name} cannot be unpacked"))?;
    if u64::try_from(bytes.len())? > MOST_BYTES {
        bail!("{name} is too large");
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round() -> (Market, Plan) {
        let market = matching::format::read_market(
            "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot\n0,0,0,2,0,500,8000,20817000,105338000,0,9,0\n",
            "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km\n\
             0,0,1,1,0,400,12000,21028500,105854200,0,6,0,0,150\n",
        );
        let market = market.unwrap();
        let plan = matching::solve(&market);
        (market, plan)
    }

    /// The archive with one file changed.
    fn with(packed: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        for file in names {
            let text = String::from_utf8(bytes(&mut archive, &file).unwrap()).unwrap();
            changed.start_file(file.as_str(), SimpleFileOptions::default()).unwrap();
            changed.write_all(if file == name { change(text) } else { text }.as_bytes()).unwrap();
        }
        changed.finish().unwrap().into_inner()
    }

    #[test]
    fn a_packed_round_comes_back_and_a_changed_one_does_not() {
        let (market, plan) = round();
        assert_eq!(plan.trades.len(), 1);
        let packed = pack(&market, &plan).unwrap();
        assert_eq!(packed, pack(&market, &plan).unwrap(), "the same round gives the same bytes");
        assert_eq!(unpack(Cursor::new(&packed)).unwrap(), (market, plan));
        let refused = |packed: Vec<u8>| unpack(Cursor::new(packed)).unwrap_err().to_string();
        let dearer = with(&packed, "solution.csv", |text| text.replace("0,0,400,", "0,0,401,"));
        assert_eq!(refused(dearer), "solution.csv is not that of market.json and plan.json");
        assert_eq!(refused(with(&packed, MARKET, |text| text[..100].to_owned())), "market.json cannot be read");
        assert_eq!(refused(packed[..packed.len() / 2].to_vec()), "this is not a ZIP file");
        assert_eq!(refused(with(&packed, MARKET, |text| text.replace(":8000", ":-8000"))), "the market of the round is malformed");
    }
}
