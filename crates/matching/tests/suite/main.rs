//! The crate seen from outside: whole markets in, whole plans out.

mod bounds;
mod demo;
mod demo_market;
mod format;
mod indication;
mod marginal;
mod markets;
mod measured;
mod mutations;
mod optimum;
mod premiums;
mod prices;
mod properties;
mod quality;
mod reasons;
mod remedy;
mod repair;
mod round_files;
mod support;
mod tiers;
mod what_if;
