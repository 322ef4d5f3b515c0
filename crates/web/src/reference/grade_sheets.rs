//! Sizes and least figures of the sheets people grade by: of a published standard where one was read, of the programme elsewhere.
use super::rows;
use domain::demand::{DemandTerms, Preference};
use domain::error::Faults;
use domain::product::{Quality, SizeCode, SizeMeasure, Slug};
use serde::Deserialize;
use std::sync::LazyLock;

/// By what some goods are graded.
#[derive(Debug)]
pub struct GradeSheet {
    pub name: String,
    /// Products, or varieties that are graded otherwise than the rest of their product.
    applies: Vec<String>,
    /// The standard that its classes are from; none where the programme wrote them.
    pub standard: Option<String>,
    /// The labels are the programme's, whatever the classes are from.
    pub own_sizes: bool,
    pub measure: SizeMeasure,
    pub least_juice_percent: Option<u16>,
    pub least_brix_tenths: Option<u16>,
    /// The largest first.
    pub sizes: Vec<Size>,
}

impl GradeSheet {
    /// The standard that the labels are from; none for labels of the programme.
    pub fn size_standard(&self) -> Option<&str> {
        self.standard.as_deref().filter(|_| !self.own_sizes)
    }

    pub fn size(&self, code: &str) -> Option<&Size> {
        self.sizes.iter().find(|size| size.code == code)
    }

    pub fn has(&self, code: &str) -> bool {
        self.size(code).is_some()
    }

    /// Whether goods of this product are graded by it when no variety is named.
    pub fn is_of(&self, product: &str) -> bool {
        self.applies.iter().any(|one| one == product)
    }
}

/// More than any sheet has.
const LABELS: usize = 1000;

/// A label as the matching knows it: the same label of two standards has two numbers. Nothing for a label the sheet does not have.
pub fn size_number(sheet: Option<&GradeSheet>, code: &str) -> Option<u32> {
    let of = GRADE_SHEETS.iter().position(|one| Some(&one.name) == sheet.map(|sheet| &sheet.name))?;
    let at = sheet?.sizes.iter().position(|size| size.code == code)?;
    u32::try_from(of * LABELS + at).ok()
}

/// The label of a number made by [`size_number`]; nothing where no sheet has it any more.
pub fn size_code(number: u32) -> Option<SizeCode> {
    let number = usize::try_from(number).ok()?;
    GRADE_SHEETS.get(number / LABELS)?.sizes.get(number % LABELS)?.code.parse().ok()
}

#[derive(Debug, Clone)]
pub struct Size {
    pub code: String,
    /// In the unit of the sheet's measure.
    pub from: u16,
    /// The largest size of some sheets is open.
    pub to: Option<u16>,
}

#[derive(Deserialize)]
struct SheetRow {
    sheet: String,
    applies: String,
    standard: Option<String>,
    own_sizes: u8,
    measure: SizeMeasure,
    least_juice_percent: Option<u16>,
    least_brix_tenths: Option<u16>,
}

#[derive(Deserialize)]
struct SizeRow {
    sheet: String,
    code: String,
    from: u16,
    to: Option<u16>,
}

pub static GRADE_SHEETS: LazyLock<Vec<GradeSheet>> = LazyLock::new(|| {
    let sizes = rows::<SizeRow>("size_codes.csv", include_str!("../../../../data/size_codes.csv"));
    let sheet = |row: SheetRow| GradeSheet {
        sizes: sizes
            .iter()
            .filter(|size| size.sheet == row.sheet)
            .map(|size| Size { code: size.code.clone(), from: size.from, to: size.to })
            .collect(),
        applies: row.applies.split(';').map(str::to_owned).collect(),
        name: row.sheet,
        standard: row.standard,
        own_sizes: row.own_sizes == 1,
        measure: row.measure,
        least_juice_percent: row.least_juice_percent,
        least_brix_tenths: row.least_brix_tenths,
    };
    rows::<SheetRow>("grade_sheets.csv", include_str!("../../../../data/grade_sheets.csv")).into_iter().map(sheet).collect()
});

/// The sheet by which a variety is graded: its own, or that of its product.
pub fn sheet_of(variety: &str, product: &str) -> Option<&'static GradeSheet> {
    let named = |name: &str| GRADE_SHEETS.iter().find(|sheet| sheet.applies.iter().any(|one| one == name));
    named(variety).or_else(|| named(product))
}

/// Only labels of the sheet by which all goods that are wanted are graded; `at` stands before the fields. Where any variety is wanted,
/// that of the product.
pub fn size_faults(faults: &mut Faults, at: &str, product: &Slug, varieties: &[Slug], quality: &Quality) {
    if quality.sizes.is_empty() {
        return;
    }
    let sheets: Vec<Option<&GradeSheet>> = if varieties.is_empty() {
        vec![sheet_of(product.as_str(), product.as_str())]
    } else {
        varieties.iter().map(|variety| sheet_of(variety.as_str(), product.as_str())).collect()
    };
    let same = sheets.windows(2).all(|pair| pair[0].map(|sheet| &sheet.name) == pair[1].map(|sheet| &sheet.name));
    faults.require(same, format!("{at}quality.sizes"), "sizes_of_two_sheets");
    let sheet = sheets.into_iter().next().flatten();
    for (index, size) in quality.sizes.iter().enumerate().take(Quality::MOST_SIZES) {
        let known = sheet.is_some_and(|sheet| sheet.has(size.as_str()));
        faults.require(!same || known, format!("{at}quality.sizes.{index}"), "size_code_unknown");
    }
}

/// The same of a whole demand: of what it requires and of what it prefers.
pub fn wanted_size_faults(faults: &mut Faults, at: &str, terms: &DemandTerms) {
    size_faults(faults, at, &terms.product, &terms.varieties, &terms.quality);
    preferred_size_faults(faults, at, &terms.product, &terms.varieties, &terms.preferred);
}

pub fn preferred_size_faults(faults: &mut Faults, at: &str, product: &Slug, varieties: &[Slug], preferred: &[Preference]) {
    for (index, row) in preferred.iter().enumerate().take(DemandTerms::MOST_PREFERRED) {
        size_faults(faults, &format!("{at}preferred.{index}."), product, varieties, &row.quality);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::catalogue;
    use domain::variety::FreightClass;

    #[test]
    fn sheets_name_goods_of_the_catalogue_and_labels_that_can_be_written() {
        let catalogue = catalogue::now();
        for sheet in GRADE_SHEETS.iter() {
            for name in &sheet.applies {
                assert!(catalogue.variety(name).is_some() || catalogue.products.iter().any(|product| product.slug == *name), "{name}");
            }
            assert!(sheet.sizes.iter().all(|size| size.code.parse::<SizeCode>().is_ok()), "{}", sheet.name);
            assert!(sheet.sizes.is_sorted_by(|larger, smaller| larger.from > smaller.from), "{}", sheet.name);
            assert!(sheet.sizes.iter().all(|size| size.to.is_none_or(|to| to > size.from)), "{}", sheet.name);
            assert!(sheet.sizes.is_empty() || sheet.own_sizes || sheet.standard.is_some(), "{} says whose labels they are", sheet.name);
        }
    }

    #[test]
    fn a_label_comes_back_from_its_number() {
        for sheet in GRADE_SHEETS.iter() {
            for size in &sheet.sizes {
                let number = size_number(Some(sheet), &size.code).expect("a number");
                assert_eq!(size_code(number).map(String::from), Some(size.code.clone()), "{}", sheet.name);
            }
        }
        assert_eq!(size_code(u32::MAX), None);
    }

    /// What is sold by the kilogram as a vegetable, dried goods aside.
    #[test]
    fn every_vegetable_is_graded_by_a_sheet() {
        let catalogue = catalogue::now();
        let fresh = |slug: &str| slug != "mang-kho";
        let vegetables: Vec<_> =
            catalogue.products.iter().filter(|one| one.freight_class == FreightClass::Vegetable).map(|one| &one.slug).collect();
        assert!(vegetables.len() > 30);
        for variety in catalogue.varieties.iter().filter(|one| vegetables.contains(&&one.product_slug) && fresh(&one.slug)) {
            assert!(sheet_of(&variety.slug, &variety.product_slug).is_some(), "{}", variety.slug);
        }
    }

    /// By its name an orange, by botany and by trade a mandarin.
    #[test]
    fn cam_canh_is_graded_as_a_mandarin() {
        let sheet = |variety, product| sheet_of(variety, product).map(|sheet| sheet.name.as_str());
        assert_eq!(sheet("cam-canh", "cam"), Some("mandarin"));
        assert_eq!(sheet("cam-sanh", "cam"), Some("orange"));
        assert_eq!([sheet("su-su-qua", "su-su"), sheet("ngon-su-su", "su-su")], [Some("chayote"), Some("leafy")]);
        assert_eq!([sheet("bi-do", "bi"), sheet("bi", "bi"), sheet("mang-kho", "mang")], [Some("pumpkin"), None, None]);
    }
}
