use super::articles::penalty_clause;
use super::*;
use crate::account::OrgKind;
use crate::contract::samples::{agreement, day, draft, limits, name, terms};
use crate::contract::{Agreement, Conditions, ContractNumber, Forum, Goods, Mediator, PartySnapshot, QualityPromise, SizePromise};
use crate::penalty::{Percent, check_clause};
use crate::product::{CertKind, Grade, SizeMeasure};
use crate::proposal::{Carrier, Draft, ProposalTerms};
use proptest::prelude::*;

fn text_of(agreement: Agreement, draft: Draft) -> String {
    render(&ContractTerms::freeze(agreement, &ProposalTerms::new(draft).unwrap(), &limits()).unwrap())
}

#[test]
fn the_full_text_of_a_real_case() {
    insta::assert_snapshot!("full", render(&terms()));
}

/// The other wording of every clause that depends on the terms: a group without a tax code, the buyer's truck, no papers.
#[test]
fn the_full_text_of_the_other_case() {
    let group = PartySnapshot {
        kind: OrgKind::ProductionGroup,
        name: name("Tổ hợp tác Mường Thàng"),
        tax_code: None,
        address_line: None,
        email: None,
        bank_account: None,
        ..agreement().supplier
    };
    let other = Agreement {
        number: ContractNumber::new(7, 2026, OrgKind::ProductionGroup),
        demo: false,
        supplier: group,
        goods: Goods { grade: Grade::Ungraded, certificates: Vec::new(), ..agreement().goods },
        vat: crate::vat::VatCase::Taxable,
        conditions: Conditions {
            penalty: "7.5".parse().unwrap(),
            tolerance: "2.5".parse().unwrap(),
            mediator: Mediator::CooperativeAlliance,
            forum: Forum::Viac,
            ..Conditions::standard()
        },
        ..agreement()
    };
    let mut draft = Draft { carrier: Carrier::Buyer, payment_days: 0, ..draft() };
    draft.lines.truncate(1);
    insta::assert_snapshot!("other", text_of(other, draft));
}

/// Sizes stand with their millimetres; what was not stated is not promised, and a contract without a promise reads as before.
#[test]
fn stated_quality_is_promised_in_words_and_stored_with_the_terms() {
    let size = |code: &str, from, to| SizePromise { code: code.parse().unwrap(), from, to };
    let quality = QualityPromise {
        standard: Some(name("UNECE FFV-14")),
        measure: SizeMeasure::Diameter,
        sizes: vec![size("1-XXX", 78, None), size("2", 58, Some(69))],
        brix_tenths: Some(105),
        juice_percent: Some(40),
    };
    let with = |quality| {
        let terms = Agreement { goods: Goods { quality: Some(quality), ..agreement().goods }, ..agreement() };
        ContractTerms::freeze(terms, &ProposalTerms::new(draft()).unwrap(), &limits()).unwrap()
    };
    let terms = with(quality.clone());
    let text = render(&terms).replace('\u{A0}', " ");
    let says = "2.5. Ngoài loại nêu tại Điều 1, hàng của mỗi đợt bảo đảm: cỡ 1-XXX (từ 78 mm), cỡ 2 (58–69 mm) theo ký hiệu của UNECE FFV-14; \
                độ ngọt từ 10,5 °Brix trở lên; lượng nước quả từ 40 % khối lượng trở lên.";
    assert!(text.contains(says), "{text}");
    let stored: ContractTerms = serde_json::from_str(&serde_json::to_string(&terms).unwrap()).unwrap();
    assert_eq!(stored, terms);
    let before = serde_json::to_string(&terms).unwrap().replace("\"from\":58,\"to\":69", "\"from_mm\":58,\"to_mm\":69");
    assert_eq!(
        (serde_json::from_str::<ContractTerms>(&before).unwrap(), before.contains("from_mm")),
        (terms, true),
        "contracts of before are read"
    );
    let own = QualityPromise {
        standard: None,
        measure: SizeMeasure::Weight,
        sizes: vec![size("L", 1500, Some(2000)), size("XL", 2000, None)],
        ..quality.clone()
    };
    let text = render(&with(own)).replace('\u{A0}', " ");
    let says = "bảo đảm: cỡ L (nặng 1.500–2.000 g), cỡ XL (nặng từ 2.000 g) theo bảng cỡ của chương trình; độ ngọt";
    assert!(text.contains(says), "{text}");
    let sugar = with(QualityPromise { standard: None, sizes: Vec::new(), juice_percent: None, ..quality });
    assert!(render(&sugar).contains("bảo đảm: độ ngọt từ 10,5\u{A0}°Brix trở lên."));
    assert!(!serde_json::to_string(&self::terms()).unwrap().contains("quality"), "contracts of before keep their form");
}

#[test]
fn the_same_terms_give_the_same_bytes() {
    let text = render(&terms());
    assert_eq!(text, render(&terms().clone()));
    let stored: ContractTerms = serde_json::from_str(&serde_json::to_string(&terms()).unwrap()).unwrap();
    assert_eq!(text, render(&stored));
    assert_eq!(text, nfc(&text));
    assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains('\r') && !text.contains('\t'));
    assert!(text.lines().all(|line| line == line.trim()));
}

#[test]
fn letters_typed_decomposed_give_the_same_bytes() {
    use unicode_normalization::UnicodeNormalization;
    let mut typed = agreement();
    typed.supplier.name = name(&typed.supplier.name.as_str().nfd().collect::<String>());
    assert_eq!(text_of(typed, draft()), render(&terms()));
}

#[test]
fn only_a_demo_contract_carries_the_mark() {
    assert_eq!(render(&terms()).matches(DEMO_MARK).count(), 2);
    let real = text_of(Agreement { demo: false, ..agreement() }, draft());
    assert!(!real.contains("MẪU –"));
}

#[test]
fn the_law_comes_from_the_terms_alone() {
    let mut old = agreement();
    old.made_at = "2024-06-20T00:00:00Z".parse().unwrap();
    let text = text_of(old, draft());
    assert!(text.contains("51/2005/QH11") && !text.contains("20/2023/QH15"));
    let lawless = {
        let mut frozen = crate::contract::Frozen::from(terms());
        frozen.legal_basis.clear();
        render(&ContractTerms::try_from(frozen).unwrap())
    };
    assert!(!lawless.contains("/QH") && !lawless.contains("/NĐ-CP") && !lawless.contains("Nghị định"), "{lawless}");
}

#[test]
fn thirteen_articles_in_order() {
    let text = render(&terms());
    let titles: Vec<_> = text.lines().filter(|line| line.starts_with("Điều ")).map(|line| line.split('.').next().unwrap()).collect();
    assert_eq!(titles, (1..=13).map(|number| format!("Điều {number}")).collect::<Vec<_>>());
}

/// Article 5.6 says seven days; another number of days is another template.
#[test]
fn a_missed_line_is_missed_when_the_text_says_so() {
    assert!(render(&terms()).contains(&format!("quá {} ngày sau ngày giao cuối cùng", crate::delivery::Line::GRACE_DAYS)));
}

#[test]
fn the_penalty_clause_holds_between_merchants() {
    for rate in ["0.5", "5", "7.5", "8"] {
        assert_eq!(check_clause(&penalty_clause(rate.parse().unwrap()).replace('\u{A0}', " ")), Ok(()), "{rate}");
    }
    assert_eq!(Percent::PENALTY_CAP.to_string(), "8");
}

#[test]
fn every_choice_of_the_terms_changes_the_text() {
    let mut texts = std::collections::BTreeSet::new();
    for grade in Grade::ALL.iter().copied() {
        texts.insert(text_of(Agreement { goods: Goods { grade, ..agreement().goods }, ..agreement() }, draft()));
    }
    assert_eq!(texts.len(), Grade::ALL.len());
    for kind in CertKind::ALL.iter().copied() {
        let mut changed = agreement();
        changed.goods.certificates[0].kind = kind;
        changed.goods.certificates[0].valid_to = day("2027-01-01");
        texts.insert(text_of(changed, draft()));
    }
    assert_eq!(texts.len(), Grade::ALL.len() + CertKind::ALL.len());
}

proptest! {
    /// Nothing a person typed can add a line, and so an article, to the text.
    #[test]
    fn what_people_type_stays_on_its_line(text in "\\PC{1,60}") {
        if let Ok(typed) = text.parse::<crate::text::Name>() {
            let mut changed = agreement();
            changed.supplier.name = typed.clone();
            changed.places.dock = typed.clone();
            changed.goods.variety_vi = typed;
            prop_assert_eq!(text_of(changed, draft()).lines().count(), render(&terms()).lines().count());
        }
    }
}

mod dues {
    use super::*;
    use crate::dues::DueTerms;

    fn with(dues: DueTerms) -> String {
        text_of(agreement(), Draft { dues, ..draft() })
    }

    /// Article 7 of a contract.
    fn payment(text: &str) -> String {
        text.lines().skip_while(|line| !line.starts_with("Điều 7.")).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_deposit_and_a_retention_are_said_with_what_the_law_does_when_a_side_withdraws() {
        let both = DueTerms { deposit_percent: 20, deposit_days: 3, retention_percent: 5, retention_days: 15 };
        insta::assert_snapshot!("dues", payment(&with(both)));
        let at_once = DueTerms { deposit_percent: 0, retention_days: 0, ..both };
        insta::assert_snapshot!("retention", payment(&with(at_once)));
        let text = with(DueTerms { retention_percent: 0, deposit_days: 0, ..both });
        assert!(text.contains("ngay trong ngày bên sau cùng ký") && !text.contains("Tiền giữ lại:"), "{text}");
    }

    /// Contracts of before are word for word what they were, and cannot learn a deposit later.
    #[test]
    fn the_template_of_before_reads_as_before() {
        let mut old = crate::contract::Frozen::from(terms());
        old.template = 1;
        assert_eq!(render(&ContractTerms::try_from(old.clone()).unwrap()), render(&terms()));
        assert!(!serde_json::to_string(&terms()).unwrap().contains("dues"));
        old.dues = DueTerms { deposit_percent: 20, ..DueTerms::default() };
        assert!(ContractTerms::try_from(old.clone()).is_err());
        (old.template, old.legal_basis) = (2, Vec::new());
        assert!(!render(&ContractTerms::try_from(old).unwrap()).contains("328"), "no law that the terms do not carry");
    }
}
