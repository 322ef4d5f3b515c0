//! By what goods are graded: the same for everybody, signed in or not.
use crate::reference::catalogue;
use crate::reference::grade_sheets::{GRADE_SHEETS, GradeSheet, sheet_of};
use axum::Json;
use domain::product::{Grade, SizeMeasure};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct GradesView {
    /// The best first.
    pub grades: Vec<GradeView>,
    pub sheets: Vec<GradeSheetView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct GradeView {
    pub grade: Grade,
    /// Of the fruit, by number or weight, that may fall short of the grade; absent for ungraded goods.
    pub tolerance_percent: Option<u16>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct GradeSheetView {
    /// orange, mandarin, lime, pummelo, or a vegetable.
    pub name: String,
    /// The varieties it is for.
    pub varieties: Vec<String>,
    /// The products it is for where no variety is named.
    pub products: Vec<String>,
    /// UNECE, Codex or ASEAN, with its number; absent where the programme wrote the sheet itself.
    pub standard: Option<String>,
    /// The size labels are the programme's own, whatever the classes are from.
    pub own_sizes: bool,
    /// By what the sizes are told apart, with its unit.
    pub measure: SizeMeasure,
    pub least_juice_percent: Option<u16>,
    /// In tenths of a degree.
    pub least_brix_tenths: Option<u16>,
    /// The largest first; ranges overlap, the label is chosen.
    pub sizes: Vec<SizeView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SizeView {
    pub code: String,
    /// In the unit of the sheet's measure.
    pub from: u16,
    /// Absent where the largest size is open.
    pub to: Option<u16>,
}

/// Grades with their tolerance, and the size codes of the goods that have a sheet.
#[utoipa::path(get, path = "/grades", tag = "catalogue", responses((status = 200, body = GradesView)))]
pub async fn show() -> Json<GradesView> {
    let grade = |grade: Grade| GradeView {
        grade,
        tolerance_percent: match grade {
            Grade::Extra => Some(5),
            Grade::First | Grade::Second => Some(10),
            Grade::Ungraded => None,
        },
    };
    let grades = Grade::ALL.iter().rev().copied().map(grade).collect();
    Json(GradesView { grades, sheets: GRADE_SHEETS.iter().map(view).collect() })
}

fn view(sheet: &GradeSheet) -> GradeSheetView {
    let catalogue = catalogue::now();
    let graded_so = |one: &&catalogue::Variety| sheet_of(&one.slug, &one.product_slug).is_some_and(|found| found.name == sheet.name);
    GradeSheetView {
        name: sheet.name.clone(),
        varieties: catalogue.varieties.iter().filter(graded_so).map(|one| one.slug.clone()).collect(),
        products: catalogue.products.iter().filter(|product| sheet.is_of(&product.slug)).map(|product| product.slug.clone()).collect(),
        standard: sheet.standard.clone(),
        own_sizes: sheet.own_sizes,
        measure: sheet.measure,
        least_juice_percent: sheet.least_juice_percent,
        least_brix_tenths: sheet.least_brix_tenths,
        sizes: sheet.sizes.iter().map(|size| SizeView { code: size.code.clone(), from: size.from, to: size.to }).collect(),
    }
}
