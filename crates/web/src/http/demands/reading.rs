//! What a cell of the buyer's table means: goods and communes by the names people use, and the words that stand for the rest.
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json};
use crate::http::names::PlaceView;
use crate::reference::catalogue;
use domain::policy::Command;
use domain::product::{CertKind, Grade};
use serde::{Deserialize, Serialize};
use sheets::names::{Found, How, Named};
use sheets::words::{CERT_KINDS, GRADES, Word};
use sheets::{Column, DemandRow, Lookups, OfferRow, Record};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TypedNames {
    /// Products, or varieties of one product, as they were typed; at most five hundred.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub goods: Vec<String>,
    /// Communes, with their province or district after a comma where a name is not enough; at most five hundred.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub communes: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct NamesRead {
    /// In the order asked.
    pub goods: Vec<GoodsRead>,
    pub communes: Vec<CommuneRead>,
}

/// Goods of the catalogue, or why none and what may have been meant.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GoodsRead {
    pub product: Option<String>,
    /// Any variety of the product when empty.
    pub varieties: Vec<String>,
    pub code: Option<&'static str>,
    /// Each reads without a question.
    pub choices: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CommuneRead {
    pub place: Option<PlaceView>,
    pub code: Option<&'static str>,
    pub choices: Vec<String>,
}

const MOST: usize = 500;
const MOST_CHARS: usize = 200;

/// What typed names of goods and communes mean: marks may be left out, other names and old communes count.
#[utoipa::path(post, path = "/demands/names", tag = "demands", request_body = TypedNames,
    responses((status = 200, body = NamesRead), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn names(auth: Auth, Json(typed): Json<TypedNames>) -> Result<axum::Json<NamesRead>, ApiError> {
    auth.reach(Command::ReadDemand)?;
    for (field, texts) in [("goods", &typed.goods), ("communes", &typed.communes)] {
        if texts.len() > MOST {
            return Err(ApiError::field(field, "too_many_names"));
        }
        if texts.iter().any(|text| text.chars().count() > MOST_CHARS) {
            return Err(ApiError::field(field, "text_too_long"));
        }
    }
    let catalogue = catalogue::now();
    let lookups = catalogue.lookups();
    let goods = typed.goods.iter().map(|text| goods(lookups, text)).collect();
    let communes = typed.communes.iter().map(|text| commune(lookups, text)).collect();
    Ok(axum::Json(NamesRead { goods, communes }))
}

fn goods(lookups: &Lookups, text: &str) -> GoodsRead {
    let unread = |code, choices| GoodsRead { product: None, varieties: Vec::new(), code: Some(code), choices };
    let parts: Vec<&str> = text.split([';', ',', '+', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if let [alone] = parts.as_slice() {
        let (product, variety) = (lookups.products.find(alone), lookups.varieties.find(alone));
        // "Cam" is the product, unless a variety is called so more exactly.
        match (&product, &variety) {
            (Found::One(_, how), Found::One(_, closer)) if rank(*closer) < rank(*how) => {}
            (Found::One(thing, _), _) => {
                return GoodsRead { product: Some(thing.key.clone()), varieties: Vec::new(), code: None, choices: Vec::new() };
            }
            (Found::Several(things), Found::Nothing(_)) => {
                let choices = things.iter().map(|thing| lookups.products.label(&thing.key).to_owned()).collect();
                return unread("name_ambiguous", choices);
            }
            (Found::Several(_) | Found::Nothing(_), _) => {}
        }
    }
    let (mut varieties, mut product): (Vec<String>, Option<String>) = (Vec::new(), None);
    for part in parts {
        match lookups.varieties.find(part) {
            Found::One(thing, _) if product.as_ref().is_some_and(|product| *product != thing.group) => {
                return unread("variety_of_another_product", Vec::new());
            }
            Found::One(thing, _) => {
                product = Some(thing.group.clone());
                if !varieties.contains(&thing.key) {
                    varieties.push(thing.key.clone());
                }
            }
            Found::Several(things) => return unread("name_ambiguous", instead(lookups, text, part, &things)),
            Found::Nothing(near) => return unread("goods_unknown", instead(lookups, text, part, &near)),
        }
    }
    let code = product.is_none().then_some("goods_unknown");
    GoodsRead { product, varieties, code, choices: Vec::new() }
}

/// A choice replaces one name of several, not the cell.
fn instead(lookups: &Lookups, text: &str, part: &str, things: &[&Named]) -> Vec<String> {
    things.iter().map(|thing| text.trim().replacen(part, lookups.varieties.label(&thing.key), 1)).collect()
}

const fn rank(how: How) -> u8 {
    match how {
        How::Exact => 0,
        How::Folded => 1,
        How::Also => 2,
    }
}

fn commune(lookups: &Lookups, text: &str) -> CommuneRead {
    match lookups.communes.find(text, &[]) {
        Found::One(commune, _) => CommuneRead { place: Some(PlaceView::of(commune.code)), code: None, choices: Vec::new() },
        Found::Several(found) => {
            let choices = found.into_iter().map(|commune| lookups.communes.label(commune.code, &[])).collect();
            CommuneRead { place: None, code: Some("commune_ambiguous"), choices }
        }
        Found::Nothing(_) => CommuneRead { place: None, code: Some("commune_unknown"), choices: Vec::new() },
    }
}

/// Titles and words of lists, as the reading of files knows them: ours first, the words of others folded.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListWords {
    pub columns: Vec<ColumnWords>,
    pub grades: Vec<GradeWords>,
    pub certificates: Vec<CertificateWords>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ColumnWords {
    /// The field of a line, or `district` and `province`, which stand beside a commune.
    pub column: &'static str,
    pub words: Vec<&'static str>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct GradeWords {
    pub value: Grade,
    pub words: Vec<&'static str>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateWords {
    pub value: CertKind,
    pub words: Vec<&'static str>,
}

/// A column of a list of demands as a file has it, and the field of a line it fills. Files name each week; a line has its days.
const COLUMNS: [(&str, &str); 21] = [
    ("varieties", "varieties"),
    ("product", "product"),
    ("min_grade", "min_grade"),
    ("certificates", "certificates"),
    ("preferred", "preferred"),
    ("bid", "bid"),
    ("commune", "delivery_commune"),
    ("district", "district"),
    ("province", "province"),
    ("hours", "delivery_hours"),
    ("payment_days", "payment_days"),
    ("max_suppliers", "max_suppliers"),
    ("max_share", "max_share"),
    ("sizes", "sizes"),
    ("brix", "brix"),
    ("juice", "juice"),
    ("min_lot", "min_lot"),
    ("deposit", "deposit_percent"),
    ("deposit_days", "deposit_days"),
    ("retention", "retention_percent"),
    ("retention_days", "retention_days"),
];
const DAYS: [(&str, &str); 4] = [("kg_per_week", "kg_per_week"), ("kg_total", "kg_per_week"), ("from", "from"), ("to", "to")];

/// The words that a pasted list may use for its columns, grades and certificates.
#[utoipa::path(get, path = "/demands/words", tag = "demands", responses((status = 200, body = ListWords), (status = 403, body = Problem)))]
pub async fn words(auth: Auth) -> Result<axum::Json<ListWords>, ApiError> {
    auth.reach(Command::ReadDemand)?;
    let of = |columns: &'static [Column], fields: &'static [(&'static str, &'static str)]| {
        fields.iter().filter_map(move |(code, column)| {
            let found = columns.iter().find(|column| column.code == *code)?;
            Some(ColumnWords { column, words: [found.vi, found.en].into_iter().chain(found.also.iter().copied()).collect() })
        })
    };
    Ok(axum::Json(ListWords {
        columns: of(DemandRow::COLUMNS, &COLUMNS).chain(of(OfferRow::COLUMNS, &DAYS)).collect(),
        grades: GRADES.iter().map(|word| GradeWords { value: word.0, words: all(word) }).collect(),
        certificates: CERT_KINDS.iter().map(|word| CertificateWords { value: word.0, words: all(word) }).collect(),
    }))
}

fn all<T>(word: &Word<T>) -> Vec<&'static str> {
    [word.1, word.2].into_iter().chain(word.3.iter().copied()).collect()
}
