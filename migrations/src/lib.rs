//! The schema, one migration a subject, the same on SQLite and PostgreSQL.
//!
//! Weights are grams and money is đồng in BIGINT, ids are UUID, instants are UTC, days are DATE. Every unique index is named
//! `<table>_<column>_key`, because the store tells people which field is taken by that name.
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

use sea_orm_migration::MigratorTraitSelf;
use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

mod m20261121_000001_accounts;
mod m20261121_000002_instance;
mod m20261121_000003_certificates;
mod m20261121_000004_offers;
mod m20261121_000005_demands;
mod m20261121_000006_prices;
mod m20261121_000007_mail;
mod m20261121_000008_rounds;
mod m20261121_000009_proposals;
mod m20261121_000010_contracts;
mod m20261121_000011_lines;
mod m20261122_000001_scans;
mod m20261122_000002_certificate_events;
mod m20261122_000003_invitations;
mod m20261122_000004_account_events;
mod m20261122_000004_session_devices;
mod m20261122_000004_standing;
mod m20261122_000005_imports;
mod m20261122_000006_demand_batches;
mod m20261122_000007_mail_settings;
mod m20261123_000001_guarded_changes;
mod m20261123_000011_paper_kinds;
mod m20261123_000012_offer_photos;
mod m20261123_000013_offer_forecasts;
mod m20261123_000014_offer_revisions;
mod m20261123_000021_catalogue;
mod m20261123_000022_variety_requests;
mod m20261123_000031_saved_searches;
mod m20261123_000041_recurring_demands;
mod m20261124_000042_approvals;
mod m20261124_000043_offer_quality;
mod m20261124_000051_rules;
mod m20261124_000052_erasure;
mod m20261124_000053_organisation_phones;
mod m20261124_000054_guarded_expiry;
mod m20261124_000061_office_lists;
mod m20261124_000062_variety_request_names;
mod m20261124_000071_preferences;
mod m20261124_000072_shares;
mod m20261125_000080_roles;
mod m20261125_000081_documents;
mod m20261125_000090_demand_quality;
mod m20261125_000091_tiers;
mod m20261125_000100_delivery_points;
mod m20261125_000101_refused_lists;
mod m20261125_000102_offers_by_variety;
mod m20261125_000110_what_if;
mod m20261125_000111_sso;
mod m20261126_000120_assisted;
mod m20261126_000121_documents_taken_back;
mod m20261126_000122_sso_spent;
mod m20261126_000130_inspections;
mod m20261126_000131_delivery_days;
mod m20261126_000140_demand_ends;
mod m20261127_000150_dues;
mod m20261128_000160_seal_posts;
mod m20261128_000161_seal_proposals;
mod m20261128_000162_seal_recurring_demands;
mod m20261128_000163_seal_rounds;
mod m20261128_000164_seal_lists;
mod m20261128_000165_keyed_requests;
mod m20261129_000170_orders_of_the_market;
mod m20261130_000185_office_acts;
mod m20261130_000186_slips;
mod m20261130_000187_office_notes;
mod m20261130_000190_guarded_directors;
mod m20261130_000191_recurring_points;
pub mod seal;
mod table;

/// The first migration that needs the key; those before it go up by themselves.
pub const FIRST_SEALED: &str = "m20261128_000160_seal_posts";

/// All migrations without the key: enough for a database without rows, and to ask what is pending.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        all(&None)
    }
}

/// All migrations with the key that seals what stands in the clear.
#[derive(Debug)]
pub struct SealingMigrator(pub seal::Key);

impl MigratorTraitSelf for SealingMigrator {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        all(&self.0)
    }
}

fn all(key: &seal::Key) -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261121_000001_accounts::Migration),
        Box::new(m20261121_000002_instance::Migration),
        Box::new(m20261121_000003_certificates::Migration),
        Box::new(m20261121_000004_offers::Migration),
        Box::new(m20261121_000005_demands::Migration),
        Box::new(m20261121_000006_prices::Migration),
        Box::new(m20261121_000007_mail::Migration),
        Box::new(m20261121_000008_rounds::Migration),
        Box::new(m20261121_000009_proposals::Migration),
        Box::new(m20261121_000010_contracts::Migration),
        Box::new(m20261121_000011_lines::Migration),
        Box::new(m20261122_000001_scans::Migration),
        Box::new(m20261122_000002_certificate_events::Migration),
        Box::new(m20261122_000003_invitations::Migration),
        Box::new(m20261122_000004_account_events::Migration),
        Box::new(m20261122_000004_session_devices::Migration),
        Box::new(m20261122_000004_standing::Migration),
        Box::new(m20261122_000005_imports::Migration),
        Box::new(m20261122_000006_demand_batches::Migration),
        Box::new(m20261122_000007_mail_settings::Migration),
        Box::new(m20261123_000001_guarded_changes::Migration),
        Box::new(m20261123_000011_paper_kinds::Migration),
        Box::new(m20261123_000012_offer_photos::Migration),
        Box::new(m20261123_000013_offer_forecasts::Migration),
        Box::new(m20261123_000014_offer_revisions::Migration),
        Box::new(m20261123_000021_catalogue::Migration),
        Box::new(m20261123_000022_variety_requests::Migration),
        Box::new(m20261123_000031_saved_searches::Migration),
        Box::new(m20261123_000041_recurring_demands::Migration),
        Box::new(m20261124_000042_approvals::Migration),
        Box::new(m20261124_000043_offer_quality::Migration),
        Box::new(m20261124_000051_rules::Migration),
        Box::new(m20261124_000052_erasure::Migration),
        Box::new(m20261124_000053_organisation_phones::Migration),
        Box::new(m20261124_000054_guarded_expiry::Migration),
        Box::new(m20261124_000061_office_lists::Migration),
        Box::new(m20261124_000062_variety_request_names::Migration),
        Box::new(m20261124_000071_preferences::Migration),
        Box::new(m20261124_000072_shares::Migration),
        Box::new(m20261125_000080_roles::Migration),
        Box::new(m20261125_000081_documents::Migration),
        Box::new(m20261125_000090_demand_quality::Migration),
        Box::new(m20261125_000091_tiers::Migration),
        Box::new(m20261125_000100_delivery_points::Migration),
        Box::new(m20261125_000101_refused_lists::Migration),
        Box::new(m20261125_000102_offers_by_variety::Migration),
        Box::new(m20261125_000110_what_if::Migration),
        Box::new(m20261125_000111_sso::Migration),
        Box::new(m20261126_000140_demand_ends::Migration),
        Box::new(m20261126_000130_inspections::Migration),
        Box::new(m20261126_000131_delivery_days::Migration),
        Box::new(m20261126_000120_assisted::Migration),
        Box::new(m20261126_000121_documents_taken_back::Migration),
        Box::new(m20261126_000122_sso_spent::Migration),
        Box::new(m20261127_000150_dues::Migration),
        Box::new(m20261128_000160_seal_posts::Migration(key.clone())),
        Box::new(m20261128_000161_seal_proposals::Migration(key.clone())),
        Box::new(m20261128_000162_seal_recurring_demands::Migration(key.clone())),
        Box::new(m20261128_000163_seal_rounds::Migration(key.clone())),
        Box::new(m20261128_000164_seal_lists::Migration(key.clone())),
        Box::new(m20261128_000165_keyed_requests::Migration(key.clone())),
        Box::new(m20261129_000170_orders_of_the_market::Migration),
        Box::new(m20261130_000185_office_acts::Migration),
        Box::new(m20261130_000186_slips::Migration),
        Box::new(m20261130_000187_office_notes::Migration),
        Box::new(m20261130_000190_guarded_directors::Migration),
        Box::new(m20261130_000191_recurring_points::Migration),
    ]
}
