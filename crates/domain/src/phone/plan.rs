//! The national numbering plan: who may have which number, and what old numbers became.
use super::PhoneError;

/// Mobile prefixes of eleven-digit numbers until 2018, without the zero, and what took their place.
const OLD_MOBILE: [(&str, &str); 21] = [
    ("162", "32"),
    ("163", "33"),
    ("164", "34"),
    ("165", "35"),
    ("166", "36"),
    ("167", "37"),
    ("168", "38"),
    ("169", "39"),
    ("120", "70"),
    ("121", "79"),
    ("122", "77"),
    ("126", "76"),
    ("128", "78"),
    ("123", "83"),
    ("124", "84"),
    ("125", "85"),
    ("127", "81"),
    ("129", "82"),
    ("186", "56"),
    ("188", "58"),
    ("199", "59"),
];

const MOBILE: [&str; 37] = [
    "32", "33", "34", "35", "36", "37", "38", "39", "52", "55", "56", "58", "59", "70", "76", "77", "78", "79", "81", "82", "83", "84",
    "85", "86", "87", "88", "89", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99",
];

/// Area codes followed by seven digits; Hà Nội (24) and Thành phố Hồ Chí Minh (28) have eight.
const AREAS: [&str; 63] = [
    "203", "204", "205", "206", "207", "208", "209", "210", "211", "212", "213", "214", "215", "216", "218", "219", "220", "221", "222",
    "225", "226", "227", "228", "229", "232", "233", "234", "235", "236", "237", "238", "239", "251", "252", "254", "255", "256", "257",
    "258", "259", "260", "261", "262", "263", "269", "270", "271", "272", "273", "274", "275", "276", "277", "290", "291", "292", "293",
    "294", "296", "297", "299", "24", "28",
];

/// Today's number for `digits`, both without the leading zero.
pub fn renewed(digits: &str) -> Result<String, PhoneError> {
    let begins_with_one_of = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    match digits.len() {
        9 if begins_with_one_of(&MOBILE) => Ok(digits.to_owned()),
        // Hà Nội was 04 until 2017.
        9 if digits.starts_with('4') => Ok(format!("2{digits}")),
        9 if digits.starts_with('2') => Err(PhoneError::Length),
        9 => Err(PhoneError::UnassignedPrefix),
        10 if digits.starts_with('1') => {
            let renewed = OLD_MOBILE.iter().find_map(|(old, new)| digits.strip_prefix(old).map(|rest| format!("{new}{rest}")));
            renewed.ok_or(PhoneError::UnassignedPrefix)
        }
        10 if begins_with_one_of(&AREAS) => Ok(digits.to_owned()),
        10 if digits.starts_with('2') => Err(PhoneError::UnassignedPrefix),
        _ => Err(PhoneError::Length),
    }
}
