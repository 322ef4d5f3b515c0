//! The columns of each kind of list: their headers, in our words and in those of others.
mod goods;
mod owners;

pub use goods::{DEMANDS, OFFERS};
pub use owners::{CERTIFICATES, ORGANISATIONS};

/// What sort of list a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Organisations,
    Certificates,
    Offers,
    Demands,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Organisations, Self::Certificates, Self::Offers, Self::Demands];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Certificates => "certificates",
            Self::Offers => "offers",
            Self::Demands => "demands",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// How a cell is written into a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Stable name, in corrections, questions and the review queue.
    pub code: &'static str,
    /// The header of an export and of the template, with the unit.
    pub vi: &'static str,
    pub en: &'static str,
    /// Other headers, folded; longer ones are tried first.
    pub also: &'static [&'static str],
    pub need: Need,
    pub shape: Shape,
    /// What the template shows.
    pub example: &'static str,
}

impl Column {
    /// An amount in a block of merged cells is that of all rows together, so it is not copied to each.
    pub fn is_amount(&self) -> bool {
        self.shape == Shape::Number
    }
}

const fn column(code: &'static str, vi: &'static str, en: &'static str, also: &'static [&'static str], example: &'static str) -> Column {
    Column { code, vi, en, also, need: Need::Required, shape: Shape::Text, example }
}

const fn optional(column: Column) -> Column {
    Column { need: Need::Optional, ..column }
}

const fn number(column: Column) -> Column {
    Column { shape: Shape::Number, ..column }
}

const fn day(column: Column) -> Column {
    Column { shape: Shape::Day, ..column }
}

const TAX: &[&str] = &["mst", "ma so thue", "ma so doanh nghiep", "msdn", "ma so htx", "ma so dkkd", "mst/cccd"];
const DISTRICT: Column =
    optional(column("district", "Huyện cũ", "Former district", &["huyen", "quan huyen", "quan/huyen", "huyen/tp", "huyen cu"], ""));
const PROVINCE: Column =
    optional(column("province", "Tỉnh, thành phố", "Province", &["tinh", "tinh/tp", "tinh thanh", "tinh/thanh pho"], ""));
const OWNER_TAX: Column = optional(column("tax_code", "Mã số thuế", "Tax code", TAX, "0100100079"));
const OWNER: Column = optional(column(
    "organisation",
    "Tên tổ chức",
    "Organisation",
    &[
        "ten htx",
        "htx",
        "hop tac xa",
        "ten hop tac xa",
        "don vi",
        "ten don vi",
        "co so",
        "chu the",
        "doanh nghiep",
        "ben ban",
        "ben mua",
        "don vi mua",
    ],
    "HTX Cam Cao Phong",
));
const LAT: Column = optional(column("lat", "Vĩ độ", "Latitude", &["lat", "vi do"], ""));
const LON: Column = optional(column("lon", "Kinh độ", "Longitude", &["lon", "long", "lng", "kinh do"], ""));
const VARIETY: &[&str] =
    &["giong cay", "ten giong", "giong cay trong", "loai giong", "chung loai", "san pham", "mat hang", "nong san", "ten hang", "cay trong"];
