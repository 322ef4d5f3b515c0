//! `warm DIR [CHANGES]`: clears the market of DIR, then lets posts come, change and go; prints how long one change takes and whether
//! the market is worth in the end what clearing it from cold finds.
use std::path::PathBuf;
use std::time::{Duration, Instant};
use transport::{Demand, Offer, Warm, files};

/// The same numbers on every machine (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count as u64).expect("it is below a usize")
    }

    /// Within 5 % of the price.
    fn near(&mut self, price: i32) -> i32 {
        price * i32::try_from(950 + self.below(101)).expect("a thousand or so") / 1_000
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (dir, changes) = match words.as_slice() {
        [dir] => (dir, 3_000),
        [dir, changes] => (dir, changes.parse()?),
        _ => return Err("usage: warm DIR [CHANGES]".into()),
    };
    let dir = PathBuf::from(dir);
    let (offers, demands) = (std::fs::read_to_string(dir.join("offers.csv"))?, std::fs::read_to_string(dir.join("demands.csv"))?);
    let market = files::read(&offers, &demands, None)?;
    let began = Instant::now();
    let mut warm = Warm::new(&market, 1);
    println!("cleared in {} ms", began.elapsed().as_millis());
    let (mut offers, mut demands): (Vec<_>, Vec<_>) = (warm.offers().collect(), warm.demands().collect());
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut times: Vec<Duration> = Vec::with_capacity(changes);
    for change in 0..changes {
        // A post like another, at a price of its own.
        let (o, d) = (market.offers[numbers.below(market.offers.len())], market.demands[numbers.below(market.demands.len())]);
        let (o, d) = (Offer { ask: numbers.near(o.ask), ..o }, Demand { bid: numbers.near(d.bid), ..d });
        let (i, j) = (numbers.below(offers.len()), numbers.below(demands.len()));
        let began = Instant::now();
        match change % 6 {
            0 => offers.push(warm.add_offer(o)?),
            1 => demands.push(warm.add_demand(d)?),
            2 => warm.change_offer(offers[i], o)?,
            3 => warm.change_demand(demands[j], d)?,
            4 => warm.remove_offer(offers.swap_remove(i)),
            _ => warm.remove_demand(demands.swap_remove(j)),
        }
        times.push(began.elapsed());
    }
    for (kind, name) in ["add offer", "add demand", "change offer", "change demand", "remove offer", "remove demand"].iter().enumerate() {
        tell(name, times.iter().skip(kind).step_by(6).copied().collect());
    }
    tell("all", times);
    let (standing, _) = warm.standing();
    let cold = transport::clear(&standing, 50, 1);
    println!("worth {} ₫ warm, {} ₫ from cold", warm.value(), cold.value);
    if warm.value() == cold.value { Ok(()) } else { Err("the warm market is not at its optimum".into()) }
}

fn tell(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).or(times.last()).map_or(0, Duration::as_micros);
    println!("{name}: median {} µs, p99 {} µs, most {} µs", at(50), at(99), at(100));
}
