//! `clear DIR OUT`: reads `offers.csv` and `demands.csv` of DIR, writes `solution.csv` and the rents to OUT.
use std::path::PathBuf;
use std::time::Instant;
use transport::files;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let [dir, out] = folders.as_slice() else { return Err("usage: clear DIR OUT".into()) };
    let began = Instant::now();
    let instance = files::read(&std::fs::read_to_string(dir.join("offers.csv"))?, &std::fs::read_to_string(dir.join("demands.csv"))?)?;
    let read = began.elapsed();
    let cleared = transport::clear(&instance, 50);
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("solution.csv"), files::solution(&instance, &cleared))?;
    std::fs::write(out.join("offer_duals.csv"), files::duals('u', &cleared.rents))?;
    std::fs::write(out.join("demand_duals.csv"), files::duals('v', &cleared.wants))?;
    println!("{} trades; read in {} ms, all in {} ms", cleared.trades.len(), read.as_millis(), began.elapsed().as_millis());
    Ok(())
}
