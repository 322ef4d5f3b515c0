//! `codes.txt` holds every code that a reader of lists can meet; the screens hold words for each of its lines.
use sheets::{CertificateRow, DemandRow, FileError, OfferRow, OrganisationRow, Record, Skip};
use std::collections::BTreeSet;
use std::path::Path;

/// Words in the source that look like codes and are not: names of fields that no column has, and of things of the catalogue.
const OTHERS: [&str; 8] = [
    "brix_tenths",
    "juice_percent",
    "lab_result",
    "growing_area_code",
    "production_group",
    "file_not_written",
    "delivery_hours",
    "max_payment_days",
];

fn listed(sort: &str) -> BTreeSet<String> {
    let lines = include_str!("../../codes.txt").lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(first, _)| sort.is_empty() || *first == sort).map(|(_, code)| code.to_owned()).collect()
}

/// The texts in quotes that are words joined by underscores.
fn joined(source: &str) -> impl Iterator<Item = String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let texts = source.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    texts.into_iter().filter(|text| text.contains('_') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_code_of_the_source_is_listed() {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let known = listed("");
    let others = |code: &String| !known.contains(code) && !OTHERS.contains(&code.as_str()) && !code.ends_with('_');
    let missing: BTreeSet<String> = found.iter().flat_map(|source| joined(source)).filter(others).collect();
    assert!(known.len() > 100 && missing.is_empty(), "{missing:?}");
}

#[test]
fn every_column_reason_and_refusal_is_listed() {
    let all = [OfferRow::COLUMNS, DemandRow::COLUMNS, OrganisationRow::COLUMNS, CertificateRow::COLUMNS].concat();
    let columns: BTreeSet<String> = all.iter().map(|column| column.code.to_owned()).collect();
    assert_eq!(listed("column"), columns);
    let skips = [Skip::Blank { through: 1 }, Skip::Total, Skip::Remark, Skip::HeaderAgain, Skip::ColumnNumbers];
    assert_eq!(listed("skip"), skips.iter().map(|skip| skip.code().to_owned()).collect());
    assert!(listed("file").contains(&FileError::NoHeader.to_string()));
}
