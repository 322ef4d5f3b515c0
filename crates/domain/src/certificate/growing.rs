//! The code of a growing area (mã số vùng trồng): `VN-HBOR-0001`.

/// `VN`, the letters of the province and of the sort of area, three to five digits. A packing house has `PH` where an area has
/// other letters, and its code says nothing about how the goods were grown.
pub fn is_code(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [country, area, number] = parts[..] else { return false };
    let letters = (4..=6).contains(&area.len()) && area.bytes().all(|byte| byte.is_ascii_uppercase());
    let digits = (3..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    country == "VN" && letters && digits && !area.ends_with("PH")
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn a_code_names_the_country_the_area_and_a_number() {
        for good in ["VN-HBOR-0001", "VN-MAUOR-0012", "VN-HBOR-123", "VN-TPHCOR-12345"] {
            assert!(is_code(good), "{good}");
        }
        for bad in [
            "",
            "0001",
            "HBOR-0001",
            "VN-HBOR",
            "VN-HBOR-01",
            "VN-HBOR-123456",
            "vn-hbor-0001",
            "VN HBOR 0001",
            "VN-HBPH-0001",
            "VN-HB0R-0001",
        ] {
            assert!(!is_code(bad), "{bad}");
        }
    }
}
