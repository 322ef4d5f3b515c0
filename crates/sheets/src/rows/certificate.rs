use super::shared::{Owner, count, number, text, varieties, variety_names};
use super::{Record, Value, Written};
use crate::cell::analytes;
use crate::cell::area::{area, unit_in};
use crate::cell::date::{Edge, day};
use crate::cell::weight::{self, weight};
use crate::column::{CERTIFICATES, Column, Kind};
use crate::context::Lookups;
use crate::fields::{Fields, parsed};
use crate::words::{self, CERT_KINDS, OCOP_CRITERIA, OLD_COMMUNES};
use domain::account::Language;
use domain::certificate::{CertificateTerms, LabResult};
use domain::product::CertKind;
use domain::text::Name;
use domain::unit::MassUnit;

/// A certificate as its holder would enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateRow {
    pub holder: Owner,
    pub terms: CertificateTerms,
}

impl Record for CertificateRow {
    const KIND: Kind = Kind::Certificates;
    const COLUMNS: &'static [Column] = CERTIFICATES;

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (context, from_1904) = (fields.context, fields.from_1904);
        let holder = Owner::read(fields);
        let kind = fields.required("kind", |cell, _| words::read(CERT_KINDS, cell));
        let paper = fields.required("number", parsed);
        if let (Some(kind), Some(paper)) = (kind, &paper) {
            fields.key("same_certificate", "number", format!("{kind} {}", Name::fold(paper)));
        }
        let issuer = fields.required("issuer", parsed);
        let varieties = fields.read("varieties", |cell, _| varieties(context.lookups, cell)).unwrap_or_default();
        let issued_on = fields.required("issued_on", |cell, _| day(cell, from_1904, None));
        let valid_to = fields.required("valid_to", |cell, _| day(cell, from_1904, Some(Edge::Last)));
        let stars = fields.read("stars", count).and_then(|stars| u8::try_from(stars).ok());
        let criteria = fields.read("criteria", |cell, _| words::read(OCOP_CRITERIA, cell));
        let old_commune = fields.read("old_commune", |cell, _| words::read(OLD_COMMUNES, cell));
        let area_m2 = fields.read("area", |cell, header| area(cell, unit_in(header)));
        let expected = fields.read("expected", |cell, header| weight(cell, weight::unit_in(header).unwrap_or(MassUnit::Kg)));
        let lab = lab(fields, kind);
        let terms = CertificateTerms {
            kind: kind?,
            number: paper?,
            issuer: issuer?,
            varieties,
            issued_on: issued_on?,
            valid_to: valid_to?,
            stars,
            criteria,
            old_commune,
            lab,
            area_m2,
            expected,
        };
        if fields.problems.is_empty() {
            fields.check(terms.check(context.today), |field| match field.split('.').next() {
                Some("lab") if field == "lab.sampled_on" => "sampled_on",
                Some("issued_on") => "issued_on",
                Some("valid_to") => "valid_to",
                Some("stars") => "stars",
                Some("criteria") => "criteria",
                Some("old_commune") => "old_commune",
                Some("number") => "number",
                Some("lab") => "analytes",
                Some("area_m2") => "area",
                Some("expected") => "expected",
                _ => "varieties",
            });
        }
        Some(Self { holder, terms })
    }

    fn write(&self, lookups: &Lookups, language: Language) -> Vec<Written> {
        let terms = &self.terms;
        let mut cells = self.holder.write();
        cells.push(text("kind", words::written(CERT_KINDS, terms.kind, language)));
        cells.extend([text("number", &terms.number), text("issuer", &terms.issuer)]);
        if !terms.varieties.is_empty() {
            cells.push(text("varieties", variety_names(lookups, &terms.varieties)));
        }
        cells.extend([("issued_on".into(), Value::Day(terms.issued_on)), ("valid_to".into(), Value::Day(terms.valid_to))]);
        cells.extend(terms.stars.map(|stars| number("stars", stars)));
        cells.extend(terms.criteria.map(|criteria| text("criteria", words::written(OCOP_CRITERIA, criteria, language))));
        cells.extend(terms.old_commune.map(|commune| text("old_commune", words::written(OLD_COMMUNES, commune, language))));
        cells.extend(terms.area_m2.map(|area| number("area", area)));
        cells.extend(terms.expected.map(|kg| number("expected", kg)));
        if let Some(LabResult { sampled_on, lot, analytes }) = &terms.lab {
            cells.push(("sampled_on".into(), Value::Day(*sampled_on)));
            cells.extend(lot.iter().map(|lot| text("lot", lot)));
            cells.push(text("analytes", analytes::written(analytes, language)));
        }
        cells
    }
}

/// What a lab result has to say, and no other paper says.
fn lab(fields: &mut Fields<'_>, kind: Option<CertKind>) -> Option<LabResult> {
    if kind != Some(CertKind::LabResult) {
        for code in ["sampled_on", "lot", "analytes"] {
            if kind.is_some() && fields.has_own(code) {
                fields.problem(code, "lab_only_for_lab_result");
            }
        }
        return None;
    }
    let from_1904 = fields.from_1904;
    let sampled_on = fields.required("sampled_on", |cell, _| day(cell, from_1904, None));
    let lot = fields.read("lot", parsed);
    let analytes = fields.required("analytes", analytes::analytes);
    Some(LabResult { sampled_on: sampled_on?, lot, analytes: analytes? })
}
