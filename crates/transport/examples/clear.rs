//! `clear DIR OUT [THREADS]`: reads `offers.csv` and `demands.csv` of DIR, writes `solution.csv` and the rents to OUT.
use std::path::PathBuf;
use std::time::Instant;
use transport::files;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (dir, out, threads) = match words.as_slice() {
        [dir, out] => (dir, out, 1),
        [dir, out, threads] => (dir, out, threads.parse()?),
        _ => return Err("usage: clear DIR OUT [THREADS]".into()),
    };
    let (dir, out) = (PathBuf::from(dir), PathBuf::from(out));
    let began = Instant::now();
    let parts = std::fs::read_to_string(dir.join("parts.csv")).ok();
    let (offers, demands) = (std::fs::read_to_string(dir.join("offers.csv"))?, std::fs::read_to_string(dir.join("demands.csv"))?);
    let instance = files::read(&offers, &demands, parts.as_deref())?;
    let read = began.elapsed();
    let cleared = transport::clear(&instance, 50, threads);
    std::fs::create_dir_all(&out)?;
    std::fs::write(out.join("solution.csv"), files::solution(&instance, &cleared))?;
    std::fs::write(out.join("offer_duals.csv"), files::duals('u', &cleared.rents))?;
    std::fs::write(out.join("demand_duals.csv"), files::duals('v', &cleared.wants))?;
    if !instance.parts.is_empty() {
        std::fs::write(out.join("part_duals.csv"), files::duals('u', &cleared.part_rents))?;
    }
    println!("{} trades; read in {} ms, all in {} ms", cleared.trades.len(), read.as_millis(), began.elapsed().as_millis());
    Ok(())
}
