//! Text files in the encodings people's programs write.
use crate::support::{context, told};
use sheets::{DemandRow, OfferRow, OrganisationRow};

#[test]
fn organisations_in_two_old_code_pages_say_the_same() {
    let tcvn3 = told::<OrganisationRow>(include_bytes!("../fixtures/organisations-tcvn3.csv"), &context());
    let windows = told::<OrganisationRow>(include_bytes!("../fixtures/organisations-1258.csv"), &context());
    insta::assert_snapshot!("organisations_tcvn3", tcvn3);
    let without_fonts: Vec<&str> = tcvn3.lines().filter(|line| !line.contains("old_font")).collect();
    assert_eq!(without_fonts, windows.lines().collect::<Vec<_>>());
}

#[test]
fn offers_in_sixteen_bits_with_tabs() {
    let little = told::<OfferRow>(include_bytes!("../fixtures/offers-utf16le.txt"), &context());
    insta::assert_snapshot!("offers_utf16", little);
    assert_eq!(told::<OfferRow>(include_bytes!("../fixtures/offers-utf16be.txt"), &context()), little);
}

#[test]
fn demands_with_a_mark_a_named_sign_and_decomposed_letters() {
    insta::assert_snapshot!("demands_nfd", told::<DemandRow>(include_bytes!("../fixtures/demands-nfd.csv"), &context()));
}
