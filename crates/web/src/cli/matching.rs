//! The matching by itself: on files of the plain format, and on a round that is stored.
use crate::app::App;
use crate::flow::rounds::{download, hash};
use crate::store::{StoreError, Tx, rounds};
use anyhow::{Context, bail, ensure};
use clap::Args;
use domain::id::RoundId;
use matching::format;
use matching::market::Market;
use matching::plan::Plan;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(Debug, Args)]
pub struct Match {
    /// Holds offers.csv and demands.csv, and parts.csv where offers are sold week by week.
    #[arg(required_unless_present = "round", conflicts_with = "round")]
    folder: Option<PathBuf>,
    /// A round that was downloaded: clear its market again, and say whether the plan is the same bit by bit.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["out", "threads", "extended", "prove"])]
    round: Option<PathBuf>,
    /// Gets the solution and its shadow prices: `solution.csv`, `offer_duals.csv`, `demand_duals.csv`.
    #[arg(long, required_unless_present = "round")]
    out: Option<PathBuf>,
    /// The most threads to compute with; the plan is the same for any number. With `--extended` one is used.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: u16,
    /// Keep smallest lots and supplier limits; without it they are ignored and the plan is the exact optimum.
    #[arg(long)]
    extended: bool,
    /// Look at every pair that fits once more, from the files and the plan alone. Minutes for a million offers.
    #[arg(long)]
    prove: bool,
}

pub fn run(command: &Match) -> anyhow::Result<()> {
    if let Some(file) = &command.round {
        return again(file);
    }
    let (Some(folder), Some(out)) = (&command.folder, &command.out) else { bail!("name a folder and --out, or --round") };
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (offers, demands) = (read("offers.csv")?, read("demands.csv")?);
    if command.extended { extended(command, out, &offers, &demands) } else { base(command, folder, out, &offers, &demands) }
}

/// The exact optimum of the market without lots and limits, at prices halfway between both sides' best.
fn base(command: &Match, folder: &Path, out: &Path, offers: &str, demands: &str) -> anyhow::Result<()> {
    let path = folder.join("parts.csv");
    let parts = path.exists().then(|| std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display())));
    let instance = transport::files::read(offers, demands, parts.transpose()?.as_deref())?;
    let began = Instant::now();
    // More threads than cores would only wait for each other.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cleared = transport::clear(&instance, 50, cores.min(command.threads.into()));
    let solved = began.elapsed();
    if command.prove {
        transport::certify(&instance, &cleared).context("the plan cannot be proved")?;
    }
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    write(out, "solution.csv", &transport::files::solution(&instance, &cleared))?;
    write(out, "offer_duals.csv", &transport::files::duals('u', &cleared.rents))?;
    write(out, "demand_duals.csv", &transport::files::duals('v', &cleared.wants))?;
    if !instance.parts.is_empty() {
        write(out, "part_duals.csv", &transport::files::duals('u', &cleared.part_rents))?;
    }
    let (value, bound) = (cleared.value, cleared.bound(&instance));
    let kg: i64 = cleared.trades.iter().map(|trade| trade.kg).sum();
    println!("offers {}  demands {}  trades {}  kg {kg}", instance.offers.len(), instance.demands.len(), cleared.trades.len());
    println!("value  {value} ₫  bound {bound} ₫  gap {} ₫", bound - value);
    println!("solved in {} ms{}", solved.as_millis(), if command.prove { ", every pair looked at once more" } else { "" });
    Ok(())
}

fn extended(command: &Match, out: &Path, offers: &str, demands: &str) -> anyhow::Result<()> {
    let market = format::read_market(offers, demands)?;
    let began = Instant::now();
    let plan = matching::solve(&market);
    let solved = began.elapsed();
    if command.prove {
        matching::check::verify(&market, &plan).context("the plan cannot be proved")?;
    }
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    write(out, "solution.csv", &format::solution(&plan))?;
    write(out, "offer_duals.csv", &format::offer_duals(&market, &plan))?;
    write(out, "demand_duals.csv", &format::demand_duals(&market, &plan))?;
    print(&market, &plan);
    println!("solved in {} ms{}", solved.as_millis(), if command.prove { ", proved by the verifier" } else { "" });
    Ok(())
}

/// Replays a downloaded round.
fn again(file: &Path) -> anyhow::Result<()> {
    let opened = std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (market, stored) = download::unpack(opened).with_context(|| format!("{}", file.display()))?;
    let plan = matching::solve(&market);
    print(&market, &plan);
    println!("market {}", hash(&market.canonical_bytes()));
    println!("plan   {}", hash(&plan.canonical_bytes()));
    ensure!(plan.canonical_bytes() == stored.canonical_bytes() && plan == stored, "the market gives another plan than the file's");
    matching::check::verify(&market, &plan).context("the plan cannot be proved")?;
    println!("the same plan bit by bit, proved by the verifier");
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Computes a stored round again; an error where the plan is not the same.
pub async fn replay(app: &App, id: RoundId) -> anyhow::Result<()> {
    let tx = Tx::read(&app.db).await?;
    let round = match rounds::get(&tx, id).await {
        Err(StoreError::Missing) => bail!("there is no round {id}"),
        found => found?,
    };
    let (market, stored) = rounds::files(&tx, id).await?;
    drop(tx);
    let market_hash = hash(&market.canonical_bytes());
    ensure!(market_hash == round.market_hash, "the stored market has the hash {market_hash}, the round names {}", round.market_hash);
    let (market, plan) = tokio::task::spawn_blocking(move || {
        let plan = matching::solve(&market);
        (market, plan)
    })
    .await?;
    print(&market, &plan);
    let plan_hash = hash(&plan.canonical_bytes());
    println!("market {market_hash}");
    println!("plan   {plan_hash}");
    ensure!(plan_hash == round.plan_hash, "the round names the plan {}", round.plan_hash);
    ensure!(plan == stored, "the stored plan is not the one the round names");
    matching::check::verify(&market, &plan).context("the plan cannot be proved")?;
    println!("the same plan as on {}, proved by the verifier", round.ran_at.format("%Y-%m-%dT%H:%M:%SZ"));
    Ok(())
}

fn print(market: &Market, plan: &Plan) {
    println!("offers {}  demands {}  trades {}  kg {}", market.offers.len(), market.demands.len(), plan.trades.len(), plan.kg());
    println!("value  {} ₫  bound {} ₫  gap {} ₫", plan.value, plan.least_bound(), plan.gap());
}
