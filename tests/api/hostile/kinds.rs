//! What is wrong for each kind of field, and which fields the forms have.
use serde_json::{Value, json};

#[derive(Clone, Copy)]
pub enum Kind {
    /// Whole kilograms of a post.
    Kg,
    /// What a scale shows.
    Weighed,
    Price,
    /// An amount of money or another whole number.
    Whole,
    Day,
    /// One of a few words.
    Choice,
    /// The code of a variety, a product, a commune.
    Catalogue,
    /// A line or a paragraph that people read.
    Text,
    /// A tax code, a phone number, a sign-in name, an address.
    Exact,
    /// A secret: whatever it is, it is not the right one.
    Secret,
    Id,
}

impl Kind {
    pub fn bad(self) -> Vec<Value> {
        let mut bad = vec![json!([]), json!({}), json!(true), json!(1e300)];
        let long = "x".repeat(40_000);
        bad.extend(match self {
            Self::Kg => {
                ["0", "1000000000000", "1.5", "1.0001", "-5", "1,5", "1e300", "", "NaN", "٣", "0x10", "1\0"].map(Value::from).to_vec()
            }
            Self::Weighed => ["1000000000000000000000", "1.0001", "-5", "1,5", "1e300", "", "NaN", "٣", "1\0"].map(Value::from).to_vec(),
            Self::Price => vec![json!(99), json!(10_000_001), json!(-1), json!(25_000.5), json!("25000"), json!(i64::MAX), json!(u64::MAX)],
            Self::Whole => vec![json!(-1), json!(1.5), json!("30"), json!(u64::MAX)],
            Self::Day => {
                let days = [
                    "2026-13-01",
                    "0000-01-01",
                    "9999-12-31",
                    "2026-02-30",
                    "+12026-01-01",
                    "",
                    "30/11/2026",
                    "2026-11-30T00:00:00Z",
                    "2026\0",
                ];
                days.map(Value::from).to_vec()
            }
            Self::Choice => vec![json!("best"), json!(""), json!("a\0b"), json!(long)],
            Self::Catalogue => vec![json!("khong-co"), json!("99999"), json!(""), json!("a\0b"), json!(long)],
            Self::Text => vec![json!("a\0b"), json!("chu\u{202E}nguoc"), json!(long)],
            Self::Exact => vec![json!("a\0b"), json!("'"), json!(long)],
            Self::Secret => vec![],
            Self::Id => vec![json!("khong-phai-ma"), json!(""), json!("a\0b"), json!(long)],
        });
        bad
    }
}

pub const OFFER: [(&str, Kind); 12] = [
    ("/tiers/0/from_kg", Kind::Kg),
    ("/tiers/0/discount", Kind::Price),
    ("/variety", Kind::Catalogue),
    ("/grade", Kind::Choice),
    ("/kg_total", Kind::Kg),
    ("/kg_per_week", Kind::Kg),
    ("/window/from", Kind::Day),
    ("/window/to", Kind::Day),
    ("/ask", Kind::Price),
    ("/max_payment_days", Kind::Whole),
    ("/pickup_commune", Kind::Catalogue),
    ("/note", Kind::Text),
];

pub const DEMAND: [(&str, Kind); 17] = [
    ("/product", Kind::Catalogue),
    ("/min_grade", Kind::Choice),
    ("/bid", Kind::Price),
    ("/delivery_commune", Kind::Catalogue),
    ("/weeks/1/kg", Kind::Kg),
    ("/weeks/1/week", Kind::Day),
    ("/payment_days", Kind::Whole),
    ("/max_suppliers", Kind::Whole),
    ("/max_share", Kind::Whole),
    ("/preferred/0/attribute", Kind::Choice),
    ("/preferred/0/premium", Kind::Price),
    ("/preferred/0/quality/brix_tenths", Kind::Whole),
    ("/quality/brix_tenths", Kind::Whole),
    ("/quality/juice_percent", Kind::Whole),
    ("/dues/deposit_percent", Kind::Whole),
    ("/dues/retention_days", Kind::Whole),
    ("/note", Kind::Text),
];

pub const DEMAND_LINE: [(&str, Kind); 18] = [
    ("/product", Kind::Catalogue),
    ("/min_grade", Kind::Choice),
    ("/bid", Kind::Price),
    ("/delivery_commune", Kind::Catalogue),
    ("/kg_per_week", Kind::Kg),
    ("/from", Kind::Day),
    ("/to", Kind::Day),
    ("/payment_days", Kind::Whole),
    ("/max_suppliers", Kind::Whole),
    ("/max_share", Kind::Whole),
    ("/preferred/0/attribute", Kind::Choice),
    ("/preferred/0/premium", Kind::Price),
    ("/preferred/0/quality/brix_tenths", Kind::Whole),
    ("/quality/brix_tenths", Kind::Whole),
    ("/quality/juice_percent", Kind::Whole),
    ("/dues/deposit_percent", Kind::Whole),
    ("/dues/retention_days", Kind::Whole),
    ("/note", Kind::Text),
];

pub const CERTIFICATE: [(&str, Kind); 5] =
    [("/kind", Kind::Choice), ("/number", Kind::Text), ("/issuer", Kind::Text), ("/issued_on", Kind::Day), ("/valid_to", Kind::Day)];

pub const PROFILE: [(&str, Kind); 7] = [
    ("/kind", Kind::Choice),
    ("/name", Kind::Text),
    ("/tax_code", Kind::Exact),
    ("/commune", Kind::Catalogue),
    ("/representative", Kind::Text),
    ("/phone", Kind::Exact),
    ("/vat_method", Kind::Choice),
];

pub const VARIETY: [(&str, Kind); 7] = [
    ("/name_vi", Kind::Text),
    ("/name_en", Kind::Text),
    ("/also/0", Kind::Text),
    ("/season/0/from", Kind::Whole),
    ("/season/0/to", Kind::Whole),
    ("/unit", Kind::Choice),
    ("/unit_kg_min", Kind::Weighed),
];

pub const PRODUCT: [(&str, Kind); 3] = [("/name_vi", Kind::Text), ("/name_en", Kind::Text), ("/freight_class", Kind::Choice)];

/// The same fields one level down.
pub fn under(name: &str, fields: &[(&'static str, Kind)]) -> Vec<(&'static str, Kind)> {
    fields.iter().map(|(pointer, kind)| (&*format!("/{name}{pointer}").leak(), *kind)).collect()
}
