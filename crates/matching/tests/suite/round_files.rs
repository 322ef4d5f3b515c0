//! A round as files, and an independent program that checks them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use matching::market::Market;
use matching::plan::Plan;
use matching::{round_files, solve};
use proptest::prelude::*;

use crate::demo_market;
use crate::markets::{Rules, market};

/// A fault put into a plan.
type Change<'a> = &'a dyn Fn(&mut Plan);

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("round-{name}"));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(name: &str, market: &Market, plan: &Plan) -> PathBuf {
    let folder = folder(name);
    for (file, text) in round_files::write(market, plan) {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// Exit status and what it printed.
fn check(folder: &Path) -> (Option<i32>, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../benches/matching/check.py");
    let run = Command::new("python3").arg("-B").arg(script).arg("--round").arg(folder).output().expect("python3 runs");
    (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr))
}

#[test]
fn another_program_accepts_the_demo_round_and_refuses_a_changed_one() {
    let market = demo_market::market();
    let plan = solve(&market);
    let (code, said) = check(&write("whole", &market, &plan));
    assert_eq!(code, Some(0), "{said}");

    let changes: [(&str, Change, &str); 6] = [
        ("price", &|plan| plan.trades[0].price += 100_000, "price_outside"),
        ("kg", &|plan| plan.trades[0].weeks[0].kg += 1, "kg_not_the_weeks"),
        ("value", &|plan| plan.value += 1, "value_wrong"),
        ("bound", &|plan| plan.bound += 1, "bound_not_proved"),
        ("rents", &|plan| plan.demand_prices.iter_mut().for_each(|row| row.weeks.clear()), "dual_violations"),
        ("freight", &|plan| plan.trades[0].freight -= 1, "terms_wrong"),
    ];
    for (name, change, fault) in changes {
        let mut changed = plan.clone();
        change(&mut changed);
        let (code, said) = check(&write(name, &market, &changed));
        assert_eq!(code, Some(1), "{name}: {said}");
        assert!(
            said.contains("\"failed\": [") && said.split("\"failed\"").nth(1).is_some_and(|list| list.contains(fault)),
            "{name}: {said}"
        );
    }
    let folder = write("cut", &market, &plan);
    let offers = fs::read_to_string(folder.join("offers.csv")).unwrap();
    fs::write(folder.join("offers.csv"), offers.lines().take(500).collect::<Vec<_>>().join("\n") + "\n").unwrap();
    assert_eq!(check(&folder).0, Some(2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Another program starts for each, so these are few.
    #[test]
    fn another_program_accepts_every_round(market in market(20, 14, 80, Rules::LotsAndLimits)) {
        let (code, said) = check(&write("random", &market, &solve(&market)));
        prop_assert_eq!(code, Some(0), "{}", said);
    }
}
