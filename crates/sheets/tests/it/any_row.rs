//! Rows of every kind, as odd as the forms allow.
use crate::support::{LOOKUPS, today};
use domain::account::{BankAccount, OrgKind, OrgProfile, VatMethod};
use domain::certificate::{Analyte, CertificateTerms, LabResult, OcopCriteria, OldCommune};
use domain::day::{TradeDay, Week, Window};
use domain::demand::{Attribute, DemandTerms, DemandWeek, PostDemand, Preference};
use domain::dues::DueTerms;
use domain::hours::Hours;
use domain::money::VndPerKg;
use domain::offer::{OfferTerms, Tier};
use domain::place::GeoPoint;
use domain::product::{CertKind, CertKinds, Grade, Quality, Slug};
use domain::quantity::Kg;
use domain::tax_code::TaxCode;
use proptest::prelude::*;
use proptest::sample::select;
use sheets::{CertificateRow, DemandRow, OfferRow, OrganisationRow, Owner};

const COMMUNES: [&str; 5] = ["05089", "05116", "00004", "04831", "05191"];
const VARIETIES: [&str; 5] = ["cam-canh", "cam-v2", "cam-xa-doai-cao", "cam-long-vang-cs1", "cam-sanh"];
/// Signs that a program would run, quote, split at or take for a number.
const TEXT: &str = "[=+'@-]{0,2}[A-Za-zđĐạẾ0-9;,\"'=. \n-]{0,20}[a-z]";
const LINE: &str = "[=+'@-]{0,2}[A-Za-zđĐạẾ][A-Za-zđĐạẾ0-9;,\"'=.-]{0,20}";

fn owner() -> impl Strategy<Value = Owner> {
    (proptest::option::of(0..50_usize), proptest::option::of(LINE))
        .prop_map(|(at, name)| Owner { tax_code: at.map(tax_code), name: name.map(|name| name.parse().unwrap()) })
}

fn tax_code(at: usize) -> TaxCode {
    (0..100_000).filter_map(|number| format!("{:010}", number + 100_000_000).parse().ok()).nth(at).unwrap()
}

fn point() -> impl Strategy<Value = Option<GeoPoint>> {
    proptest::option::of((8_000_000..=24_000_000, 102_000_000..=118_000_000).prop_map(|(lat, lon)| GeoPoint::new(lat, lon).unwrap()))
}

fn kg(most: i64) -> impl Strategy<Value = Kg> {
    (1..=most).prop_map(|kg| Kg::from_whole(kg).unwrap())
}

fn slugs() -> impl Strategy<Value = Vec<Slug>> {
    proptest::sample::subsequence(VARIETIES.to_vec(), 0..3).prop_map(|slugs| slugs.into_iter().map(|slug| slug.parse().unwrap()).collect())
}

prop_compose! {
    pub fn organisation(at: usize)(
        kind in select(OrgKind::ALL.to_vec()), name in LINE, line in proptest::option::of(LINE), commune in select(COMMUNES.to_vec()),
        district in proptest::option::of(any::<prop::sample::Index>()), point in point(), person in LINE, phone in 910_000_000..999_999_999_u32,
        email in proptest::option::of("[a-z]{1,8}@[a-z]{2,8}\\.vn"), vat_method in select(VatMethod::ALL.to_vec()), account in proptest::option::of("[0-9]{8,14}"),
    ) -> OrganisationRow {
        let commune = commune.parse().unwrap();
        let former = &LOOKUPS.communes.get(commune).unwrap().former;
        OrganisationRow { profile: OrgProfile {
            kind,
            name: format!("{name} {}", ["một", "hai", "ba", "bốn", "năm"][at]).parse().unwrap(),
            tax_code: Some(tax_code(at)),
            address_line: line.map(|line| line.parse().unwrap()),
            commune,
            old_district: district.map(|at| at.get(former).district),
            point,
            representative: person.parse().unwrap(),
            position: "Giám đốc".parse().unwrap(),
            phone: format!("0{phone}").parse().unwrap(),
            email: email.map(|email| email.parse().unwrap()),
            vat_method,
            bank_account: account.map(|number| BankAccount { bank: "BIDV".parse().unwrap(), number: number.parse().unwrap(), holder: person.parse().unwrap() }),
        } }
    }
}

prop_compose! {
    /// Labs print units, signs and brackets, and one of them may be the sign that parts one thing from the next.
    fn analyte()(
        name in LINE, found in r"[<|;\\]{0,2}[0-9A-Za-z|;\\ ,.]{0,12}[0-9]", limit in proptest::option::of(r"[<≤]{0,1}[0-9]{1,3}[|;\\]{0,2}"), passed: bool,
    ) -> Analyte {
        Analyte { name: name.parse().unwrap(), found: found.parse().unwrap(), limit: limit.map(|limit| limit.parse().unwrap()), passed }
    }
}

prop_compose! {
    fn lab(issued_on: TradeDay)(before in 0..20_u32, lot in proptest::option::of(LINE), analytes in proptest::collection::vec(analyte(), 1..4)) -> LabResult {
        LabResult { sampled_on: issued_on.minus(before), lot: lot.map(|lot| lot.parse().unwrap()), analytes }
    }
}

prop_compose! {
    pub fn certificate()(
        holder in owner(), kind in select(CertKind::ALL.to_vec()), report in lab(today()), number in LINE, code in 0..10_000_u32, varieties in slugs(), ago in 0..900_u32, days in 0..1500_u32,
        stars in 3..=5_u8, criteria in select(OcopCriteria::ALL.to_vec()), old_commune in select(OldCommune::ALL.to_vec()), area_m2 in proptest::option::of(1..=100_000_000_u32), expected in proptest::option::of(1..=Kg::MOST_GRAMS),
    ) -> CertificateRow {
        let issued_on = today().minus(ago);
        let is_report = kind == CertKind::LabResult;
        let days = if is_report { days % 300 } else { days };
        let lab = is_report.then(|| LabResult { sampled_on: report.sampled_on.minus(ago), ..report });
        CertificateRow { holder, terms: CertificateTerms {
            kind, number: if kind == CertKind::GrowingAreaCode { format!("VN-HBOR-{code:04}").parse().unwrap() } else { number.parse().unwrap() }, issuer: "Nơi cấp".parse().unwrap(), varieties, issued_on, valid_to: issued_on.plus(days),
            stars: (kind == CertKind::Ocop).then_some(stars), criteria: (kind == CertKind::Ocop).then_some(criteria),
            old_commune: (kind == CertKind::Gi).then_some(old_commune), lab, area_m2, expected: expected.map(|grams| Kg::from_grams(grams).unwrap()),
        } }
    }
}

prop_compose! {
    fn quality()(
        sizes in proptest::sample::subsequence(vec!["1", "2", "3", "4", "1-X", "1-XX"], 0..4), brix_tenths in proptest::option::of(10..=350_u16), juice_percent in proptest::option::of(1..=100_u16),
    ) -> Quality {
        Quality { sizes: sizes.into_iter().map(|size| size.parse().unwrap()).collect(), brix_tenths, juice_percent }
    }
}

/// Each above the one before, within what there is.
/// The days of a share that is none are not written down.
fn dues() -> impl Strategy<Value = DueTerms> {
    (0..=50_u8, 0..=30_u8, 0..=10_u8, 0..=90_u8).prop_map(|(deposit_percent, deposit, retention_percent, retention)| DueTerms {
        deposit_percent,
        deposit_days: if deposit_percent > 0 { deposit } else { 0 },
        retention_percent,
        retention_days: if retention_percent > 0 { retention } else { 0 },
    })
}

fn tiers(count: usize, total: Kg, min_lot: i64, ask: i64) -> Vec<Tier> {
    let (most, least) = (total.grams() / 1000, min_lot.max(1));
    let step = (most - least) / 4;
    let tier = |at: i64| Some(Tier { from_kg: Kg::from_whole(least + at * step).ok()?, discount: VndPerKg::new(100 * (at + 1)).ok()? });
    if step < 1 || ask < 1000 { Vec::new() } else { (0_i64..).take(count).filter_map(tier).collect() }
}

prop_compose! {
    pub fn offer()(
        supplier in owner(), variety in select(VARIETIES.to_vec()), grade in select(Grade::ALL.to_vec()), total in kg(90_000_000), week in kg(90_000_000), start in 0..300_u32,
        days in 0..366_u32, ask in 100..=10_000_000_i64, min_lot in 0..90_000_000_i64, max_payment_days in 0..=120_u16, commune in select(COMMUNES.to_vec()), pickup_point in point(), note in TEXT, quality in quality(), count in 0..=3_usize,
    ) -> OfferRow {
        let from = today().plus(start);
        OfferRow { supplier, terms: OfferTerms {
            variety: variety.parse().unwrap(), grade, kg_total: total, kg_per_week: week, window: Window { from, to: from.plus(days) }, ask: ask.try_into().unwrap(),
            min_lot: Kg::from_whole(min_lot).unwrap(), max_payment_days, pickup_commune: commune.parse().unwrap(), pickup_point, note: note.parse().unwrap(), forecast: None,
            quality, tiers: tiers(count, total, min_lot, ask),
        } }
    }
}

/// What is not required anyway, at premiums that the highest price bears.
fn preferred(attributes: &[Attribute], min_grade: Grade, required: u32, bid: i64, measured: &Quality) -> Vec<Preference> {
    let none = Quality::default();
    let more = |least: Option<u16>, by: u16| least.map_or(by, |least| least + 1);
    // A figure above what is required, and a size that is not.
    let quality = |attribute: Attribute| match attribute {
        Attribute::Size => Quality { sizes: vec!["5".parse().unwrap()], ..none.clone() },
        Attribute::Brix => Quality { brix_tenths: Some(more(measured.brix_tenths, 120)), ..none.clone() },
        Attribute::Juice => Quality { juice_percent: Some(more(measured.juice_percent, 40)), ..none.clone() },
        _ => none.clone(),
    };
    let measured_out = |attribute: &Attribute| match attribute {
        Attribute::Brix => measured.brix_tenths == Some(350),
        Attribute::Juice => measured.juice_percent == Some(100),
        _ => false,
    };
    let free = |attribute: &&Attribute| {
        attribute.certificate().is_none_or(|kind| required & kind.bit() == 0)
            && attribute.grade().is_none_or(|grade| grade.rank() > min_grade.rank())
            && !measured_out(attribute)
    };
    let premium = VndPerKg::new((bid / 4).min((VndPerKg::MOST - bid) / 4));
    let rows = attributes
        .iter()
        .filter(free)
        .filter_map(|attribute| Some(Preference { attribute: *attribute, premium: premium.ok()?, quality: quality(*attribute) }));
    rows.collect()
}

prop_compose! {
    pub fn demand()(
        buyer in owner(), varieties in slugs(), min_grade in select(Grade::ALL.to_vec()), bits in 0..512_u32, weeks in proptest::collection::btree_map(0..50_u32, 1..1_000_000_i64, 1..6),
        bid in 100..=10_000_000_i64, commune in select(COMMUNES.to_vec()), delivery_point in point(), from in 0..24_u16, to in 0..24_u16, payment_days in 0..=120_u16, max_suppliers in 0..=50_u16, share in prop_oneof![Just(0_u8), 10..=100_u8], prefers in proptest::sample::subsequence(Attribute::ALL, 0..4), note in TEXT, quality in quality(), lot in 0..3_i64, dues in dues(), title in proptest::option::of(LINE),
    ) -> DemandRow {
        let monday = |at: u32| Week::try_from(today().week().next().monday().plus(7 * at)).unwrap();
        DemandRow { buyer, post: PostDemand { title: title.map(|title| title.parse().unwrap()), terms: DemandTerms {
            product: "cam".parse().unwrap(), varieties, min_grade, certificates: CertKinds::from_bits(bits).unwrap(),
            preferred: preferred(&prefers, min_grade, bits, bid, &quality),
            weeks: weeks.into_iter().map(|(at, kg)| DemandWeek { week: monday(at), kg: Kg::from_whole(kg).unwrap() }).collect(),
            bid: bid.try_into().unwrap(), delivery_commune: commune.parse().unwrap(), delivery_point,
            delivery_hours: Hours { from: format!("{from:02}:00").parse().unwrap(), to: format!("{to:02}:30").parse().unwrap() },
            payment_days, max_suppliers, max_share: if max_suppliers == 0 { share } else { 0 }, note: note.parse().unwrap(),
            quality, min_lot: Kg::from_whole(lot).unwrap(), dues,
        } } }
    }
}
