//! `muavu match` on files, as somebody types it.
//!
//! The market is small enough for paper. All posts stand in one place, so freight is 300 ₫ and nothing else:
//!
//! | gain per kg   | demand 0 (60 kg) | demand 1 (80 kg) |
//! |---------------|------------------|------------------|
//! | offer 0, 100 kg | 4,700          | 1,700            |
//! | offer 1, 50 kg  | does not fit   | 2,700            |
//!
//! Best is 60 × 4,700 + 50 × 2,700 + 30 × 1,700 = 468,000 ₫. Offer 0 has 10 kg left, so a kilogram more of it is worth nothing, and
//! that settles every other shadow price: 4,700 and 1,700 for the demands, 2,700 − 1,700 = 1,000 for offer 1.
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const OFFERS: &str = "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot\n\
                      0,0,0,2,1,100,10000,20600000,105300000,0,6,0\n\
                      1,0,1,2,0,50,9000,20600000,105300000,0,6,0\n";
const DEMANDS: &str = "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km\n\
                       0,0,1,1,1,60,15000,20600000,105300000,0,6,0,0,100\n\
                       1,0,3,0,0,80,12000,20600000,105300000,0,6,0,1,100\n";

fn instance(offers: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("offers.csv"), offers).unwrap();
    std::fs::write(folder.path().join("demands.csv"), DEMANDS).unwrap();
    folder
}

fn clear(folder: &TempDir, out: &str, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_muavu")).current_dir(folder.path()).args(["match", ".", "--out", out]).args(options).output().unwrap()
}

fn files(folder: &Path) -> [String; 3] {
    ["solution.csv", "offer_duals.csv", "demand_duals.csv"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap())
}

#[test]
fn the_optimum_and_its_shadow_prices_are_written_the_same_for_any_number_of_threads() {
    let folder = instance(OFFERS);
    for threads in ["1", "2"] {
        let output = clear(&folder, threads, &["--threads", threads, "--prove"]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{said}");
        assert!(
            said.contains("offers 2  demands 2  trades 3  kg 140") && said.contains("value  468000 ₫  bound 468000 ₫  gap 0 ₫"),
            "{said}"
        );
        let [solution, offers, demands] = files(&folder.path().join(threads));
        assert_eq!(solution, "offer,demand,kg,price\n0,0,60,10000\n0,1,30,10000\n1,1,50,10000\n");
        assert_eq!(offers, "id,u\n0,0\n1,1000\n");
        assert_eq!(demands, "id,v\n0,4700\n1,1700\n");
    }
}

/// Demand 1 takes from one supplier only: 50 kg of offer 1 are worth more than what offer 0 has left.
#[test]
fn limits_hold_when_they_are_asked_for() {
    let folder = instance(OFFERS);
    let output = clear(&folder, "out", &["--extended"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("trades 2  kg 110") && said.contains("value  417000 ₫"), "{said}");
    let [solution, ..] = files(&folder.path().join("out"));
    let trades: Vec<&str> = solution.lines().skip(1).map(|row| row.rsplit_once(',').unwrap().0).collect();
    assert_eq!(trades, ["0,0,60", "1,1,50"]);
}

#[test]
fn a_field_that_is_no_number_is_named_and_nothing_is_written() {
    let folder = instance(&OFFERS.replace(",50,9000,", ",5x,9000,"));
    let output = clear(&folder, "out", &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("offers.csv, line 3, column qty_kg: `5x` is not a whole number within bounds"), "{said}");
    assert!(!folder.path().join("out").exists());
}
