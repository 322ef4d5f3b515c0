//! An export is an import template that is filled in: it reads back as what was written, with nothing to correct.
use crate::any_row::{certificate, demand, offer, organisation};
use crate::support::{LOOKUPS, context, today};
use domain::account::Language;
use domain::day::Window;
use domain::offer::OfferTerms;
use domain::product::Grade;
use domain::quantity::Kg;
use proptest::prelude::*;
use sheets::write::{csv, template, xlsx};
use sheets::{CertificateRow, DemandRow, OfferRow, OrganisationRow, Outcome, Owner, Record, content, open};

fn reads_back<R: Record + PartialEq + std::fmt::Debug + Clone>(rows: &[R]) {
    for language in [Language::Vi, Language::En] {
        for bytes in [xlsx(rows, &LOOKUPS, language, today()).unwrap(), csv(rows, &LOOKUPS, language).unwrap()] {
            let context = context();
            let import = open::<R>(&bytes, &context).unwrap();
            assert_eq!((import.unknown(), import.missing()), (&[][..], vec![]));
            let mut seen = Vec::new();
            for (read, row) in import.zip(rows) {
                let known = seen.contains(row);
                seen.push(row.clone());
                assert!(read.corrections.is_empty(), "{:?}", read.corrections);
                match read.outcome {
                    Outcome::Accepted(read) => assert_eq!(&read, row),
                    Outcome::Review { row: Some(read), .. } if known => assert_eq!(&read, row),
                    other => panic!("{row:?} became {other:?}"),
                }
                assert_eq!(read.content, Some(content(row, &LOOKUPS)));
            }
            assert_eq!(seen.len(), rows.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn organisations(rows in (organisation(0), organisation(1), organisation(2)).prop_map(|(a, b, c)| vec![a, b, c])) {
        reads_back(&rows.into_iter().filter(|row| row.profile.check().is_ok()).collect::<Vec<_>>());
    }

    #[test]
    fn certificates(rows in proptest::collection::vec(certificate().prop_filter("valid", |row| row.terms.check(today()).is_ok()), 0..4)) {
        let mut numbers = std::collections::BTreeSet::new();
        reads_back(&rows.into_iter().filter(|row| numbers.insert(row.terms.number.fold())).collect::<Vec<_>>());
    }

    #[test]
    fn offers(rows in proptest::collection::vec(offer().prop_filter("valid", |row| row.terms.check(today()).is_ok()), 0..4)) {
        reads_back(&rows);
    }

    #[test]
    fn demands(rows in proptest::collection::vec(demand().prop_filter("valid", |row| row.post.terms.check(today(), None).is_ok()), 0..4)) {
        reads_back(&rows);
    }
}

#[test]
fn a_template_is_empty_and_its_example_reads() {
    fn look<R: Record>(examples: usize) {
        for language in [Language::Vi, Language::En] {
            let bytes = template::<R>(language, today()).unwrap();
            assert_eq!(bytes, template::<R>(language, today()).unwrap(), "the same bytes for the same day");
            let context = context();
            let import = open::<R>(&bytes, &context).unwrap();
            assert_eq!((import.missing(), import.count()), (vec![], 0));
        }
        let filled = R::COLUMNS.iter().filter(|column| !column.example.is_empty()).count();
        assert_eq!(filled, examples);
    }
    look::<OrganisationRow>(10);
    look::<CertificateRow>(10);
    look::<OfferRow>(16);
    look::<DemandRow>(22);
}

#[test]
fn what_would_run_is_stored_as_text() {
    let row = OfferRow {
        supplier: Owner { tax_code: None, name: Some("=cmd|' /C calc'!A0".parse().unwrap()) },
        terms: OfferTerms {
            variety: "cam-canh".parse().unwrap(),
            grade: Grade::First,
            kg_total: Kg::from_whole(5000).unwrap(),
            kg_per_week: Kg::from_whole(500).unwrap(),
            window: Window { from: today(), to: today().plus(30) },
            ask: 22_500.try_into().unwrap(),
            min_lot: Kg::ZERO,
            max_payment_days: 30,
            pickup_commune: "05089".parse().unwrap(),
            pickup_point: None,
            note: "@SUM(A1:A9)".parse().unwrap(),
            forecast: None,
            quality: domain::product::Quality::default(),
            tiers: Vec::new(),
        },
    };
    let bytes = csv(std::slice::from_ref(&row), &LOOKUPS, Language::Vi).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let line = text.lines().nth(1).unwrap();
    assert_eq!(
        line,
        ";'=cmd|' /C calc'!A0;Cam Canh;Loại 1;5000;500;21/11/2026;21/12/2026;22500;;;;;;30;Xã Cao Phong, Phú Thọ;;;;;'@SUM(A1:A9)"
    );
    let bytes = xlsx(&[row], &LOOKUPS, Language::Vi, today()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && sheet.contains(r#"t="s""#), "{sheet}");
}
